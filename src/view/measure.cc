#include "view/measure.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "view/merged_cells.h"
#include "view/wrap.h"

namespace catalog::view {
namespace {

// A column of width w holds w digits of the workbook's own font, 宋体 11 pt,
// and a margin. A digit is half an em there; screens round it up, so that a
// column is never narrower than this.
constexpr double digit_points = 5.5;
constexpr double margin_digits = 0.71;
constexpr double padding_points = 4.5;

// The fonts that stand in for 宋体 are up to this much higher than their size.
constexpr double line_ems = 1.45;
constexpr double air_points = 4;

// Of the button in a header cell, in characters.
constexpr double button_width = 2.2;

/// How many ems of text fit beside each other.
double room(double width, double points) {
  return ((width + margin_digits) * digit_points - padding_points) / points;
}

/// The width at which so many ems have room.
double width_for(double ems, double points) {
  return (ems * points + padding_points) / digit_points - margin_digits;
}

struct Range {
  double least;
  double most;
};

/// The widths that suit a column, by what it shows.
Range suitable(const Column& column) {
  struct Known {
    std::string_view value;
    Range range;
  };
  static constexpr Known known[] = {
      {"number", {4.5, 6}},      {"code", {10, 14}},   {"name", {10, 14}},
      {"content", {28, 40}},     {"basis", {30, 40}},  {"timing", {14, 18}},
      {"body", {12, 16}},        {"domain", {10, 14}}, {"audience", {8, 12}},
      {"supervision", {12, 18}},
  };
  if (column.as == model::As::tick) return {5, 5.5};
  if (column.as == model::As::boxes) return {26, 34};
  const std::string_view word =
      std::string_view(column.value).substr(0, column.value.find('.'));
  for (const Known& each : known)
    if (each.value == word) return each.range;
  return {6, 36};
}

/// The columns' sum at which a sheet shrinks to nine tenths when printed on
/// one page's width, which still reads well.
double width_of_page(const Table& table) {
  const double points = table.paper == model::Paper::a3 ? 1105 : 757;
  const double margins =
      margin_digits * static_cast<double>(table.columns.size());
  return points / 0.9 / 6 - margins;
}

/// The length of the longest line of a text.
double longest_line(std::string_view text) {
  double most = 0;
  for (;;) {
    const auto end = text.find('\n');
    most = std::max(most, length(text.substr(0, end)));
    if (end == text.npos) return most;
    text.remove_prefix(end + 1);
  }
}

/// What a column would take if nothing in it were wrapped, but no more than
/// `most`. Cells merged across columns do not count.
double natural_width(const Table& table, std::size_t column, double most,
                     const MergedCells& merged) {
  double ems = 0;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const auto& cells = table.rows[row].cells;
    if (column >= cells.size()) continue;
    const Merge* merge = merged.at(row, column);
    if (merge != nullptr && columns_of(*merge) > 1) continue;
    ems = std::max(ems, longest_line(cells[column].text));
    if (width_for(ems, cell_points) >= most) return most;
  }
  return width_for(ems, cell_points);
}

/// The widths between which a column may be.
Range range_of(const Table& table, std::size_t index,
               const MergedCells& merged) {
  const Column& column = table.columns[index];
  if (column.width > 0) return {column.width, column.width};
  Range range = suitable(column);
  const double header =
      width_for(std::min(length(column.title), 4.0), header_points);
  if (column.as != model::As::tick)
    range.least = std::clamp(header, range.least, range.most);
  range.most =
      std::max(natural_width(table, index, range.most, merged), range.least);
  // A box too long for its line would break in two.
  if (column.as == model::As::boxes) range.least = range.most;
  return range;
}

void measure_columns(Table& table, const MergedCells& merged) {
  double fixed = 0;   // of the widths that stand
  double wished = 0;  // beyond them, at most
  std::vector<Range> ranges;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Range& range = ranges.emplace_back(range_of(table, i, merged));
    fixed += range.least;
    wished += range.most - range.least;
  }
  const double spare = std::max(width_of_page(table) - fixed, 0.0);
  const double share = wished > spare ? spare / wished : 1;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Range& range = ranges[i];
    const double width = range.least + share * (range.most - range.least);
    table.columns[i].width = std::ceil(width * 10) / 10;
  }
}

double width_of(const Table& table, std::size_t first, std::size_t last) {
  double width = margin_digits * static_cast<double>(last - first);
  for (std::size_t i = first; i <= last; ++i) width += table.columns[i].width;
  return width;
}

