#include "unicode/pinyin.h"

#include <doctest/doctest.h>

namespace catalog::unicode {
namespace {

TEST_CASE("a Chinese character has the first letter of its reading") {
  CHECK(pinyin_initial(U'政') == 'z');
  CHECK(pinyin_initial(U'务') == 'w');
  CHECK(pinyin_initial(U'公') == 'g');
  CHECK(pinyin_initial(U'开') == 'k');
  CHECK(pinyin_initial(U'女') == 'n');
  CHECK(pinyin_initial(U'安') == 'a');
}

TEST_CASE("what is no Chinese character has none") {
  CHECK(pinyin_initial(U'a') == 0);
  CHECK(pinyin_initial(U'、') == 0);
  CHECK(pinyin_initial(U'の') == 0);
  CHECK(pinyin_initial(0x110000) == 0);
}

}  // namespace
}  // namespace catalog::unicode
