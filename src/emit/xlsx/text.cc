#include "emit/xlsx/text.h"

#include <algorithm>

#include "unicode/classes.h"
#include "unicode/three_bytes.h"
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

/// Whether three bytes are a character between U+4000 and U+9FFF.
bool is_chinese(const char* bytes) {
  const auto first = static_cast<unsigned char>(bytes[0]);
  return first > 0xE3 && first < 0xEA && unicode::is_three_bytes(bytes);
}

}  // namespace

std::size_t utf16_units(std::string_view text) {
  std::size_t units = 0;
  for (const char32_t each : unicode::CodePoints(text))
    units += each > 0xFFFF ? 2 : 1;
  return units;
}

std::string cell_text(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t chinese = i;
    while (text.size() - i > 2 && is_chinese(text.data() + i)) i += 3;
    result.append(text, chinese, i - chinese);
    if (i == text.size()) break;
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
