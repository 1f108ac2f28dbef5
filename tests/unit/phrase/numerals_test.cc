#include "phrase/numerals.h"

#include <doctest/doctest.h>

namespace catalog::phrase {
namespace {

TEST_CASE("numbers are read in every script that tables use") {
  CHECK(number("26") == 26);
  CHECK(number("２６") == 26);
  CHECK(number("二十六") == 26);
  CHECK(number("十") == 10);
  CHECK(number("十二") == 12);
  CHECK(number("一百零三") == 103);
  CHECK(number("一百一十") == 110);
  CHECK(number("两千零二十六") == 2026);
  CHECK(number("二〇二六") == 2026);
}

TEST_CASE("what is not one number is not read") {
  for (const auto text : {"", "第", "十百", "百", "二十六条", "99999", "二十百",
                          "一二十", "12个"})
    CHECK_MESSAGE(!number(text), text);
}

}  // namespace
}  // namespace catalog::phrase
