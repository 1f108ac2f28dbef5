#include "json/writer.h"

#include <doctest/doctest.h>

namespace catalog::json {
namespace {

TEST_CASE("values stand indented, flat ones on a line") {
  std::string text;
  Writer out(text);
  out.begin_object();
  out.key("name").value("目录");
  out.key("none").begin_array().end_array();
  out.key("flat").begin_array().on_one_line();
  out.value(std::uint64_t{1}).value(true);
  out.begin_object().member_if("a", "b").member_if("c", "").end_object();
  out.end_array();
  out.end_object();
  CHECK(text ==
        "{\n  \"name\": \"目录\",\n  \"none\": [],\n"
        "  \"flat\": [1, true, {\"a\": \"b\"}]\n}");
}

TEST_CASE("text that could end a string or a script is escaped") {
  std::string text;
  append_string(text, "a\"\\\n\x01\x7F\xC2\x9B\xE2\x80\xA8\xFF汉");
  CHECK(text == "\"a\\\"\\\\\\n\\u0001\\u007f\\u009b\\u2028\xEF\xBF\xBD汉\"");
}

}  // namespace
}  // namespace catalog::json
