#include "unicode/classes.h"

namespace catalog::unicode {

bool is_control(char32_t value) {
  if (value < 0x20) return value != '\t' && value != '\n' && value != '\r';
  if (value < 0x7F) return false;
  if (value < 0xA0) return true;
  if (value == 0x2028 || value == 0x2029) return true;
  return (value >= 0xFDD0 && value <= 0xFDEF) || (value & 0xFFFE) == 0xFFFE;
}

bool is_bidi_control(char32_t value) {
  return value == 0x061C || value == 0x200E || value == 0x200F ||
         (value >= 0x202A && value <= 0x202E) ||
         (value >= 0x2066 && value <= 0x2069);
}

bool is_ideograph(char32_t value) {
  return (value >= 0x4E00 && value <= 0x9FFF) ||
         (value >= 0x3400 && value <= 0x4DBF) || value == 0x3007 ||
         (value >= 0xF900 && value <= 0xFAFF) ||
         (value >= 0x20000 && value <= 0x3FFFD);
}

bool is_full_width(char32_t value) {
  return (value >= 0xFF01 && value <= 0xFF5E) || value == 0x3000;
}

}  // namespace catalog::unicode
