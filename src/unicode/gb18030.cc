#include "unicode/gb18030.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <cstddef>
#include <limits>
#include <memory>

#include "unicode/classes.h"
#include "unicode/utf8.h"

namespace catalog::unicode {
namespace {

using Converter = std::unique_ptr<UConverter, void (*)(UConverter*)>;

/// UTF-8 with a few broken bytes decodes as GB18030 too, and to rare Han
/// characters. What tells them apart: GB18030 hardly ever has the three-byte
/// sequences of Chinese in UTF-8.
bool is_mostly_utf8(std::string_view bytes) {
  std::size_t sound = 0, ill_formed = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint point = decode(bytes, at);
    if (point.value == U'\uFFFD' && point.size == 1)
      ++ill_formed;
    else if (point.size >= 3)
      sound += point.size;
    at += point.size;
  }
  return sound > ill_formed;
}

bool is_chinese(char32_t value) {
  return is_ideograph(value) || is_full_width(value) ||
         (value >= 0x3000 && value <= 0x303F) ||  // 、。《》〔〕
         (value >= 0x2010 && value <= 0x2026);    // — “ ” …
}

}  // namespace

std::optional<std::string> decode_gb18030(std::string_view bytes) {
  if (bytes.size() > std::numeric_limits<int>::max() / 2) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  const Converter converter(ucnv_open("gb18030", &status), ucnv_close);
  if (U_FAILURE(status)) return std::nullopt;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr,
                      nullptr, nullptr, &status);
  const icu::UnicodeString text(bytes.data(), static_cast<int>(bytes.size()),
                                converter.get(), status);
  if (U_FAILURE(status)) return std::nullopt;
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

bool looks_like_gb18030(std::string_view bytes) {
  if (is_mostly_utf8(bytes)) return false;
  const std::optional<std::string> text = decode_gb18030(bytes);
  if (!text) return false;
  std::size_t chinese = 0, other = 0;
  for (const char32_t each : CodePoints(*text))
    if (each >= 0x80) ++(is_chinese(each) ? chinese : other);
  return chinese > 4 * other;
}

}  // namespace catalog::unicode
