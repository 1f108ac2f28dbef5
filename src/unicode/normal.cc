#include "unicode/normal.h"

#include <utf8proc.h>
#include <xxhash.h>

#include <cstdlib>
#include <memory>

#include "unicode/three_bytes.h"
#include "unicode/utf8.h"

namespace catalog::unicode {
namespace {

bool is_capital(char byte) { return byte >= 'A' && byte <= 'Z'; }

/// The first bytes of U+5000 to U+9FFF.
bool begins_ideograph(char byte) { return byte >= '\xE5' && byte <= '\xE9'; }

enum class Form { folded, stable, any };

/// Of a text that has nothing but ASCII and the unified ideographs U+4E00 to
/// U+9FFF, which no normal form changes: whether it has capitals.
Form form_of(std::string_view text) {
  Form form = Form::folded;
  for (std::size_t at = 0; at < text.size();) {
    const char* const bytes = text.data() + at;
    if (text.size() - at >= 3 && begins_ideograph(*bytes) &&
        is_three_bytes(bytes)) {
      at += 3;
      continue;
    }
    const CodePoint point = decode(text, at);
    if (point.value >= 0x80 && (point.value < 0x4E00 || point.value > 0x9FFF))
      return Form::any;
    if (point.size == 1 && is_capital(text[at])) form = Form::stable;
    at += point.size;
  }
  return form;
}

bool is_stable(std::string_view text) { return form_of(text) != Form::any; }

/// More marks on one letter than any language has, by the Stream-Safe Text
/// Format of UAX 15: the library sorts them in quadratic time.
bool has_pile_of_marks(std::string_view text) {
  constexpr int most = 30;
  int marks = 0;
  for (const char32_t each : CodePoints(text)) {
    const auto* const property =
        utf8proc_get_property(static_cast<utf8proc_int32_t>(each));
    marks = property->combining_class == 0 ? 0 : marks + 1;
    if (marks > most) return true;
  }
  return false;
}

/// Such a text is left as it is: it is no writing.
std::string mapped(std::string_view text, int options) {
  if (has_pile_of_marks(text)) return std::string(text);
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
    if (is_capital(each)) each = static_cast<char>(each - 'A' + 'a');
  return folded;
}

bool is_surely_folded(std::string_view text) {
  return form_of(text) == Form::folded;
}

std::uint64_t folded_hash(std::string_view text) {
  if (is_surely_folded(text)) return XXH3_64bits(text.data(), text.size());
  const std::string folded = nfkc_folded(text);
  return XXH3_64bits(folded.data(), folded.size());
}

}  // namespace catalog::unicode
