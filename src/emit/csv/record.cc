#include "emit/csv/record.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "unicode/utf8.h"

namespace catalog::emit {
namespace {

/// A spreadsheet runs a cell that begins with one of these, in full width
/// too, and passes over spaces before it.
bool is_run(std::string_view text) {
  constexpr std::u32string_view spaces = U" \u00A0\u3000\uFEFF";
  constexpr std::u32string_view starts = U"=+-@\t\r\n＝＋－＠";
  for (const char32_t each : unicode::CodePoints(text)) {
    if (starts.find(each) != starts.npos) return true;
    if (spaces.find(each) == spaces.npos) return false;
  }
  return false;
}

/// Whether a byte makes a field be quoted, by its value.
constexpr auto needs_quotes = [] {
  std::array<bool, 256> all{};
  for (const char each : {',', '"', '\r', '\n'})
    all[static_cast<unsigned char>(each)] = true;
  return all;
}();

}  // namespace

/// A field of RFC 4180. What a spreadsheet would run gets an apostrophe
/// before it, which spreadsheets take for "this is text".
void append_field(std::string& out, std::string_view text) {
  const std::string_view mark = is_run(text) ? "'" : "";
  if (std::ranges::none_of(text, [](char each) {
        return needs_quotes[static_cast<unsigned char>(each)];
      })) {
    out.append(mark).append(text);
    return;
  }
  out.append("\"").append(mark);
  for (;;) {
    const std::size_t quote = text.find('"');
    out += text.substr(0, quote);
    if (quote == text.npos) break;
    out += "\"\"";
    text.remove_prefix(quote + 1);
  }
  out += '"';
}

void append_record(std::string& out, const std::vector<std::string>& fields) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) out += ',';
    append_field(out, fields[i]);
  }
  out += "\r\n";
}

}  // namespace catalog::emit
