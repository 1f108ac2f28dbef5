#include "syntax/yaml_reader.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "source/lines.h"
#include "syntax/read.h"
#include "unicode/utf8.h"
#include "unicode/width.h"

namespace catalog::syntax {
namespace {

using diagnostics::Diagnostics;
using diagnostics::Language;

/// A text as a file of its own, read.
struct Read {
  explicit Read(std::string_view text, Language language = Language::en,
                Reader reader = Reader::strict)
      : found(language) {
    const auto file = tree.add("a.yaml", std::string(text));
    document = read(tree, file, found, reader);
  }

  source::SourceTree tree;
  Diagnostics found;
  Document document;
};

std::string shape(const Node& node) {
  std::string text;
  if (node.is_scalar()) return fmt::format("{}", node.text());
  for (const Node item : node.items())
    text += (text.empty() ? "" : ", ") + shape(item);
  for (const Entry entry : node.entries())
    text += (text.empty() ? "" : ", ") + shape(entry.key) + ": " +
            shape(entry.value);
  return (node.is_mapping() ? "{" : "[") + text +
         (node.is_mapping() ? "}" : "]");
}

std::string shape(std::string_view text) {
  const Read file(text);
  CHECK(file.found.sorted().empty());
  return file.document.empty() ? "-" : shape(file.document.root());
}

/// The findings, one a line: `line:column code`.
std::string findings(const Read& file) {
  const source::Lines lines(file.document.bytes);
  std::string text;
  for (const auto& each : file.found.sorted()) {
    const auto at = lines.position(each.span.begin);
    text += fmt::format("{}{}:{} {}", text.empty() ? "" : "; ", at.line,
                        at.column, each.code);
  }
  return text;
}
std::string findings(std::string_view text) { return findings(Read(text)); }

/// Every node with the text it spans.
void check_spans(const Document& document) {
  if (document.empty()) return;
  std::vector<std::uint32_t> open;
  for (std::uint32_t i = 0; i < document.nodes.size(); ++i) {
    const NodeData& node = document.nodes[i];
    REQUIRE(node.begin <= node.end);
    REQUIRE(node.end <= document.bytes.size());
    REQUIRE(node.next > i);
    REQUIRE(node.next <= document.nodes.size());
    while (!open.empty() && document.nodes[open.back()].next <= i)
      open.pop_back();
    if (!open.empty()) {
      const NodeData& around = document.nodes[open.back()];
      CHECK(around.begin <= node.begin);
      CHECK(node.end <= around.end);
      CHECK(node.next <= around.next);
    }
    if (i > 0) CHECK(document.nodes[i - 1].begin <= node.begin);
    open.push_back(i);
  }
}

TEST_CASE("what is written is what is read") {
  CHECK(shape("") == "-");
  CHECK(shape("# only a comment\n\n") == "-");
  CHECK(shape("---\na: 1\n") == "{a: 1}");
  CHECK(shape("--- {a: [1,\n 2]}\n") == "{a: [1, 2]}");
  CHECK(shape("--- 'a\n  b' # c\n") == "a b");
  CHECK(shape("\xEF\xBB\xBF"
              "a: 1\n") == "{a: 1}");
  CHECK(shape("a: 1\nb:\nnull: 2\nc: ~\n") == "{a: 1, b: , null: 2, c: ~}");
  CHECK(shape("a:\n  - x\n  -\n  - null\n  -\n") == "{a: [x, , null, ]}");
  CHECK(shape("a: {b: [1, 2,], c: }\n") == "{a: {b: [1, 2], c: }}");
  CHECK(shape("a: [b: c, d]\n") == "{a: [{b: c}, d]}");
  CHECK(shape("a: \"x\\ty\\\"\"\nb: 'it''s'\n'c' : d # e\n") ==
        "{a: x\ty\", b: it's, c: d}");
  CHECK(shape("a: |\n  x\n   y\n\nb: >-\n  x\n  y\n") ==
        "{a: x\n y\n, b: x y}");
  CHECK(shape("a: 一\r\n  二\r\nb: |\r\n  三\r\n") == "{a: 一 二, b: 三\n}");
  CHECK(shape("a: 1\rb:\r  - 2\r") == "{a: 1, b: [2]}");
  CHECK(shape("- - a\n  - b\n-   x: 1\n    y: 2\n") ==
        "[[a, b], {x: 1, y: 2}]");
  CHECK(shape("a: 1 \t\nb: http://x/y\nc: 12:30\n") ==
        "{a: 1, b: http://x/y, c: 12:30}");
}

std::string spans(std::string_view text) {
  const Read file(text);
  check_spans(file.document);
  std::string all;
  for (const NodeData& node : file.document.nodes)
    all += fmt::format(
        "<{}>", file.document.bytes.substr(node.begin, node.end - node.begin));
  return all;
}

TEST_CASE("every node has its exact place") {
  CHECK(spans("a: 'x' # c\nb: \"y\\n\"\n") ==
        "<a: 'x' # c\nb: \"y\\n\"><a><'x'><b><\"y\\n\">");
  CHECK(spans("a: {b: c, d}\n") == "<a: {b: c, d}><a><{b: c, d}><b><c><d><>");
  CHECK(spans("a:\n  - x\n  - [y, z]\n# end\n") ==
        "<a:\n  - x\n  - [y, z]><a><- x\n  - [y, z]><x><[y, z]><y><z>");
  CHECK(spans("a: |+\n  x\n\nb: >\n  y\n# c\n") ==
        "<a: |+\n  x\n\nb: >\n  y><a><|+\n  x\n><b><>\n  y>");
  CHECK(spans("a: x\n  y\n\n  z \nb:\n") ==
        "<a: x\n  y\n\n  z \nb:><a><x\n  y\n\n  z><b><>");
  CHECK(spans("a: |2\n    x\n   y\nb: 1\n") ==
        "<a: |2\n    x\n   y\nb: 1><a><|2\n    x\n   y><b><1>");
}

TEST_CASE("what the language leaves out is refused at its place") {
  CHECK(findings("a: &x 1\nb: *x\n") == "1:4 anchor; 2:4 alias");
  CHECK(findings("a: *x\nb: 1\n") == "1:4 alias");
  CHECK(findings("a: !t x\nb: ! y\nc: !!str\nd: 1\n") ==
        "1:4 tag; 2:4 tag; 3:4 tag");
  CHECK(findings("a: &x\n  b: 1\n") == "1:4 anchor");
  CHECK(findings("a:\n  <<: {b: 1}\n") == "2:3 merge-key");
  CHECK(findings("? a\n: b\n") == "1:1 complex-key");
  CHECK(findings("[a, b]: c\n") == "1:1 complex-key");
  CHECK(findings(": x\n") == "1:1 missing-key");
  CHECK(findings("%YAML 1.2\n---\na: 1\n") == "1:1 directive");
  CHECK(findings("a: 1\n---\nb: 2\n") == "2:1 second-document");
  CHECK(findings("---\na: 1\n...\n") == "3:1 second-document");
  CHECK(findings("a: 1\n\t\nb: |\n  x\n \t \n  y\n") == "");
  CHECK(findings("a:\n  b: 1\n\tc: 2\n  d: 3\n  d: 4\n") ==
        "3:1 tab; 5:3 duplicate-key");
  CHECK(findings("a:\tx\n-\ty\n").starts_with("1:3 tab"));
  CHECK(findings("-\tx\n- y\t# c\n") == "1:2 tab; 2:4 tab");
  CHECK(findings("a:\n\tb: x\n\tc: y\nd: 1\n") == "2:1 tab");
  CHECK(findings("a: 1\nb: 2\nＡ: 3\na: 4\n") == "4:1 duplicate-key");
  CHECK(findings("ＩＤ: 1\nID: 4\n") == "2:1 duplicate-key");
  const Read file("a: 1\nb: 2\na: 3\n");
  REQUIRE(file.found.sorted().size() == 1);
  REQUIRE(file.found.sorted()[0].labels.size() == 1);
  CHECK(file.found.sorted()[0].labels[0].span.begin == 0);
  CHECK(file.found.is_poisoned({file.document.file, 10, 14}));
  CHECK_FALSE(file.found.is_poisoned({file.document.file, 0, 4}));
}

TEST_CASE("what stands around what the language leaves out is read") {
  const auto around = [](std::string_view text) {
    const Read file(text);
    return findings(file) + " " +
           (file.document.empty() ? "-" : shape(file.document.root()));
  };
  CHECK(around("a: &x 1\nb: *x\nc: !t\n  - 2\nd: 3\n") ==
        "1:4 anchor; 2:4 alias; 3:4 tag {a: 1, b: *x, c: [2], d: 3}");
  CHECK(around("? a\n: b\nc: d\n<<: {x: y}\n: e\nf: g\n") ==
        "1:1 complex-key; 4:1 merge-key; 5:1 missing-key "
        "{c: d, <<: {x: y}, f: g}");
  CHECK(around("? - a\n  - b\n\n: c\nd: e\n") == "1:1 complex-key {d: e}");
  CHECK(around("a: 1\n" + std::string(1100, 'k') + ": x\nb: 2\n") ==
        "2:1 complex-key {a: 1, b: 2}");
  CHECK(around("a: 1\n[x]: y\nb: [[c]: d]\ne: 2\n") ==
        "2:1 complex-key; 3:5 complex-key {a: 1, e: 2}");
  CHECK(around("a: [b,\n  !t c]\nd: {? e: f}\ng: 2\n") ==
        "2:3 tag; 3:5 complex-key {a: [b, c], g: 2}");
  CHECK(around("a: {<<: *b, c: !!str d}\n") ==
        "1:5 merge-key; 1:9 alias; 1:16 tag {a: {<<: *b, c: d}}");
  CHECK(around("a: &b\nc: !d # e\nf:\n  - &g !h\n  - i\n") ==
        "1:4 anchor; 2:4 tag; 4:5 anchor; 4:8 tag {a: , c: , f: [i]}");
  CHECK(around("&a\nb: [&c [d], !e, *f]\n") ==
        "1:1 anchor; 2:5 anchor; 2:13 tag; 2:17 alias "
        "{b: [[d], , *f]}");
  CHECK(around("a: x\n&b c: d\n*e : f\ng: h\n") ==
        "2:1 anchor; 3:1 alias {a: x, g: h}");
  const Read file("a: &b x\nc: {<<: y}\nd: z\n");
  CHECK(file.found.is_inside_poison({file.document.file, 3, 7}));
  CHECK(file.found.is_inside_poison({file.document.file, 12, 17}));
  CHECK_FALSE(file.found.is_poisoned({file.document.file, 19, 23}));
  CHECK(file.document.skipped.size() == 1);
  CHECK(around("%YAML 1.2\n---\na: 1\n") == "1:1 directive {a: 1}");
}

TEST_CASE("of keys without end that repeat, how many are not listed is said") {
  std::string text = "a: 1\n";
  for (int i = 0; i < 1620; ++i) text += "a: 2\n";
  const Read file(text);
  const auto found = file.found.sorted();
  REQUIRE(found.size() == 501);
  CHECK(std::string(found[499].code) == "duplicate-key");
  CHECK(std::string(found[500].code) == "too-many");
  CHECK(found[500].message.starts_with("1120 more"));
  CHECK(source::Lines(text).position(found[500].span.begin).line == 502);
}

TEST_CASE("nesting has an end") {
  const auto nested = [](std::size_t depth) {
    return "a: " + std::string(depth, '[') + std::string(depth, ']') +
           "\nb: 1\n";
  };
  CHECK(findings(nested(max_depth - 1)) == "");
  CHECK(findings(nested(max_depth)) ==
        fmt::format("1:{} too-deep", max_depth + 3));
  CHECK(findings(nested(100'000)).ends_with("too-deep"));
}

TEST_CASE("characters that no text may hold are found, raw or by escape") {
  CHECK(findings("a: x\x07y\nb: \xE2\x80\xAE\n") ==
        "1:5 control-character; 2:4 bidi-control");
  CHECK(findings("a: \"\\u0007\\u202e\\t\"\n") ==
        "1:5 control-character; 1:11 bidi-control");
  CHECK(findings("a: \"\\x1b\\e\\N\"\n") ==
        "1:5 control-character; 1:9 control-character; 1:11 control-character");
  CHECK(findings("a: 1\n\xEF\xBB\xBF"
                 "b: 2\n") == "2:1 byte-order-mark");
  CHECK(findings(std::string("a: \0\x04\nb: 2\n", 11)) ==
        "1:4 control-character; 1:5 control-character");
  CHECK(findings("a: 义\xE4\xB9\nb: 1\n") == "1:5 not-utf8");
  const Read gb("a: \xD2\xE5\xCE\xF1\xBD\xCC\xD3\xFD\nb: 1\nb: 1\n");
  CHECK(findings(gb) == "1:4 not-utf8");
  CHECK(gb.found.sorted()[0].help.find("GB18030") != std::string::npos);
  CHECK(gb.document.empty());
  CHECK(gb.document.skipped.size() == 1);
  const Read broken("a: 义\xFFx\nb: 1\nb: 2\n");
  CHECK(findings(broken) == "1:5 not-utf8; 3:1 duplicate-key");
}

TEST_CASE("a full-width colon or a lost space is named where it stands") {
  CHECK(findings("id: a\nname：义务教育\ntiming: x\n") ==
        "2:1 full-width-colon");
  CHECK(findings("- name：义务教育\n  id: x\n") == "1:3 full-width-colon");
  CHECK(findings("- id: x\n  name：\n    - x\n  foo: y\n") ==
        "2:3 full-width-colon");
  CHECK(findings("a:\n  name： x\nb: 1\n") == "2:3 full-width-colon");
  CHECK(findings("a: x\n  name：y\nb: 1\n") == "2:3 full-width-colon");
  CHECK(findings("a: {id：x, b: 1}\n") == "1:5 full-width-colon");
  CHECK(findings("a: 1\nkey:value\nb: 2\n") == "2:1 missing-space");
  CHECK(findings("a:\n  phone:12345\n") == "2:3 missing-space");
  CHECK(findings("a: 备注：x\nb:\n  - 说明：y\n  - PDF：z\n") == "");
  const Read file("id: a\nname：x\n");
  REQUIRE(file.found.sorted().size() == 1);
  REQUIRE(file.found.sorted()[0].fix.size() == 1);
  CHECK(file.found.sorted()[0].fix[0].span.begin == 10);
  CHECK(file.found.sorted()[0].fix[0].text == ": ");
}

TEST_CASE("a syntax error is named where it was made") {
  CHECK(findings("a: \"x\nb: 1\n") == "1:4 unclosed-quote");
  CHECK(findings("a: 'x") == "1:4 unclosed-quote");
  CHECK(findings("a: \"x\nb: \"y\"\nc: 1\n") == "1:4 unclosed-quote");
  CHECK(findings("a: [x, y\nb: 1\n") == "1:4 unclosed-bracket");
  CHECK(findings("a: {x: y\nb: 1\n") == "1:4 unclosed-bracket");
  CHECK(findings("- a: [x\n  b: y\n- c:d\n  e: [\n    f\n  ]\n") ==
        "1:6 unclosed-bracket; 3:3 missing-space");
  CHECK(findings("a: [\n  {b: c: d},\n  e\n]\n") == "2:8 second-colon");
  CHECK(findings("a: [x}\nb: 1\n") == "1:4 unclosed-bracket");
  CHECK(findings("a: ]\nb: 1\n") == "1:4 stray-bracket");
  CHECK(findings("a: @x\nb: `y`\nc: %z\n") ==
        "1:4 odd-start; 2:4 odd-start; 3:4 odd-start");
  CHECK(findings("a: \"\\q\"\nb: 1\n") == "1:5 odd-escape");
  CHECK(findings("a: \"\\ud800\"\nb: 1\n") == "1:5 odd-escape");
  CHECK(findings("a: b: c\n") == "1:5 second-colon");
  CHECK(findings("a: - b\n") == "1:4 stray-dash");
  CHECK(findings("a: \"x\" y\nb: 1\n") == "1:8 text-after-quote");
  CHECK(findings("a: x\n   b: c\nd: e\n") == "2:4 indentation");
  CHECK(findings("a: 1\n- b\n") == "2:1 stray-dash");
  CHECK(findings("- b\na: 1\n") == "2:1 missing-dash");
  CHECK(findings("a:\n  - x\n - y\n") == "3:2 indentation");
  CHECK(findings("a:\n  - x\n   - y\nb: 1\n") == "3:4 swallowed-item");
  CHECK(findings("a\nb: c\n") == "1:1 missing-colon");
  CHECK(findings("id: x\ntiming\n") == "2:1 missing-colon");
  CHECK(findings("id: x\ntiming\nbody: y\n") == "2:1 missing-colon");
  CHECK(findings("{a: 1}\nb: 2\n") == "2:1 missing-colon");
}

TEST_CASE("what stands around a syntax error is read") {
  const Read file(
      "items:\n"
      "  - id: a\n"
      "    name: \"x\n"
      "    body: y\n"
      "  - id: b\n"
      "    name：z\n"
      "    body: y\n"
      "  - id: c\n"
      "    id: d\n"
      "    timing: [1, 2\n"
      "laws:\n"
      "  - id: l\n");
  CHECK(findings(file) ==
        "3:11 unclosed-quote; 6:5 full-width-colon; 9:5 duplicate-key; "
        "10:13 unclosed-bracket");
  CHECK(shape(file.document.root()) ==
        "{items: [{id: a, body: y}, {id: b, body: y}, {id: c, id: d}], "
        "laws: [{id: l}]}");
  check_spans(file.document);
  REQUIRE(file.document.root().size() == 2);
  auto sections = file.document.root().entries().begin();
  for (const Node item : (*sections).value.items()) CHECK(item.is_incomplete());
  CHECK_FALSE((*++sections).value.is_incomplete());
}

/// Reads a node's own bytes again, as the value of a key.
std::string reread(const Document& document, const NodeData& node) {
  const auto begin = document.bytes.rfind('\n', node.begin) + 1;
  const std::string indent(
      node.begin - std::min<std::size_t>(begin, node.begin), ' ');
  const std::string_view written =
      document.bytes.substr(node.begin, node.end - node.begin);
  std::string text = "k:\n k: " + std::string(written) + "\n";
  if (written.find('\n') != std::string_view::npos)
    text = "k:\n" + indent + "- " + std::string(written) + "\n";
  const Read again(text);
  for (const NodeData& each : again.document.nodes)
    if (again.document.bytes.substr(each.begin, each.end - each.begin) ==
        written)
      return std::string(each.text);
  return "not found: " + text;
}

TEST_CASE("the catalog's own files are placed exactly") {
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(
           std::filesystem::path(CATALOG_SOURCE_DIR) / "catalog")) {
    if (entry.path().extension() != ".yaml") continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    const Read file(text);
    CHECK_MESSAGE(findings(file).empty(), entry.path().string());
    check_spans(file.document);
    ++files;
    std::uint32_t step = 0;
    for (const NodeData& node : file.document.nodes)
      if (node.kind == Kind::scalar && ++step % 7 == 0 &&
          node.text.find('\n') == std::string_view::npos)
        CHECK(reread(file.document, node) == node.text);
  }
  CHECK(files > 0);
}

/// A small generator of its own, so that every run has the same mutants.
struct Random {
  std::uint64_t state = 42;
  std::size_t below(std::size_t bound) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::size_t>(state >> 33) % bound;
  }
};

TEST_CASE("mutants of a file are read without a crash, spans in order") {
  const std::string sample =
      "# 样例\ncatalog:\n  id: ouhai\n  title: '瓯海区''目录'\n"
      "items:\n  - id: a/b\n    name: [招生管理, \"招\\u751f政策\"]\n"
      "    content:\n      - 招生计划\n      - {text: 指南, parts: [甲, 乙]}\n"
      "    note: |\n      第一行\n\n      第二行\n    basis: >-\n      折叠\n"
      "      文本\n    timing:\n    body: ~\n  - id: c\n    name: 多行\n"
      "      文本\n";
  constexpr std::string_view pieces[] = {
      "\n",   ":",  "：", ": ",    "- ",   "\t", "\"",
      "'",    "[",  "]",  "{",     "}",    ",",  "#",
      "&",    "*",  "!",  "|",     ">",    "%",  "@",
      "?",    "  ", "\r", "---\n", "\xFF", "\\", "\xEF\xBB\xBF",
      "<<: ", "~"};
  Random random;
  for (int round = 0; round < 2'000; ++round) {
    std::string mutant = sample;
    for (std::size_t edits = 1 + random.below(4); edits > 0; --edits) {
      const std::size_t at = random.below(mutant.size());
      const std::size_t length = std::min(random.below(6), mutant.size() - at);
      switch (random.below(3)) {
        case 0: mutant.erase(at, length); break;
        case 1:
          mutant.insert(at, pieces[random.below(std::size(pieces))]);
          break;
        default: mutant.insert(at, mutant.substr(at, length * 3)); break;
      }
    }
    INFO(mutant);
    const Read file(mutant);
    check_spans(file.document);
    for (const auto& each : file.found.sorted()) {
      CHECK(each.span.begin <= each.span.end);
      CHECK(each.span.end <= mutant.size());
    }
    if (file.found.sorted().empty()) CHECK(file.document.skipped.empty());
    if (!file.document.skipped.empty()) CHECK(file.found.has_errors());
  }
}

TEST_CASE("every problem speaks Chinese") {
  for (const char* text :
       {"a: &x 1", "a: 1\n---\nb", "a: \"x", "a: [x", "name：x\nb: 1",
        "a: \x07", "a: 1\na: 2", "a: \xFF"}) {
    const Read file(text, Language::zh);
    REQUIRE_FALSE(file.found.sorted().empty());
    const std::string message = file.found.sorted()[0].message;
    CHECK(unicode::width(message) > unicode::count(message));
  }
}

}  // namespace
}  // namespace catalog::syntax
