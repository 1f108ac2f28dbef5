#include "unicode/plain.h"

#include <array>
#include <cstdint>

namespace catalog::unicode {
namespace {

/// What the first byte of a character may begin.
enum class Doubt : std::uint8_t {
  none,
  separator,     // U+2028, U+2029
  noncharacter,  // U+FDD0 to U+FDEF, U+FFFE, U+FFFF
  any,           // C0, DEL, C1; what is rare enough to be looked at closely
};

constexpr auto doubts = [] {
  std::array<Doubt, 256> all{};
  for (std::size_t i = 0; i < all.size(); ++i)
    if ((i < 0x20 && i != '\t' && i != '\n') || i == 0x7F || i == 0xC2 ||
        i > 0xEF)
      all[i] = Doubt::any;
  all[0xE2] = Doubt::separator;
  all[0xEF] = Doubt::noncharacter;
  return all;
}();

}  // namespace

bool is_surely_plain(std::string_view text) {
  const auto byte = [&](std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0u;
  };
  for (std::size_t i = 0; i < text.size();) {
    const unsigned first = byte(i);
    const Doubt doubt = doubts[first];
    if (doubt != Doubt::none) {
      const unsigned second = byte(i + 1);
      if (doubt == Doubt::any) return false;
      if (doubt == Doubt::separator && second == 0x80 &&
          (byte(i + 2) | 1) == 0xA9)
        return false;
      if (doubt == Doubt::noncharacter && (second == 0xB7 || second == 0xBF))
        return false;
    }
    i += first < 0xE0 ? 1 : 3;
  }
  return true;
}

}  // namespace catalog::unicode
