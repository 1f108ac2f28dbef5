#include <doctest/doctest.h>

#include "trial.h"

namespace catalog::schema {
namespace {

const std::string channel = R"json({
  "type": "object", "properties": {"channels": {"title": "渠道",
    "type": "array", "items": {"anyOf": [
      {"title": "渠道标识", "type": "string", "pattern": "^[a-z-]+$"},
      {"title": "择一", "type": "object", "required": ["any-of"],
       "additionalProperties": false,
       "properties": {"any-of": {"type": "array"}}},
      {"title": "可选", "type": "object", "required": ["optional"],
       "additionalProperties": false,
       "properties": {"optional": {"type": "array"}}}]}}}})json";

std::string entry(const std::string& text) {
  return "channels:\n  - " + text + "\n";
}

TEST_CASE("a branch is known by its type") {
  CHECK(in_english(channel, entry("Web")) ==
        "2:5 `Web` does not have the form of entry 1 of `channels` "
        "[wrong-form] | it must match `^[a-z-]+$`");
}

TEST_CASE("a branch is known by the key it requires") {
  CHECK(in_english(channel, entry("optional: gazette")) ==
        "2:15 text `gazette` where `optional` takes a list [wrong-type]");
  CHECK(in_english(channel, entry("{optional: [a], odd: b}")) ==
        "2:21 `odd` is not a key of an entry of `channels` [unknown-key]");
}

TEST_CASE("a branch is known by a misspelt key") {
  CHECK(in_english(channel, entry("anyof: [a]")) ==
        "2:5 `anyof` is not a key of an entry of `channels` [unknown-key] | "
        "did you mean `any-of`?");
}

TEST_CASE("where no branch is clearly meant, all are listed once") {
  CHECK(in_english(channel, entry("odd: b")) ==
        "2:5 a mapping fits no form of entry 1 of `channels` [no-form-fits] | "
        "expected a mapping with `any-of` or a mapping with `optional`");
  CHECK(in_chinese(channel, entry("odd: b")) ==
        "2:5 `channels`（渠道）的第 1 项不能是键值组 [no-form-fits] | "
        "应为有 `any-of` 的键值组或有 `optional` 的键值组");
}

TEST_CASE("where no branch has the type, their types are told") {
  CHECK(in_english(channel, entry("[a]")) ==
        "2:5 a list where entry 1 of `channels` takes text or a mapping "
        "[wrong-type]");
  CHECK(in_chinese(channel, entry("[a]")) ==
        "2:5 `channels`（渠道）的第 1 项是列表，应为文本或键值组 "
        "[wrong-type]");
}

TEST_CASE("a discriminating constant chooses the branch") {
  const std::string schema = R"({"oneOf": [
    {"type": "object", "required": ["kind", "size"], "properties": {
      "kind": {"type": "string", "const": "box"},
      "size": {"type": "integer"}}},
    {"type": "object", "required": ["kind", "length"], "properties": {
      "kind": {"type": "string", "const": "line"},
      "length": {"type": "integer"}}}]})";
  CHECK(in_english(schema, "kind: line\nlength: long\n") ==
        "2:9 text `long` where `length` takes a whole number [wrong-type]");
  CHECK(in_english(schema, "kind: box\n") ==
        "1:1 the file has no `size` [missing-key]");
}

TEST_CASE("constants of several branches make one list") {
  const std::string schema = R"({"type": "object", "properties": {"mode": {
    "anyOf": [{"type": "string", "const": "proactive"},
              {"type": "string", "enum": ["withheld", "on-request"]},
              {"type": "array"}]}}})";
  CHECK(in_english(schema, "mode: proactiv\n") ==
        "1:7 `proactiv` is not a value of `mode` [not-allowed-value] | did you "
        "mean `proactive`? it takes `proactive`, `withheld`, `on-request` or "
        "a list");
}

TEST_CASE("forms that exclude each other and both fit are told") {
  const std::string schema = R"({"oneOf": [
    {"type": "object", "required": ["a"]},
    {"type": "object", "required": ["b"]}]})";
  CHECK(in_english(schema, "a: 1\nb: 1\n") ==
        "1:1 the file can be read as a mapping with `a` or a mapping with `b` "
        "alike [ambiguous-form]");
}

TEST_CASE("of if, then and else only what applies is told") {
  const std::string schema = R"({"type": "object",
    "if": {"required": ["kind"], "properties": {
      "kind": {"type": "string", "const": "law"}}},
    "then": {"required": ["number"]}, "else": {"required": ["name"]}})";
  CHECK(in_english(schema, "kind: law\n") ==
        "1:1 the file has no `number` [missing-key]");
  CHECK(in_english(schema, "kind: plan\n") ==
        "1:1 the file has no `name` [missing-key]");
}

TEST_CASE("a schema that branches without end is given up on, not waited for") {
  std::string deep = "1";
  for (int i = 0; i < 40; ++i) deep = "{a: " + deep + "}";
  const std::string schema = R"({"type": ["object", "array"], "anyOf": [
    {"properties": {"a": {"$ref": "#"}}, "required": ["x"]},
    {"properties": {"a": {"$ref": "#"}}, "required": ["y"]}]})";
  CHECK(in_english(schema, deep) ==
        "1:1 checking this against its schema takes too long [too-involved]");
}

}  // namespace
}  // namespace catalog::schema
