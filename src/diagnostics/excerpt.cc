#include "diagnostics/excerpt.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "diagnostics/render.h"
#include "unicode/classes.h"
#include "unicode/utf8.h"
#include "unicode/width.h"

namespace catalog::diagnostics {
namespace {

/// Of a line that has to be cut, so much is shown before what is meant.
constexpr std::size_t lead = 30;

/// Bytes on either side of what is meant; more than fill any window.
constexpr std::size_t widest = 2000;

/// The beginning of the code point at or before a place.
std::size_t code_point_at(std::string_view line, std::size_t at) {
  for (int i = 0; i < 3 && at > 0; ++i, --at)
    if ((static_cast<unsigned char>(line[at]) & 0xC0u) != 0x80) break;
  return at;
}

struct Cell {
  std::size_t offset = 0;
  std::string text;
  std::size_t width = 0;
};

/// What one character of the source is shown as.
std::string shown(std::string_view source, char32_t value) {
  if (value == U'\uFFFD' && source.size() == 1)
    return fmt::format("<{:02X}>", static_cast<unsigned char>(source[0]));
  if (value == '\t' || value == '\n' || value == '\r') return " ";
  const bool is_unseen = value == 0xFEFF || value == 0xAD ||
                         (value >= 0x200B && value <= 0x200D) ||
                         (value >= 0xE0000 && value <= 0xE0FFF);
  if (unicode::is_control(value) || unicode::is_bidi_control(value) ||
      is_unseen)
    return fmt::format("<U+{:04X}>", static_cast<unsigned>(value));
  return std::string(source);
}

std::vector<Cell> cells_of(std::string_view line) {
  std::vector<Cell> cells;
  for (std::size_t at = 0; at < line.size();) {
    const unicode::CodePoint point = unicode::decode(line, at);
    Cell cell{at, shown(line.substr(at, point.size), point.value), 0};
    cell.width = unicode::width(cell.text);
    cells.push_back(std::move(cell));
    at += point.size;
  }
  return cells;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string line;
  for (const Cell& cell : cells_of(text)) line += cell.text;
  return line;
}

Excerpt excerpt_of(std::string_view line, std::size_t begin, std::size_t end,
                   std::size_t columns) {
  // Of a line of megabytes, only what may be shown is looked at.
  const std::size_t skipped =
      begin > widest ? code_point_at(line, begin - widest) : 0;
  const bool is_cut_off = line.size() - skipped > 2 * widest;
  line = line.substr(skipped, 2 * widest);
  begin -= skipped;
  end = std::max(begin, std::min(end - std::min(end, skipped), line.size()));
  const std::vector<Cell> cells = cells_of(line);
  const auto at = [&](std::size_t offset) {
    return static_cast<std::size_t>(
        std::partition_point(
            cells.begin(), cells.end(),
            [&](const Cell& cell) { return cell.offset < offset; }) -
        cells.begin());
  };
  std::size_t total = 0;
  for (const Cell& cell : cells) total += cell.width;
  if (skipped > 0 || is_cut_off) total = std::max(total, columns + 1);
  const std::size_t first = at(begin), last = at(end);
  std::size_t from = 0;
  if (total > columns) {
    std::size_t before = 0;
    for (from = first; from > 0 && before + cells[from - 1].width <= lead;)
      before += cells[--from].width;
  }

  Excerpt excerpt;
  if (from > 0 || skipped > 0) excerpt.line = "…";
  std::size_t shown_columns = from > 0 || skipped > 0 ? 1 : 0;
  std::size_t part_end = 0;
  excerpt.caret = shown_columns;
  for (std::size_t i = from; i < cells.size(); ++i) {
    if (total > columns && shown_columns + cells[i].width >= columns) {
      excerpt.line += "…";
      break;
    }
    excerpt.line += cells[i].text;
    shown_columns += cells[i].width;
    if (i < first) excerpt.caret = shown_columns;
    if (i < last) part_end = shown_columns;
  }
  excerpt.width = std::max(part_end, excerpt.caret + 1) - excerpt.caret;
  return excerpt;
}

}  // namespace catalog::diagnostics
