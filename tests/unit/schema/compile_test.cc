#include <doctest/doctest.h>

#include "trial.h"

namespace catalog::schema {
namespace {

std::string problems(const std::string& schema) {
  return in_english(schema, "a: b\n");
}

TEST_CASE("an unknown keyword in a schema of ours is an error") {
  CHECK(problems(R"({"type": "object", "propertis": {}})") ==
        "1:20 `propertis` is not a keyword of JSON Schema [unknown-keyword] | "
        "did you mean `properties`?");
  CHECK(in_chinese(R"({"zzzz": 1})", "a: b\n") ==
        "1:2 `zzzz` 不是 JSON Schema 的关键字 [unknown-keyword]");
  CHECK(Trial(R"({"propertis": {}})", "a: b\n", diagnostics::Language::en,
              Dialect::standard)
            .text()
            .empty());
}

TEST_CASE("a bound without a numeric type has no effect and is an error") {
  CHECK(problems(R"({"properties": {"a": {"minimum": 3}}})") ==
        "1:23 `minimum` has no effect without a numeric `type` "
        "[keyword-without-type]");
  CHECK(problems(R"({"properties": {"a": {"type": "string", "maximum": 3}}})")
            .find("`maximum`") != std::string::npos);
  CHECK(problems(R"({"properties": {"a": {
          "$ref": "#/$defs/n", "minimum": 3}},
          "$defs": {"n": {"type": ["integer", "string"]}}})")
            .empty());
}

TEST_CASE("the value of a keyword is checked") {
  CHECK(problems(R"({"minLength": -1})") ==
        "1:15 the value of `minLength` is not a whole number, at least 0 "
        "[wrong-keyword-value]");
  CHECK(problems(R"({"type": "strin"})") ==
        "1:10 the value of `type` is not a type of JSON or a list of such "
        "[wrong-keyword-value]");
  CHECK(problems(R"({"required": ["a", "a"]})").find("distinct names") !=
        std::string::npos);
}

TEST_CASE("a reference that leads nowhere is shown") {
  CHECK(problems(R"({"$ref": "#/$defs/none"})") ==
        "1:10 `#/$defs/none` leads to no schema [unresolved-reference]");
  CHECK(problems(R"({"$ref": "https://example.com/far.json"})")
            .find("unresolved-reference") != std::string::npos);
}

TEST_CASE("references that go round on one value are an error") {
  CHECK(problems(R"({"title": "t", "$ref": "#"})") ==
        "1:1 `t` applies this schema to the same value again, without end "
        "[endless-reference]");
  CHECK(problems(R"({"anyOf": [{"$ref": "#/$defs/a"}], "$defs": {
          "a": {"allOf": [{"$ref": "#"}]}}})")
            .find("endless-reference") != std::string::npos);
  CHECK(problems(R"({"properties": {"a": {"anyOf": [
          {"type": "string"}, {"$ref": "#"}]}}})")
            .empty());
}

TEST_CASE("a chain of references is followed only so far") {
  std::string schema = R"({"$ref": "#/$defs/d0", "$defs": {)";
  for (int i = 0; i < 2000; ++i)
    schema += fmt::format(R"("d{}": {{"$ref": "#/$defs/d{}"}}, )", i, i + 1);
  CHECK(problems(schema + R"("d2000": true}})").find("long-reference") !=
        std::string::npos);
}

TEST_CASE("a pattern that takes more than linear time is refused") {
  CHECK(problems(R"({"type": "string", "pattern": "^(?=a)b"})") ==
        "1:31 the pattern `^(?=a)b` cannot be used: look-around is not "
        "supported [refused-pattern]");
  CHECK(problems(R"({"pattern": "(a)\\1"})").find("back references") !=
        std::string::npos);
}

TEST_CASE("patterns mean what ECMAScript has them mean") {
  const auto fits = [](const std::string& pattern, const std::string& text) {
    return Trial(R"({"type": "string", "pattern": ")" + pattern + "\"}",
                 "\"" + text + "\"")
        .valid;
  };
  CHECK(fits(R"(^\\u4e00$)", "一"));
  CHECK(fits(R"(^\\ud83d\\udc32$)", "🐲"));
  CHECK(fits(R"(^\\p{Script=Han}+$)", "公开"));
  CHECK(fits(R"(^\\p{Letter}\\p{gc=Decimal_Number}$)", "a1"));
  CHECK(fits(R"(^\\cI$)", "\\t"));
  CHECK(fits(R"(^\\s$)", "\\u3000"));
  CHECK(fits(R"(^[^\\S]$)", "\\u00a0"));
  CHECK_FALSE(fits(R"(^\\S$)", "\\ufeff"));
  CHECK_FALSE(fits("^.$", "\\u2028"));
  CHECK_FALSE(fits("^a$", "a\\n"));
  CHECK(fits("[[]", "["));
}

TEST_CASE("a schema may be written in YAML") {
  diagnostics::Diagnostics found(diagnostics::Language::en);
  source::SourceTree tree;
  const auto schema_file = tree.add("own.schema.yaml", R"(
type: object
required: [id]
additionalProperties: false
properties:
  id: {type: string, minLength: 2, pattern: '^[a-z]+$'}
  count: {type: integer, minimum: 3, enum: [3, 12]}
  tags: {type: array, uniqueItems: true, items: {const: 12}}
)");
  const auto file = tree.add("a.yaml", "id: ab\ncount: 12\ntags: [12]\n");
  const auto bad = tree.add("b.yaml", "id: a\ncount: 4\ntags: [13]\nx: 1\n");
  const auto written = syntax::read_yaml(tree, schema_file, found);
  const Registry none;
  const auto schema = compile(written, "own", none, Dialect::ours, found);
  REQUIRE(schema);
  CHECK(is_valid(*schema, syntax::read_yaml(tree, file, found).root()));
  const auto wrong = syntax::read_yaml(tree, bad, found);
  validate(*schema, wrong.root(), found);
  CHECK(found.sorted().size() == 4);
}

TEST_CASE("the schemas that the program carries compile") {
  Registry registry;
  registry.add_embedded();
  diagnostics::Diagnostics found(diagnostics::Language::en);
  CHECK(compile("urn:catalog:source", registry, Dialect::ours, found));
  CHECK(compile("https://json-schema.org/draft/2020-12/schema", registry,
                Dialect::standard, found));
  for (const diagnostics::Diagnostic& each : found.sorted())
    FAIL_CHECK(each.message);
}

TEST_CASE("the schemas that the program carries fit the metaschema") {
  Registry registry;
  registry.add_embedded();
  diagnostics::Diagnostics found(diagnostics::Language::en);
  const auto meta = compile("https://json-schema.org/draft/2020-12/schema",
                            registry, Dialect::standard, found);
  REQUIRE(meta);
  for (const source::EmbeddedFile& file : embedded_files()) {
    const auto document = syntax::read_json({}, file.bytes, found);
    INFO(file.path);
    REQUIRE_FALSE(document.empty());
    CHECK(is_valid(*meta, document.root()));
  }
}

}  // namespace
}  // namespace catalog::schema
