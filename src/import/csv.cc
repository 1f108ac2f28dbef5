#include "import/csv.h"

#include <algorithm>
#include <array>

#include "unicode/gb18030.h"
#include "unicode/utf8.h"

namespace catalog::import {
namespace {

std::optional<std::string> from_utf16(std::string_view bytes, bool big) {
  if (bytes.size() % 2 != 0) return std::nullopt;
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(big ? first << 8 | second
                                     : second << 8 | first);
  };
  std::string text;
  for (std::size_t at = 0; at < bytes.size(); at += 2) {
    char32_t value = unit(at);
    if (value >= 0xD800 && value <= 0xDBFF && at + 3 < bytes.size()) {
      const char32_t low = unit(at + 2);
      if (low < 0xDC00 || low > 0xDFFF) return std::nullopt;
      value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00);
      at += 2;
    }
    unicode::append(text, value);
  }
  return text;
}

/// The sign between cells: the one that most lines have, outside of quotes.
char separator_of(std::string_view text) {
  constexpr std::array<char, 3> candidates{',', '\t', ';'};
  std::array<std::size_t, 3> counts{};
  bool in_quotes = false;
  for (const char each : text.substr(0, 1 << 16)) {
    if (each == '"') in_quotes = !in_quotes;
    for (std::size_t i = 0; !in_quotes && i < candidates.size(); ++i)
      if (each == candidates[i]) ++counts[i];
  }
  const auto most = std::max_element(counts.begin(), counts.end());
  return candidates[static_cast<std::size_t>(most - counts.begin())];
}

/// A cell, and how far it reached.
std::string take_cell(std::string_view& rest, char separator) {
  std::string cell;
  if (rest.starts_with('"')) {
    rest.remove_prefix(1);
    while (!rest.empty()) {
      const std::size_t quote = rest.find('"');
      cell += rest.substr(0, quote);
      if (quote == rest.npos) {
        rest = {};
        return cell;
      }
      rest.remove_prefix(quote + 1);
      if (!rest.starts_with('"')) break;
      cell += '"';
      rest.remove_prefix(1);
    }
  }
  // What stands behind a closing quote belongs to the cell, too.
  const char ends[] = {separator, '\r', '\n'};
  const std::size_t end = rest.find_first_of(std::string_view(ends, 3));
  cell += rest.substr(0, end);
  rest.remove_prefix(end == rest.npos ? rest.size() : end);
  return cell;
}

}  // namespace

std::optional<std::string> text_of_bytes(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (bytes.starts_with("\xFF\xFE")) return from_utf16(bytes.substr(2), false);
  if (bytes.starts_with("\xFE\xFF")) return from_utf16(bytes.substr(2), true);
  if (bytes.find('\0') != bytes.npos) return std::nullopt;
  if (unicode::find_ill_formed(bytes) == bytes.npos) return std::string(bytes);
  return unicode::decode_gb18030(bytes);
}

std::optional<workbook::Sheet> csv_sheet(std::string_view bytes) {
  const auto text = text_of_bytes(bytes);
  if (!text) return std::nullopt;
  std::string_view rest = *text;
  char separator = separator_of(rest);
  // Excel takes it from a first line `sep=;`.
  if (rest.starts_with("sep=") && rest.size() > 4) {
    separator = rest[4];
    rest.remove_prefix(std::min(rest.find('\n'), rest.size() - 1) + 1);
  }
  workbook::Sheet sheet;
  workbook::Position at;
  while (!rest.empty()) {
    std::string cell = take_cell(rest, separator);
    if (!cell.empty() && at.column < workbook::max_columns &&
        at.row < workbook::max_rows && sheet.cells.size() < workbook::max_cells)
      sheet.cells.push_back({at, std::move(cell)});
    if (rest.starts_with(separator)) {
      ++at.column;
      rest.remove_prefix(1);
    } else if (!rest.empty()) {
      rest.remove_prefix(rest.starts_with("\r\n") ? 2 : 1);
      at = {at.row + 1, 0};
    }
  }
  return sheet;
}

}  // namespace catalog::import
