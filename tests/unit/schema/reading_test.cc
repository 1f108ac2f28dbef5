#include <doctest/doctest.h>

#include "trial.h"

namespace catalog::schema {
namespace {

bool fits(const std::string& schema, const std::string& yaml) {
  return Trial(schema, yaml).valid;
}

TEST_CASE("a scalar is text where text is expected or nothing is said") {
  for (const std::string plain :
       {"no", "12345", "0577", "true", "null", "1.0"}) {
    CHECK(fits(R"({"type": "string"})", plain));
    CHECK(fits(R"({"minLength": 2})", plain));
    CHECK(fits(R"({"type": ["string", "integer"], "minLength": 2})", plain));
  }
}

TEST_CASE("a scalar is a number or a boolean where that is expected") {
  CHECK(fits(R"({"type": "integer", "minimum": 12})", "12"));
  CHECK(fits(R"({"type": "number", "maximum": 12.5})", "12.5"));
  CHECK(fits(R"({"type": "boolean"})", "true"));
  CHECK(fits(R"({"type": "null"})", "null"));
  CHECK(fits(R"({"type": ["boolean", "integer"]})", "3"));
  CHECK_FALSE(fits(R"({"type": "integer"})", "0577"));
  CHECK_FALSE(fits(R"({"type": "boolean"})", "yes"));
  CHECK_FALSE(fits(R"({"type": "integer"})", "1e3x"));
}

TEST_CASE("a quoted or block scalar is always text") {
  CHECK_FALSE(fits(R"({"type": "integer"})", "\"12\""));
  CHECK_FALSE(fits(R"({"type": "boolean"})", "'true'"));
  CHECK_FALSE(fits(R"({"type": "integer"})", "|\n  12\n"));
}

TEST_CASE("types reached by allOf and $ref take part in the reading") {
  CHECK(fits(R"({"$defs": {"n": {"type": "number"}},
                 "allOf": [{"$ref": "#/$defs/n"}]})",
             "12"));
  CHECK(fits(R"({"type": ["string", "integer"],
                 "allOf": [{"type": "integer"}]})",
             "12"));
  CHECK_FALSE(fits(R"({"type": ["string", "integer"],
                       "allOf": [{"type": "integer"}]})",
                   "twelve"));
}

TEST_CASE("constants without a type say how they are read") {
  CHECK(fits(R"({"const": 12})", "12"));
  CHECK(fits(R"({"const": "12"})", "12"));
  CHECK(fits(R"({"enum": [true, false]})", "true"));
  CHECK_FALSE(fits(R"({"const": 12})", "\"12\""));
}

TEST_CASE("each branch makes its own reading") {
  const std::string schema = R"({"anyOf": [
    {"type": "integer", "minimum": 10}, {"type": "string", "maxLength": 1}]})";
  CHECK(fits(schema, "12"));
  CHECK(fits(schema, "9"));
  CHECK_FALSE(fits(schema, "no"));
  CHECK(fits(R"({"oneOf": [{"type": "integer"}, {"type": "boolean"}]})", "7"));
  CHECK(fits(R"({"if": {"type": "integer"},
                 "then": {"type": "integer", "minimum": 5},
                 "else": {"type": "string"}})",
             "6"));
}

TEST_CASE("numbers are exact, whatever their size") {
  CHECK(fits(R"({"type": "number", "multipleOf": 0.0001})", "0.0075"));
  CHECK(fits(R"({"type": "integer", "minimum": 18446744073709551616})",
             "18446744073709551616"));
  CHECK_FALSE(fits(R"({"type": "integer", "minimum": 18446744073709551616})",
                   "18446744073709551615"));
  CHECK(fits(R"({"type": "number", "exclusiveMaximum": 1e400})", "9e399"));
}

}  // namespace
}  // namespace catalog::schema
