#include "unicode/normal.h"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>

#include "unicode/utf8.h"

namespace catalog::unicode {
namespace {

/// Whether a text has nothing but ASCII and the unified ideographs U+4E00 to
/// U+9FFF, which no normal form changes.
bool is_stable(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (point.value >= 0x80 && (point.value < 0x4E00 || point.value > 0x9FFF))
      return false;
    at += point.size;
  }
  return true;
}

std::string mapped(std::string_view text, int options) {
  utf8proc_uint8_t* buffer = nullptr;
  const utf8proc_ssize_t size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                   static_cast<utf8proc_ssize_t>(text.size()), &buffer,
                   static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, void (*)(void*)> owner(buffer,
                                                                 std::free);
  if (size < 0) return std::string(text);
  return {reinterpret_cast<const char*>(buffer),
          static_cast<std::size_t>(size)};
}

}  // namespace

std::string nfkc(std::string_view text) {
  if (is_stable(text)) return std::string(text);
  return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
}

std::string nfkc_folded(std::string_view text) {
  if (!is_stable(text))
    return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
                            UTF8PROC_CASEFOLD);
  std::string folded(text);
  for (char& each : folded)
    if (each >= 'A' && each <= 'Z') each = static_cast<char>(each - 'A' + 'a');
  return folded;
}

}  // namespace catalog::unicode
