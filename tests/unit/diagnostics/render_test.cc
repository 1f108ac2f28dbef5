#include "diagnostics/render.h"

#include <doctest/doctest.h>

#include "diagnostics/excerpt.h"
#include "diagnostics/fingerprint.h"

namespace catalog::diagnostics {
namespace {

constexpr Problem<std::string_view> odd{
    "odd", Severity::error, {"`{}` is odd", "`{}` 不对"}};
constexpr Problem<> vague{"vague", Severity::warning, {"vague", "含糊"}};
constexpr Message<> first{"first here", "首次出现于此"};
constexpr Message<> mend{"mend it", "请改正"};

struct Sample {
  explicit Sample(Language language) : found(language) {
    const auto a = tree.add("a.yaml", "x: 1\n名称: 义务教育, 旧\n");
    found.report(odd, {a, 15, 24}, "义务\x1b[2J")
        .label({a, 0, 1}, first)
        .help(mend);
    found.report(vague, {a, 0, 7});
  }
  std::string text() { return render_text({found, tree, {1, 412, {}}, "d/"}); }

  source::SourceTree tree;
  Diagnostics found;
};

TEST_CASE("findings are shown to people in Chinese") {
  CHECK(Sample(Language::zh).text() ==
        "d/a.yaml:1:1: 警告：含糊 [vague]\n"
        " 1 | x: 1\n"
        "   | ^^^^\n"
        "d/a.yaml:2:6: 错误：`义务<U+001B>[2J` 不对 [odd]\n"
        " 2 | 名称: 义务教育, 旧\n"
        "   |         ^^^^^^\n"
        "d/a.yaml:1:1: 说明：首次出现于此\n"
        "  建议：请改正\n"
        "1 个错误，1 个警告（检查 412 项）\n");
}

TEST_CASE("findings are shown to people in English") {
  CHECK(Sample(Language::en).text() ==
        "d/a.yaml:1:1: warning: vague [vague]\n"
        " 1 | x: 1\n"
        "   | ^^^^\n"
        "d/a.yaml:2:6: error: `义务<U+001B>[2J` is odd [odd]\n"
        " 2 | 名称: 义务教育, 旧\n"
        "   |         ^^^^^^\n"
        "d/a.yaml:1:1: note: first here\n"
        "  help: mend it\n"
        "1 error, 1 warning (412 items checked)\n");
}

TEST_CASE("colour is used only when asked for") {
  Sample sample(Language::en);
  const Report report{sample.found, sample.tree, {}, "", true};
  CHECK(render_text(report).find("\x1b[1;31merror: \x1b[0m") !=
        std::string::npos);
  CHECK(sample.text().find('\x1b') == std::string::npos);
}

TEST_CASE("findings are shown to programs") {
  Sample sample(Language::en);
  const std::string text =
      render_json({sample.found, sample.tree, {1, 412, {}}, ""});
  CHECK(text.find(R"("code": "odd",
      "severity": "error",
      "message": "`义务\u001b[2J` is odd",
      "file": "a.yaml",
      "line": 2,
      "column": 6,
      "end_line": 2,
      "end_column": 9,
      "labels": [
        {
          "file": "a.yaml",
          "line": 1,
          "column": 1,
          "end_line": 1,
          "end_column": 2,
          "message": "first here"
        }
      ],
      "help": "mend it")") != std::string::npos);
  CHECK(text.ends_with(R"(  "summary": {
    "files": 1,
    "items": 412,
    "errors": 1,
    "warnings": 1,
    "infos": 0
  }
}
)"));
}

/// Two findings in text beyond the first plane, one with a fix.
struct Odd {
  Odd() : found(Language::en) {
    const auto a = tree.add("义 务/a,b.yaml", "𠮷: x\ny: (二)\n");
    found.report(odd, {a, 6, 7}, "a,b: 100%\r\n").help(mend);
    found.report(vague, {a, 11, 16})
        .fix({{a, 11, 12}, "（"})
        .fix({{a, 15, 16}, "）"});
    report.shows_info = true;
  }
  source::SourceTree tree;
  Diagnostics found;
  Report report{found, tree, {1, 2, {}}, "../"};
};

TEST_CASE("SARIF counts columns in UTF-16, writes URIs and carries fixes") {
  const std::string text = render_sarif(Odd().report);
  const auto has = [&](std::string_view part) {
    return text.find(part) != std::string::npos;
  };
  CHECK(has(R"("uri": "../%E4%B9%89%20%E5%8A%A1/a%2Cb.yaml")"));
  CHECK(has(R"({"startLine": 1, "startColumn": 5, "endLine": 1,)"
            R"( "endColumn": 6})"));
  CHECK(has(R"("deletedRegion": {"startLine": 2, "startColumn": 6,)"
            R"( "endLine": 2, "endColumn": 7},
                      "insertedContent": {
                        "text": "）")"));
}

TEST_CASE("annotations keep to their line, whatever a message holds") {
  CHECK(render_github(Odd().report) ==
        "::error file=../义 务/a%2Cb.yaml,line=1,endLine=1,col=4,endColumn=4,"
        "title=odd::`a,b: 100%25  ` is odd%0Amend it\n"
        "::warning file=../义 务/a%2Cb.yaml,line=2,endLine=2,col=4,endColumn=6,"
        "title=vague::vague\n");
}

TEST_CASE("fingerprints do not follow lines or the language") {
  const auto names = [](std::string bytes, std::uint32_t at,
                        Language language) {
    source::SourceTree tree;
    Diagnostics found(language);
    const auto a = tree.add("a.yaml", std::move(bytes));
    found.report(vague, {a, at, at + 1});
    found.report(vague, {a, at + 2, at + 3});
    return fingerprints_of(found.sorted(), {found, tree, {}, ""});
  };
  const auto before = names("x,x", 0, Language::en);
  CHECK(before == names("above\nx,x", 6, Language::zh));
  CHECK(before != names("y,x", 0, Language::en));
  CHECK(before[0] != before[1]);
}

TEST_CASE("JUnit calls failures what makes the check fail") {
  Odd sample;
  CHECK(render_junit(sample.report)
            .find(R"(tests="2" failures="1" errors="0")") != std::string::npos);
  sample.report.fails_at = Severity::warning;
  CHECK(render_junit(sample.report)
            .find(R"(tests="2" failures="2" errors="0")") != std::string::npos);
}

TEST_CASE("what the machine said no to is in every report") {
  source::SourceTree tree;
  const Diagnostics none(Language::en);
  Report report{none, tree, {}, ""};
  report.failure = "the disk is gone";
  for (const Renderer& each : renderers)
    CHECK_MESSAGE(
        each.render(report).find("the disk is gone") != std::string::npos,
        each.name);
}

TEST_CASE("the last line counts") {
  const Diagnostics none_zh(Language::zh), none(Language::en);
  CHECK(count_line(none_zh, {3, 412, 0.024}) ==
        "没有错误和警告（检查 412 项，0.02 秒）");
  CHECK(count_line(none, {3, 1, {}}) ==
        "no errors or warnings (1 item checked)");
}

TEST_CASE("long lines are cut around what is meant") {
  const std::string line =
      std::string(300, 'a') + "教育" + std::string(300, 'b');
  const Excerpt middle = excerpt_of(line, 300, 306, 40);
  CHECK(middle.line == "…" + std::string(30, 'a') + "教育" + "bbbb" + "…");
  CHECK(middle.caret == 31);
  CHECK(middle.width == 4);
  const Excerpt all = excerpt_of(line, 0, line.size(), 40);
  CHECK(all.caret == 0);
  CHECK(all.width == 39);
  CHECK(excerpt_of(line, line.size(), line.size(), 40).caret == 31);
}

TEST_CASE("a terminal is never sent what the author hid in a line") {
  CHECK(printable("a\x1b]0;x\x07\u009B\u202E\u200B\xFF\tb") ==
        "a<U+001B>]0;x<U+0007><U+009B><U+202E><U+200B><FF> b");
  const Excerpt excerpt = excerpt_of(
      "a\x1b"
      "b",
      2, 3);
  CHECK(excerpt.line == "a<U+001B>b");
  CHECK(excerpt.caret == 9);
}

TEST_CASE("the end of a file can be pointed at") {
  source::SourceTree tree;
  const auto file = tree.add("a.yaml", "a: 1");
  Diagnostics found(Language::en);
  found.report(vague, {file, 4, 4});
  CHECK(render_text({found, tree, {}, ""})
            .starts_with(
                "a.yaml:1:5: warning: vague [vague]\n 1 | a: 1\n   |     ^\n"));
}

}  // namespace
}  // namespace catalog::diagnostics
