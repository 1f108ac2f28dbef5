#include "source/sha256.h"

#include <doctest/doctest.h>

#include <string>

namespace catalog::source {
namespace {

std::string hash(std::string_view text) {
  const auto digest = sha256(text);
  return base64({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

TEST_CASE("SHA-256 gives the digests of FIPS 180-4") {
  CHECK(hash("") == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
  CHECK(hash("abc") == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
  CHECK(hash(std::string(1000000, 'a')) ==
        "zcduXJkU+5KBocfihNc+Z/GAmkiklyAOBG05zMcRLNA=");
}

TEST_CASE("base64 pads what is no multiple of three") {
  CHECK(base64("f") == "Zg==");
  CHECK(base64("fo") == "Zm8=");
  CHECK(base64("foo") == "Zm9v");
}

}  // namespace
}  // namespace catalog::source
