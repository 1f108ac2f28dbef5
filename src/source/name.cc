#include "source/name.h"

#include <utf8proc.h>

#include <cstdint>
#include <cstdlib>

namespace catalog::source {
namespace {

/// Control characters, the two line separators, and the marks by which a name
/// could show itself as another (Trojan Source).
bool is_harmful(std::int32_t code) {
  return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x061C ||
         code == 0x200E || code == 0x200F ||
         (code >= 0x2028 && code <= 0x202E) ||
         (code >= 0x2066 && code <= 0x2069) || code == 0xFEFF;
}

/// The length of the printable character that `text` begins with; 0 if it
/// does not.
std::size_t printable_length(std::string_view text) {
  std::int32_t code = 0;
  const auto length =
      utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                       static_cast<utf8proc_ssize_t>(text.size()), &code);
  return length <= 0 || is_harmful(code) ? 0 : static_cast<std::size_t>(length);
}

}  // namespace

bool is_printable(std::string_view name) {
  while (!name.empty()) {
    const std::size_t length = printable_length(name);
    if (length == 0) return false;
    name.remove_prefix(length);
  }
  return true;
}

std::string printable(std::string_view name) {
  constexpr char digits[] = "0123456789abcdef";
  std::string text;
  while (!name.empty()) {
    const std::size_t length = printable_length(name);
    if (length > 0) {
      text += name.substr(0, length);
    } else {
      const auto byte = static_cast<unsigned char>(name[0]);
      text += {'\\', 'x', digits[byte >> 4], digits[byte & 15]};
    }
    name.remove_prefix(length > 0 ? length : 1);
  }
  return text;
}

std::string folded(std::string_view name) {
  utf8proc_uint8_t* result = nullptr;
  const auto length =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(name.data()),
                   static_cast<utf8proc_ssize_t>(name.size()), &result,
                   static_cast<utf8proc_option_t>(
                       UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD));
  if (length < 0) return std::string(name);
  std::string text(reinterpret_cast<const char*>(result),
                   static_cast<std::size_t>(length));
  std::free(result);
  return text;
}

}  // namespace catalog::source
