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
    {"7.3.1", "the lines of a quoted text are indented by spaces",
     "a: \"x\n\ty\"\n", "tab"},
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
    {"7.4.2", "a key between braces may be on several lines",
     "a: {b\n  c: d}\n", ""},
    {"7.4.2", "so may the end of a key without a value", "a: {b\n  }\n", ""},
    {"8.1.1.1", "a block's text is no less indented than empty lines before",
     "a: >\n    \n  # x\n", "indentation"},
    {"8.1.1.1", "the text of a block at the root may stand in column 1",
     ">\nx\ny\n", ""},
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

/// What a tree says is written, in order, without the blanks and comments
/// between: its scalars as they are in the file, and the signs around them.
class Printer {
 public:
  explicit Printer(const Document& document) : document_(document) {
    if (!document.empty()) print(document.root());
  }
  const std::vector<std::string>& tokens() const { return tokens_; }

 private:
  std::string_view written(Node node) const {
    const auto span = node.span();
    return document_.bytes.substr(span.begin, span.end - span.begin);
  }
  void print(Node node) {
    const std::string_view bytes = written(node);
    const bool is_flow = node.style() == Style::flow;
    const bool has_brackets =
        is_flow && (bytes.starts_with('[') || bytes.starts_with('{'));
    if (has_brackets) tokens_.emplace_back(bytes.substr(0, 1));
    if (node.is_scalar() && !bytes.empty()) tokens_.emplace_back(text(node));
    bool is_first = true;
    for (const Node item : node.items()) {
      separate(is_flow, is_first);
      if (!is_flow) tokens_.emplace_back("-");
      print(item);
    }
    for (const auto [key, value] : node.entries()) {
      separate(is_flow, is_first);
      print(key);
      if (!is_flow || has_colon(key)) tokens_.emplace_back(":");
      print(value);
    }
    if (has_brackets) tokens_.emplace_back(bytes.substr(bytes.size() - 1));
  }
  void separate(bool is_flow, bool& is_first) {
    if (is_flow && !is_first) tokens_.emplace_back(",");
    is_first = false;
  }
  /// A key between braces may stand alone.
  bool has_colon(Node key) const {
    const std::size_t at =
        document_.bytes.find_first_not_of(" \r\n", key.span().end);
    return document_.bytes[at] == ':';
  }
  /// On one line, from its text and style; else as it is in the file.
  std::string text(Node node) const {
    const std::string_view bytes = written(node);
    if (bytes.find('\n') != bytes.npos || bytes.find('\\') != bytes.npos)
      return std::string(bytes);
    std::string value(node.text());
    if (node.style() == Style::double_quoted) return '"' + value + '"';
    if (node.style() == Style::plain) return value;
    if (node.style() != Style::single_quoted) return std::string(bytes);
    std::string quoted = "'";
    for (const char each : value)
      quoted += each == '\'' ? "''" : std::string(1, each);
    return quoted + '\'';
  }

  const Document& document_;
  std::vector<std::string> tokens_;
};

/// The file as its tree, its comments and its blanks give it.
std::string printed(const Document& document) {
  const std::vector<std::string> tokens = Printer(document).tokens();
  const auto comments = comments_of(document);
  auto comment = comments.begin();
  const std::string_view bytes = document.bytes;
  std::string text;
  const auto print_space = [&] {
    for (;;) {
      const std::size_t at = text.size();
      if (comment != comments.end() && comment->begin == at) {
        text += bytes.substr(at, comment->end - at);
        ++comment;
      } else if (at < bytes.size() &&
                 std::string_view(" \r\n").find(bytes[at]) != bytes.npos) {
        text += bytes[at];
      } else {
        return;
      }
    }
  };
  for (const std::string& token : tokens) {
    print_space();
    // A comma may stand behind the last of a flow collection's entries.
    if ((token == "]" || token == "}") && text.size() < bytes.size() &&
        bytes[text.size()] == ',') {
      text += ',';
      print_space();
    }
    text += token;
  }
  print_space();
  return text;
}

TEST_CASE("a tree, printed, gives its file back byte for byte") {
  std::size_t count = 0;
  for (const auto& path : own_files()) {
    INFO(path.string());
    const Readings readings(contents(path));
    if (readings.strict_found.has_errors()) continue;
    ++count;
    const bool is_same = printed(readings.strict) == readings.strict.bytes;
    CHECK(is_same);
  }
  CHECK(count > 100);
}

