#include "format/format.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "format/difference.h"
#include "format/layout.h"
#include "schema/schema.h"
#include "syntax/read.h"

namespace catalog::format {
namespace {

namespace fs = std::filesystem;
using diagnostics::Diagnostics;
using diagnostics::Language;

const Guide& guide() {
  static const Guide one;
  return one;
}

std::string laid_out(std::string_view bytes) {
  source::SourceTree tree;
  Diagnostics found(Language::en);
  const auto file = tree.add("a.yaml", std::string(bytes));
  const auto result = formatted(tree, file, guide(), found);
  if (!result) return "(left alone)";
  CHECK(formatted(tree, tree.add("a.yaml", *result), guide(), found) ==
        *result);
  return *result;
}

TEST_CASE("keys stand in the order of the schema, comments beside them") {
  CHECK(laid_out("# about the file\n"
                 "\n"
                 "items:\n"
                 "- name: [一, 二]   # two levels\n"
                 "  # the first of all\n"
                 "  id: a/b\n"
                 "  odd: kept\n"
                 "  content:\n"
                 "  - 甲\n"
                 "\n"
                 "\n"
                 "  # about the second\n"
                 "  - 乙\n"
                 "  # and no more\n"
                 "# about the domains\n"
                 "domains: [ { name: 医疗, id: c } ]\n") ==
        "# about the file\n"
        "\n"
        "# about the domains\n"
        "domains: [{id: c, name: 医疗}]\n"
        "items:\n"
        "  # the first of all\n"
        "  - id: a/b\n"
        "    name: [一, 二]   # two levels\n"
        "    content:\n"
        "      - 甲\n"
        "\n"
        "      # about the second\n"
        "      - 乙\n"
        "    odd: kept\n"
        "    # and no more\n");
}

TEST_CASE("short lists of ids go on one line, long ones on several") {
  CHECK(laid_out("items:\n"
                 "  - id: a/b\n"
                 "    levels:\n"
                 "      - county\n"
                 "      - town\n"
                 "    content: [甲, 乙]\n"
                 "    basis:\n"
                 "      - some-law\n"
                 "    related: [a-rather-long-name/of-an-item-one,\n"
                 "      a-rather-long-name/of-an-item-two]\n") ==
        "items:\n"
        "  - id: a/b\n"
        "    content: [甲, 乙]\n"
        "    basis:\n"
        "      - some-law\n"
        "    levels: [county, town]\n"
        "    related:\n"
        "      - a-rather-long-name/of-an-item-one\n"
        "      - a-rather-long-name/of-an-item-two\n");
}

TEST_CASE("a blank line parts the items of more than one line") {
  CHECK(laid_out("laws:\n"
                 "  - {id: a, title: 甲}\n"
                 "  - {id: b, title: 乙}\n"
                 "  - id: c\n"
                 "    title: 丙\n"
                 "  # about d\n"
                 "  - id: d\n"
                 "    title: 丁\n") ==
        "laws:\n"
        "  - {id: a, title: 甲}\n"
        "  - {id: b, title: 乙}\n"
        "\n"
        "  - id: c\n"
        "    title: 丙\n"
        "\n"
        "  # about d\n"
        "  - id: d\n"
        "    title: 丁\n");
}

TEST_CASE("a list of one line below a blank one gets no blank lines inside") {
  std::string before = "items:\n  - id: a/b\n\n    related: [x0";
  std::string after = "items:\n  - id: a/b\n\n    related:\n      - x0\n";
  for (int i = 1; i < 41; ++i) {
    before += ", x" + std::to_string(i);
    after += "      - x" + std::to_string(i) + "\n";
  }
  CHECK(laid_out(before + "]\n") == after);
}

TEST_CASE("text that other programs take for something else gets quotes") {
  CHECK(laid_out("catalog:\n"
                 "  id: a\n"
                 "  version: 2026.1\n"
                 "  title: no\n"
                 "  date: 2026-01-15\n"
                 "  supervision: {phone: 12345, office: '一'}\n"
                 "  checks: {generic-body: off}\n"
                 "jurisdictions:\n"
                 "  - {code: 330304, name: ~, assumed: true}\n"
                 "calendar:\n"
                 "  - year: 2026\n") ==
        "catalog:\n"
        "  id: a\n"
        "  title: \"no\"\n"
        "  version: \"2026.1\"\n"
        "  date: 2026-01-15\n"
        "  supervision: {phone: \"12345\", office: '一'}\n"
        "  checks: {generic-body: off}\n"
        "jurisdictions:\n"
        "  - {code: \"330304\", name: \"~\", assumed: true}\n"
        "calendar:\n"
        "  - year: 2026\n");
}

TEST_CASE("texts of several lines keep their lines") {
  CHECK(laid_out("laws:\n"
                 " - id: a\n"
                 "   note: |2   # as is\n"
                 "       first  \n"
                 "\n"
                 "     second\n"
                 "   title: one\n"
                 "           two\n"
                 "\n"
                 "           three # end\n"
                 " - id: b\n"
                 "   note: >-\n"
                 "        folded\n"
                 "        text\n"
                 "\n"
                 "   title: \"one\n"
                 "     two\"\n") ==
        "laws:\n"
        "  - id: a\n"
        "    title: one\n"
        "      two\n"
        "\n"
        "      three # end\n"
        "    note: |2   # as is\n"
        "        first  \n"
        "\n"
        "      second\n"
        "\n"
        "  - id: b\n"
        "    title: \"one\n"
        "      two\"\n"
        "    note: >-\n"
        "      folded\n"
        "      text\n");
  CHECK(laid_out("note: |+\n  text\n\nlaws:\n  - x\n") ==
        "laws:\n  - x\n\nnote: |+\n  text\n\n");
  CHECK(laid_out("note: |\n  cut short") == "note: |-\n  cut short\n");
}

TEST_CASE("line ends, tabs at line ends and byte order marks become plain") {
  CHECK(laid_out("\xEF\xBB\xBFitems: []  \r\n\r\n\r\n# end  \r\n\r\n") ==
        "items: []\n\n# end\n");
  CHECK(laid_out("") == "");
  CHECK(laid_out("# only\n\n\n# words") == "# only\n\n# words\n");
  CHECK(laid_out("items:\n  -\n    id: x\n  - \n") ==
        "items:\n  - id: x\n  -\n");
}

TEST_CASE("comments in flow style put their list on several lines") {
  CHECK(laid_out("items:\n"
                 "  - id: a\n"
                 "    levels: [ # which\n"
                 "      county, # first\n"
                 "      # then\n"
                 "      town\n"
                 "      # no more\n"
                 "    ] # end\n") ==
        "items:\n"
        "  - id: a\n"
        "    levels: # end\n"
        "      # which\n"
        "      - county # first\n"
        "      # then\n"
        "      - town\n"
        "      # no more\n");
}

TEST_CASE("files that cannot be read, and schemas, keep what they are") {
  CHECK(laid_out("items: [a\nlaws: b\n") == "(left alone)");
  CHECK(laid_out("a: &x 1\nb: *x\n") == "(left alone)");
  CHECK(laid_out("type: object\n$schema: x\nitems:\n  name: 1\n  id: 2\n") ==
        "type: object\n$schema: x\nitems:\n  name: 1\n  id: 2\n");
}

TEST_CASE("differences are unified diffs") {
  CHECK(difference("a", "1\n2\n", "1\n2\n").empty());
  CHECK(difference("a.yaml", "1\n2\n3\n4\n5\n6\n7\n8\n9\n",
                   "1\n2\n3\n4\nfive\n6\n7\n8\n9") ==
        "--- a.yaml\n+++ a.yaml\n@@ -2,8 +2,8 @@\n 2\n 3\n 4\n-5\n+five\n 6\n"
        " 7\n 8\n-9\n+9\n\\ No newline at end of file\n");
  CHECK(difference("a", "", "1\n") == "--- a\n+++ a\n@@ -0,0 +1,1 @@\n+1\n");
}

// ---- all YAML of the repository, and what becomes of it by small damage ----

std::vector<std::string> all_yaml() {
  std::vector<std::string> all;
  for (const char* folder : {"catalog", "examples", "src", "tests/cases"})
    for (const auto& entry : fs::recursive_directory_iterator(
             fs::path(CATALOG_SOURCE_DIR) / folder))
      if (entry.path().extension() == ".yaml") {
        std::ifstream file(entry.path(), std::ios::binary);
        all.emplace_back(std::istreambuf_iterator<char>(file),
                         std::istreambuf_iterator<char>());
      }
  return all;
}

struct Read {
  explicit Read(const std::string& bytes) : found(Language::en) {
    document = syntax::read(tree, tree.add("a.yaml", bytes), found);
  }
  source::SourceTree tree;
  Diagnostics found;
  syntax::Document document;
};

/// What the schema finds, without its places.
std::size_t count_of_mistakes(const Read& file) {
  static schema::Registry registry;
  static const auto schema = [] {
    registry.add_embedded();
    Diagnostics found(Language::en);
    return schema::compile("urn:catalog:source", registry,
                           schema::Dialect::ours, found);
  }();
  Diagnostics found(Language::en);
  schema::validate(*schema, file.document.root(), found);
  return found.sorted().size();
}

/// Formats a text that reads without errors, and compares what both say.
bool keeps_meaning(const std::string& bytes) {
  const Read before(bytes);
  const bool is_catalog =
      !before.document.empty() && before.document.root().is_mapping();
  if (before.found.has_errors() || !is_catalog) return false;
  CAPTURE(bytes);
  Diagnostics found(Language::en);
  const auto result =
      formatted(before.tree, before.document.file, guide(), found);
  for (const auto& each : found.sorted()) FAIL_CHECK(each.message);
  REQUIRE(result);
  const Read after(*result);
  CAPTURE(*result);
  CHECK_FALSE(after.found.has_errors());
  CHECK(is_same(before.document.root(), after.document.root()));
  CHECK(count_of_mistakes(before) == count_of_mistakes(after));
  CHECK(formatted(after.tree, after.document.file, guide(), found) == *result);
  for (std::size_t at = result->find(" \n"); at != std::string::npos;
       at = result->find(" \n", at + 1))
    CHECK(result->find('|') != std::string::npos);  // trailing blanks are text
  return true;
}

/// Bytes of a text moved, doubled, dropped or replaced by signs of YAML.
std::string mutant(std::string bytes, std::mt19937& random) {
  static const std::vector<std::string> signs{
      " # c",   "\n",   "\n\n",    "  ", "- ",    ": ",        "[",
      "]",      "{",    "}",       ", ", "'",     "\"",        "|\n",
      ">\n",    "#",    "\n# c\n", "~",  "12345", "no",        "? ",
      "\r\n",   "|+\n", "''",      "\t", "一",    "\n  # d\n", "[a, # e\n b]",
      "{a: 1}", "\\n"};
  for (std::size_t i = 1 + random() % 3; i > 0 && !bytes.empty(); --i) {
    const std::size_t at = random() % (bytes.size() + 1);
    const std::size_t size = random() % 12;
    switch (random() % 4) {
      case 0: bytes.insert(at, signs[random() % signs.size()]); break;
      case 1: bytes.erase(at, size); break;
      case 2: bytes.replace(at, 1, signs[random() % signs.size()]); break;
      default:
        bytes.insert(at, bytes.substr(random() % bytes.size(), size * 4));
    }
  }
  return bytes;
}

/// Some items from anywhere in a text; all of it where it has none.
std::string piece(const std::string& bytes, std::mt19937& random) {
  const std::size_t begin = bytes.find("\n  - ", random() % bytes.size());
  if (begin == std::string::npos) return bytes;
  const std::string lines = bytes.substr(begin, 300 + random() % 600);
  return "items:" + lines.substr(0, lines.rfind('\n') + 1);
}

TEST_CASE("the YAML of the repository says the same when it is laid out") {
  std::size_t count = 0;
  for (const std::string& bytes : all_yaml()) count += keeps_meaning(bytes);
  CHECK(count > 80);
}

TEST_CASE("mutants that can be read say the same when they are laid out") {
  const std::vector<std::string> all = all_yaml();
  std::mt19937 random(20260115);
  const char* const wanted = std::getenv("CATALOG_EDITS");
  const int count = wanted ? 10 * std::atoi(wanted) : 1000;
  int readable = 0;
  for (int i = 0; i < count; ++i)
    readable += keeps_meaning(
        mutant(piece(all[random() % all.size()], random), random));
  CHECK(readable > count / 12);
}

}  // namespace
}  // namespace catalog::format
