#include "unicode/traditional.h"

#include <doctest/doctest.h>

namespace catalog::unicode {
namespace {

TEST_CASE("traditional forms have a simplified one") {
  CHECK(simplified(U'義') == U'义');
  CHECK(simplified(U'務') == U'务');
  CHECK(simplified(U'鄉') == U'乡');
}

TEST_CASE("characters of both scripts and rare ones are left alone") {
  for (const char32_t value : U"著乾於後瞭镕堃后务A（")
    if (value != 0) CHECK(!simplified(value));
}

}  // namespace
}  // namespace catalog::unicode
