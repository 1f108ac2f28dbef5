#include "unit/syntax/readers.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "syntax/trivia.h"

namespace catalog::syntax {
namespace {

/// Where yaml-cpp 0.7 departs from YAML 1.2.2, and the section that decides.
/// That it takes an unclosed quote at the end of the file (7.3), control
/// characters (5.1) and tabs after a dash (6.1, and our own rule), its reader
/// here makes up for.
struct Departure {
  const char* section;
  const char* what;
  const char* text;
  const char* code;  // what the strict reader finds; empty: nothing
};
constexpr Departure departures[] = {
    {"5.7", "`\\'` is no escape", "a: \"it\\'s\"\n", "odd-escape"},
    {"6.6", "a comment begins behind a blank", "a: \"x\"#y\n",
     "text-after-quote"},
    {"6.6", "the same behind a bracket", "a: [x]#y\n", "syntax"},
    {"6.6", "the same behind a block's indicators", "a: |#y\n  x\n", "syntax"},
    {"7.3.1", "breaks before a closing quote are text", "a: \"x\n\n\n  \"\n",
     ""},
    {"7.3.2", "the same in single quotes", "a: 'x\n\n\n  '\n", ""},
    {"7.3.3", "a plain text between brackets may have `?`",
     "a: [http://x/?y]\n", ""},
    {"7.3.3", "a plain text between brackets is not `-` alone", "a: [-]\n",
     "odd-start"},
    {"7.4", "lines between brackets are deeper than the block around",
     "a: [x,\ny]\n", "unclosed-bracket"},
    {"7.4.1", "entries between brackets are not empty", "a: [x,,y]\n",
     "syntax"},
    {"7.4.2", "a colon may stand right before a bracket", "a: [b:[c]]\n", ""},
    {"7.4.2", "a colon between braces may stand on the next line",
     "a: {b\n  : c}\n", ""},
    {"7.4.2", "so may the end of a key without a value", "a: {b\n  }\n", ""},
    {"8.1.3", "kept breaks at the end of a folded text are text",
     "a: >+\n  x\n\n\nb: y\n", ""},
    {"8.2.2", "a value on the line below its key is deeper",
     "a:\n|\n  x\nb: y\n", "missing-colon"},
};

TEST_CASE("the readers differ where yaml-cpp departs from YAML 1.2.2") {
  for (const Departure& each : departures) {
    const std::string what = std::string(each.section) + " " + each.what;
    INFO(what);
    const Readings readings(each.text);
    const auto found = readings.strict_found.sorted();
    CHECK(difference(readings) != "");
    CHECK(is_departure(readings));
    CHECK((found.empty() ? "" : found[0].code) == each.code);
    CHECK(found.size() < 2);
  }
}

std::string contents(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// Every YAML file of the repository.
std::vector<std::filesystem::path> own_files() {
  std::vector<std::filesystem::path> files;
  for (const char* folder :
       {"catalog", "examples", "schemas", "src", "tests"}) {
    const auto root = std::filesystem::path(CATALOG_SOURCE_DIR) / folder;
    if (!std::filesystem::exists(root)) continue;
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(root))
      if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

TEST_CASE("both readers read the repository's own files alike") {
  std::size_t nodes = 0;
  for (const auto& path : own_files()) {
    INFO(path.string());
    const Readings readings(contents(path));
    CHECK(difference(readings) == "");
    nodes += readings.strict.nodes.size();
  }
  CHECK(nodes > 10'000);
}

/// What stands between the scalars of a document, comments left out.
std::string signs_of(const Document& document) {
  const auto comments = comments_of(document);
  auto comment = comments.begin();
  std::string signs;
  std::size_t at = 0;
  const auto walk = [&](std::size_t to) {
    while (at < to) {
      while (comment != comments.end() && comment->begin < at) ++comment;
      if (comment != comments.end() && comment->begin == at)
        at = comment->end;
      else
        signs += document.bytes[at++];
    }
  };
  for (const NodeData& node : document.nodes) {
    if (node.kind != Kind::scalar) continue;
    walk(node.begin);
    at = node.end;
  }
  walk(document.bytes.size());
  return signs;
}

TEST_CASE("nodes, comments and signs are all there is in a file") {
  for (const auto& path : own_files()) {
    INFO(path.string());
    const Readings readings(contents(path));
    if (readings.strict_found.has_errors()) continue;
    CHECK(signs_of(readings.strict).find_first_not_of(" \r\n-:,[]{}") ==
          std::string::npos);
  }
}

TEST_CASE("the kinds of slip are told apart, one finding each") {
  const auto found = [](std::string_view text) {
    std::string all;
    for (const auto& each : Readings(text).strict_found.sorted())
      all += each.code + ' ';
    return all;
  };
  CHECK(found("a:\n  - [x,\n    y\n  - z\nb: 1\n") == "unclosed-bracket ");
  CHECK(found("a: [x,\ny, z\n]\nb: 1\n") == "unclosed-bracket ");
  CHECK(found("a:\n  - {b: c,\n     d: e: f,\n     g: h}\n  - i\n") ==
        "second-colon ");
  CHECK(found("a:\n  - b\n  c: d\n") == "missing-dash ");
  CHECK(found("a: [x] y\nb: 1\n") == "syntax ");
  CHECK(found("a: [x,, y]\nb: 1\n") == "syntax ");
  CHECK(found("a: |x\n  y\nb: 1\n") == "syntax ");
  CHECK(found("a: 'x\n  y' z\nb: 1\n") == "unclosed-quote ");
  CHECK(found("a:\n    b: 1\n   c: 2\n    d: 3\n") == "indentation ");
}

/// A small generator of its own, so that every run has the same mutants.
struct Random {
  std::uint64_t state = 7;
  std::size_t below(std::size_t bound) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::size_t>(state >> 33) % bound;
  }
};

constexpr std::string_view samples[] = {
    "# 样例\ncatalog:\n  id: ouhai\n  title: '瓯海区''目录'\n"
    "items:\n  - id: a/b\n    name: [招生管理, \"招\\u751f政策\"]\n"
    "    content:\n      - 招生计划\n      - {text: 指南, parts: [甲, 乙]}\n"
    "    note: |\n      第一行\n\n      第二行\n    basis: >-\n      折叠\n"
    "      文本\n    timing:\n    body: ~\n  - id: c\n    name: 多行\n"
    "      文本\n",
    "a: {b: [1, 2,], c: , d}\ne:\n- x\n- - y\n  - z: \"q\n     r\"\n"
    "- k: >\n    a\n    b\n\n     c\n\nf: |2-\n    x\n"
    "m: 'it''s\n   \n  x'\n",
    "[a: b, {c: d,\n e: \"f\" , g}, [h ] , \"i\":j, k\n l]\n",
    "a:\r\n  b: c\r\n  d:\r\n    - e \\\r\n      f\r\ng: \"h \\\r\n  i\"\r\n",
};
constexpr std::string_view pieces[] = {
    "\n", ":",  "：", ": ",   "- ",    "\t",   "\"",
    "'",  "[",  "]",  "{",    "}",     ",",    "#",
    "&",  "*",  "!",  "|",    ">",     "%",    "@",
    "?",  "  ", "\r", "1",    "---\n", "\xFF", "\\",
    "<<", "~",  " #", "\r\n", "    ",  "|-",   "\xEF\xBB\xBF",
    "-",  "+",  " ",  "\n\n"};

std::string mutant_of(std::string text, Random& random) {
  for (std::size_t edits = 1 + random.below(3); edits > 0; --edits) {
    const std::size_t at = random.below(text.size() + 1);
    const std::size_t length = std::min(random.below(6), text.size() - at);
    switch (random.below(4)) {
      case 0: text.erase(at, length); break;
      case 1: text.insert(at, text.substr(at, length * 3)); break;
      default: text.insert(at, pieces[random.below(std::size(pieces))]);
    }
  }
  return text;
}

TEST_CASE("both readers read mutants alike") {
  Random random;
  std::vector<std::string> texts(std::begin(samples), std::end(samples));
  for (const auto& path : own_files())
    if (std::filesystem::file_size(path) < 3'000)
      texts.push_back(contents(path));
  std::size_t departing = 0;
  for (int round = 0; round < 4'000; ++round) {
    const std::string mutant = mutant_of(
        texts[random.below(round % 2 ? texts.size() : std::size(samples))],
        random);
    const Readings readings(mutant);
    const std::string differs = difference(readings);
    if (differs.empty()) continue;
    INFO(mutant);
    CHECK_MESSAGE(is_departure(readings), differs);
    ++departing;
  }
  CHECK(departing < 250);
}

}  // namespace
}  // namespace catalog::syntax
