#include "unicode/closest.h"

#include <doctest/doctest.h>

#include <string_view>
#include <vector>

namespace catalog::unicode {
namespace {

std::string meant(std::string_view word,
                  const std::vector<std::string_view>& candidates) {
  return closest(word, candidates).value_or("-");
}

TEST_CASE("edits are counted up to a limit") {
  CHECK(edit_distance(U"kitten", U"sitting", 9) == 3);
  CHECK(edit_distance(U"kitten", U"sitting", 2) == 3);
  CHECK(edit_distance(U"timign", U"timing", 2) == 1);
  CHECK(edit_distance(U"", U"ab", 5) == 2);
  CHECK(edit_distance(U"", U"", 0) == 0);
  CHECK(edit_distance(U"教育局", U"教育厅", 1) == 1);
  CHECK(edit_distance(U"ca", U"abc", 9) == 3);
}

TEST_CASE("a misspelt word finds what was meant") {
  CHECK(meant("statuss", {"state", "status", "stats"}) == "status");
  CHECK(meant("chanels", {"body", "channels"}) == "channels");
  CHECK(meant("Ｎａｍｅ", {"note", "name"}) == "name");
  CHECK(meant("compulsory-education/enrolment-polcy",
              {"compulsory-education/enrolment-plan",
               "compulsory-education/enrolment-policy"}) ==
        "compulsory-education/enrolment-policy");
}

TEST_CASE("Chinese names are compared by characters") {
  CHECK(meant("政府网占", {"政府公报", "政府网站"}) == "政府网站");
  CHECK(meant("生态环竟", {"生态环境", "社会救助"}) == "生态环境");
  CHECK(meant("查阅点", {"政府网站", "公开查阅点"}) == "公开查阅点");
}

TEST_CASE("nothing is suggested where nothing is near") {
  CHECK(meant("a", {"b"}) == "-");
  CHECK(meant("colour", {"body", "timing"}) == "-");
  CHECK(meant("医疗卫生", {"社会救助"}) == "-");
  CHECK(meant("", {"name"}) == "-");
  CHECK(meant("education", {"education-bureau", "education-authority"}) == "-");
}

}  // namespace
}  // namespace catalog::unicode
