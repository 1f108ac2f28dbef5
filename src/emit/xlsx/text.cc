#include "emit/xlsx/text.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "unicode/classes.h"
#include "unicode/utf8.h"

namespace catalog::emit {
namespace {

bool is_hex(char byte) {
  return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'F') ||
         (byte >= 'a' && byte <= 'f');
}

/// Whether `_xHHHH_` stands there.
bool is_escape(std::string_view text) {
  return text.size() >= 7 && text.starts_with("_x") && text[6] == '_' &&
         std::all_of(text.begin() + 2, text.begin() + 6, is_hex);
}

/// What a byte of well-formed text may begin that a cell cannot hold as it is.
enum class Doubt : std::uint8_t {
  none,
  underscore,    // `_xHHHH_`
  line_ends,     // U+2028, U+2029
  noncharacter,  // U+FDD0 to U+FDEF, U+FFFE, U+FFFF
  any,           // controls; what is rare enough to be looked at one by one
};

constexpr auto doubts = [] {
  std::array<Doubt, 256> all{};
  for (std::size_t i = 0; i < all.size(); ++i)
    if ((i < 0x20 && i != '\t' && i != '\n') || i == 0x7F || i == 0xC2 ||
        i > 0xEF)
      all[i] = Doubt::any;
  all['_'] = Doubt::underscore;
  all[0xE2] = Doubt::line_ends;
  all[0xEF] = Doubt::noncharacter;
  return all;
}();

}  // namespace

bool is_cell_text(std::string_view text) {
  const auto byte = [&](std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0u;
  };
  for (std::size_t i = 0; i < text.size();) {
    const unsigned first = byte(i);
    switch (doubts[first]) {
      case Doubt::none: break;
      case Doubt::underscore:
        if (byte(i + 1) == 'x') return false;
        break;
      case Doubt::line_ends:
        if (byte(i + 1) == 0x80 && (byte(i + 2) | 1) == 0xA9) return false;
        break;
      case Doubt::noncharacter:
        if (byte(i + 1) == 0xB7 || byte(i + 1) == 0xBF) return false;
        break;
      case Doubt::any: return false;
    }
    i += first < 0xE0 ? 1 : 3;
  }
  return true;
}

std::size_t utf16_units(std::string_view text) {
  std::size_t units = 0;
  for (const char32_t each : unicode::CodePoints(text))
    units += each > 0xFFFF ? 2 : 1;
  return units;
}

std::string cell_text(std::string_view text) {
  if (is_cell_text(text)) return std::string(text);
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto point = unicode::decode(text, i);
    if (is_escape(text.substr(i))) result += "_x005F";
    if (point.value == U'\r') {
      if (text.substr(i + 1, 1) != "\n") result += '\n';
    } else if (!unicode::is_control(point.value)) {
      unicode::append(result, point.value);
    }
    i += point.size;
  }
  return result;
}

std::string page_text(std::string_view text) {
  std::string result;
  for (const char32_t each : unicode::CodePoints(unicode::prefix(text, 80))) {
    if (each == U'&') result += '&';
    if (each == U'\n' || each == U'\t')
      result += ' ';
    else if (!unicode::is_control(each) && each != U'\r')
      unicode::append(result, each);
  }
  return result;
}

}  // namespace catalog::emit
