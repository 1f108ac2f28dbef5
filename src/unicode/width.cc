#include "unicode/width.h"

#include <unicode/uchar.h>

#include "unicode/utf8.h"

namespace catalog::unicode {

std::size_t width(char32_t value, Ambiguous ambiguous) {
  if (value < 0x7F) return value >= 0x20 ? 1 : 0;
  if (value >= 0x4E00 && value <= 0x9FFF) return 2;  // most of what is asked
  const auto point = static_cast<UChar32>(value);
  switch (u_charType(point)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
    case U_CONTROL_CHAR: return value == 0xAD ? 1 : 0;
    default: break;
  }
  switch (u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_WIDE:
    case U_EA_FULLWIDTH: return 2;
    case U_EA_AMBIGUOUS: return ambiguous == Ambiguous::wide ? 2 : 1;
    default: return 1;
  }
}

std::size_t width(std::string_view text, Ambiguous ambiguous) {
  std::size_t columns = 0;
  for (const char32_t each : CodePoints(text))
    columns += width(each, ambiguous);
  return columns;
}

}  // namespace catalog::unicode