/// The height of a row's cells that stand alone; the text of a merged cell is
/// left out.
double height_of_row(const Table& table, std::size_t row,
                     const MergedCells& merged) {
  if (!table.rows[row].group.empty())
    return wrapped_height(table.rows[row].group,
                          width_of(table, 0, table.columns.size() - 1),
                          header_points) +
           air_points;
  double height = wrapped_height("", 1, cell_points);
  for (std::size_t i = 0; i < table.rows[row].cells.size(); ++i) {
    if (merged.at(row, i) != nullptr) continue;
    height = std::max(height, height_of(table, row, i));
  }
  return height;
}

void spread(Table& table, const Merge& merge) {
  double height = 0;
  for (auto row = merge.first_row; row <= merge.last_row; ++row)
    height += table.rows[row].height;
  const double lacking = height_of(table, merge) - height;
  if (lacking <= 0) return;
  const double rows = merge.last_row - merge.first_row + 1;
  for (auto row = merge.first_row; row <= merge.last_row; ++row)
    table.rows[row].height += std::ceil(lacking / rows * 4) / 4;
}

/// Two boxes on a line, the second where `half` ems are over; whether they
/// are short enough for that.
bool add_abreast(std::string& text, std::string_view left,
                 std::string_view right, double half, double room) {
  const double used = length(left);
  if (used + 0.5 > half || half + length(right) > room) return false;
  text += left;
  const auto halves = static_cast<int>(std::floor((half - used) * 2));
  for (int i = 0; i < halves / 2; ++i) text += "　";
  if (halves % 2 != 0) text += ' ';
  text += right;
  return true;
}

/// Takes the first line off a text; `more` says whether another follows.
std::string_view take_line(std::string_view& text, bool& more) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  more = end != text.npos;
  text = more ? text.substr(end + 1) : std::string_view();
  return line;
}

}  // namespace

double width_in_points(const Table& table) {
  return (width_of(table, 0, table.columns.size() - 1) + margin_digits) *
         digit_points;
}

double height_of(const Table& table, std::size_t row, std::size_t column) {
  std::string buffer;
  return wrapped_height(printed(table.columns[column],
                                table.rows[row].cells[column].text, buffer),
                        table.columns[column].width, cell_points);
}

double height_of(const Table& table, const Merge& merge) {
  const Cell& cell = table.rows[merge.first_row].cells[merge.first_column];
  std::string buffer;
  return wrapped_height(
      printed(table.columns[merge.first_column], cell.text, buffer),
      width_of(table, merge.first_column, merge.last_column), cell_points);
}

double wrapped_height(std::string_view text, double width, double points) {
  const auto lines = wrapped_lines(text, room(width, points));
  const double height =
      static_cast<double>(lines) * points * line_ems + air_points;
  return std::ceil(height * 4) / 4;
}

std::string_view printed(const Column& column, std::string_view text,
                         std::string& buffer) {
  if (column.as != model::As::boxes) return text;
  const double whole = room(column.width, cell_points);
  const double half = std::floor(whole) / 2;
  buffer.clear();
  buffer.reserve(text.size() * 2);
  for (bool more = true, is_first = true; more; is_first = false) {
    if (!is_first) buffer += '\n';
    const std::string_view left = take_line(text, more);
    bool more_beyond = more;
    std::string_view beyond = text;
    const std::string_view right = take_line(beyond, more_beyond);
    if (more && add_abreast(buffer, left, right, half, whole)) {
      text = beyond;
      more = more_beyond;
    } else {
      buffer += left;
    }
  }
  return buffer;
}

std::string printed(const Column& column, std::string_view text) {
  std::string buffer;
  return std::string(printed(column, text, buffer));
}

std::vector<double> header_heights(const Table& table) {
  std::vector<double> heights(table.header_rows,
                              wrapped_height("", 1, header_points));
  // Cells of fewer rows first, so that those over several see what is there.
  std::vector<const HeaderCell*> cells;
  for (const HeaderCell& cell : table.header) cells.push_back(&cell);
  std::stable_sort(cells.begin(), cells.end(),
                   [](auto* a, auto* b) { return a->rows < b->rows; });
  for (const HeaderCell* cell : cells) {
    // The lowest cells have a button that chooses rows, beside which programs
    // wrap the text.
    const bool is_leaf = cell->row + cell->rows == table.header_rows;
    const double width =
        width_of(table, cell->column, cell->column + cell->columns - 1) -
        (is_leaf ? button_width : 0);
    double lacking = wrapped_height(cell->text, width, header_points);
    for (std::uint32_t i = 0; i < cell->rows; ++i)
      lacking -= heights[cell->row + i];
    if (lacking > 0) heights[cell->row + cell->rows - 1] += lacking;
  }
  return heights;
}

void measure(Table& table) {
  if (table.columns.empty()) return;
  const MergedCells merged(table);
  measure_columns(table, merged);
  for (std::size_t row = 0; row < table.rows.size(); ++row)
    table.rows[row].height = height_of_row(table, row, merged);
  for (const Merge& merge : table.merges) spread(table, merge);
}

}  // namespace catalog::view
