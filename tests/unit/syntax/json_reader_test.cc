#include "syntax/json_reader.h"

#include <doctest/doctest.h>

#include <string>

namespace catalog::syntax {
namespace {

std::string problem(const std::string& text) {
  diagnostics::Diagnostics found(diagnostics::Language::en);
  const Document document = read_json({}, text, found);
  const auto all = found.sorted();
  if (all.empty()) return "";
  const diagnostics::Diagnostic& first = all[0];
  return std::to_string(first.span.begin) + " " + first.message;
}

TEST_CASE("JSON is read into the flat tree with its places") {
  const std::string text = R"({"a": [1, "x\u4e00\ud83d\udc32"], "b": null})";
  diagnostics::Diagnostics found(diagnostics::Language::en);
  const Document document = read_json({}, text, found);
  REQUIRE(found.sorted().empty());
  const Node root = document.root();
  REQUIRE(root.is_mapping());
  CHECK(root.size() == 2);
  const Entry first = *root.entries().begin();
  CHECK(first.key.text() == "a");
  CHECK(first.key.span().begin == 1);
  CHECK(first.value.size() == 2);
  auto item = first.value.items().begin();
  CHECK((*item).text() == "1");
  CHECK((*item).is_plain());
  ++item;
  CHECK((*item).text() == "x一🐲");
  CHECK_FALSE((*item).is_plain());
  CHECK(text.substr((*item).span().begin, 4) == "\"x\\u");
  CHECK(root.span().end == text.size());
}

TEST_CASE("what is not JSON is reported at its place") {
  CHECK(problem("{\"a\": 1,}") ==
        "8 this is not JSON: a key in double quotes is expected here");
  CHECK(problem("[1 2]") ==
        "3 this is not JSON: `,` or the end of the list or mapping is "
        "expected");
  CHECK(problem("[01]") == "1 this is not JSON: a number is not written so");
  CHECK(problem("[1.]") == "1 this is not JSON: a number is not written so");
  CHECK(problem("\"a") == "0 this is not JSON: the string is not closed");
  CHECK(problem("\"\\q\"") == "1 this is not JSON: there is no such escape");
  CHECK(problem("true false") ==
        "5 this is not JSON: more text follows the end of the value");
  CHECK(problem("") == "0 this is not JSON: a value is expected here");
  CHECK(problem("\"a\nb\"") ==
        "2 this is not JSON: a control character stands in a string");
  CHECK(problem("\"\xff\"") == "1 this is not JSON: these bytes are not UTF-8");
}

TEST_CASE("a lone surrogate is no character") {
  for (const std::string text :
       {R"("\ud800")", R"("\udc00")", R"("\ud800\u0041")", R"("\ud800x")"})
    CHECK(problem(text) ==
          "1 this is not JSON: a lone surrogate is not a character");
}

TEST_CASE("a key written twice is reported with the first") {
  diagnostics::Diagnostics found(diagnostics::Language::zh);
  const std::string text = R"({"a": 1, "\u0061": 2})";
  const Document document = read_json({}, text, found);
  REQUIRE(found.sorted().size() == 1);
  CHECK(found.sorted()[0].message == "`a` 写了两次");
  CHECK(found.sorted()[0].labels[0].span.begin == 1);
  CHECK_FALSE(document.empty());
}

TEST_CASE("deep nesting is refused, not followed") {
  CHECK(problem(std::string(100'000, '[')).find("nested too deeply") !=
        std::string::npos);
  CHECK(problem(std::string(100, '[') + std::string(100, ']')).empty());
}

}  // namespace
}  // namespace catalog::syntax