/// A small generator of its own, so that every run has the same mutants.
struct Random {
  std::uint64_t state = 7;
  std::size_t below(std::size_t bound) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::size_t>(state >> 33) % bound;
  }
};

/// Writes trees of every kind and style.
class Generator {
 public:
  explicit Generator(std::uint64_t seed) : random_{seed} {}

  std::string items(std::size_t count) {
    text_ = "items:\n";
    for (std::size_t i = 0; i < count; ++i) {
      text_ += "  - id: a/item-" + std::to_string(i) + '\n';
      entries(4, 3, 1 + random_.below(6));
      if (random_.below(5) == 0) text_ += "\n";
    }
    return std::move(text_);
  }

 private:
  std::string word() {
    constexpr const char* words[] = {
        "招生计划", "政府网站",   "a-b",  "20个工作日内", "0577-88888888",
        "true",     "（附件）",   "x:y",  "a#b",          "《办法》第三条",
        "~",        "2026-01-15", "甲 乙"};
    return words[random_.below(std::size(words))];
  }
  std::string quoted() {
    switch (random_.below(4)) {
      case 0: return "'" + word() + "''s'";
      case 1: return "\"" + word() + "\\n\\u4e2d\"";
      case 2: return "\"" + word() + ": " + word() + " # \"";
      default: return "'" + word() + "'";
    }
  }
  std::string scalar() { return random_.below(4) ? word() : quoted(); }
  std::string flow(std::size_t depth) {
    if (depth == 0 || random_.below(2))
      return random_.below(3) ? "甲" : quoted();
    const bool is_list = random_.below(2) != 0;
    std::string text = is_list ? "[" : "{";
    const std::size_t count = random_.below(4);
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0) text += random_.below(3) ? ", " : " ,";
      if (!is_list) text += "k" + std::to_string(i) + ": ";
      text += flow(depth - 1);
    }
    if (count > 0 && random_.below(6) == 0) text += ",";
    return text + (is_list ? "]" : "}");
  }
  void line(std::size_t column, const std::string& text) {
    text_ += std::string(column, ' ') + text + '\n';
  }
  void end_line() {
    if (random_.below(8) == 0) text_ += "  # 说明";
    text_ += '\n';
  }
  void block_text(std::size_t column) {
    constexpr const char* heads[] = {" |", " >", " |-", " |+", " |2-"};
    const std::size_t head = random_.below(std::size(heads));
    text_ += std::string(heads[head]) + '\n';
    const std::size_t deeper =
        head == 4 ? column + 2 : column + 1 + random_.below(4);
    line(deeper, word());
    if (random_.below(2)) text_ += '\n';
    line(deeper, word());
    if (random_.below(3) == 0) line(deeper, "  " + word());
  }
  void value(std::size_t column, std::size_t depth) {
    switch (depth == 0 ? random_.below(4) : random_.below(9)) {
      case 0: text_ += ' ' + word(); return end_line();
      case 1: text_ += ' ' + quoted(); return end_line();
      case 2: return end_line();
      case 3: text_ += ' ' + flow(3); return end_line();
      case 4: return block_text(column);
      case 5:
        text_ += " 甲";
        text_ += '\n';
        return line(column + 2, "乙 " + std::to_string(random_.below(99)));
      case 6:
        end_line();
        return entries(column + 2, depth - 1, 1 + random_.below(3));
      default:
        end_line();
        for (std::size_t i = random_.below(3) + 1; i > 0; --i) {
          text_ += std::string(column, ' ') + "-";
          value(column, depth - 1);
        }
    }
  }
  void entries(std::size_t column, std::size_t depth, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      if (random_.below(20) == 0) line(column, "# 注释");
      text_ += std::string(column, ' ') + "key-" + std::to_string(i) + ":";
      value(column, depth);
    }
  }

  Random random_;
  std::string text_;
};

TEST_CASE("both readers read generated trees alike") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    INFO(seed);
    const Readings readings(Generator(seed).items(seed == 1 ? 20'000 : 20));
    CHECK(difference(readings) == "");
    CHECK(!readings.strict_found.has_errors());
    const bool is_same = printed(readings.strict) == readings.strict.bytes;
    CHECK(is_same);
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
