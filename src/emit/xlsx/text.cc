#include "emit/xlsx/text.h"

#include <algorithm>

#include "unicode/classes.h"
#include "unicode/plain.h"
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

}  // namespace

bool is_cell_text(std::string_view text) {
  return unicode::is_surely_plain(text) && text.find("_x") == text.npos;
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
