#include "emit/xlsx/paging.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string_view>
#include <utility>

#include "unicode/utf8.h"
#include "view/measure.h"

namespace catalog::emit {
namespace {

using view::Merge;
using view::Row;
using view::Table;

// Beyond this, what a page holds depends on the program that prints it.
constexpr double reserve = 0.98;

double header_height(const Table& table) {
  const auto heights = view::header_heights(table);
  return std::accumulate(heights.begin(), heights.end(), 0.0);
}

// --- Cells merged over more than a page. ---------------------------------

/// Gives each row its text back where a merged cell needs more than a page.
void unmerge_too_high(Table& table, double room) {
  const auto is_too_high = [&](const Merge& merge) {
    if (height_of(table, merge) <= room) return false;
    const view::Cell cell =
        table.rows[merge.first_row].cells[merge.first_column];
    for (auto row = merge.first_row; row <= merge.last_row; ++row) {
      table.rows[row].cells[merge.first_column] = cell;
      table.rows[row].height = std::max(
          table.rows[row].height, height_of(table, row, merge.first_column));
    }
    return true;
  };
  std::erase_if(table.merges, is_too_high);
}

// --- Rows higher than a page. --------------------------------------------

/// The number of bytes that fit, ending where a reader would best turn the
/// page: after a line, else after a clause, else anywhere. At least one
/// character.
std::size_t fitting(std::string_view text, const view::Column& column,
                    double room) {
  const auto fits = [&](std::size_t size) {
    return view::wrapped_height(text.substr(0, size), column.width,
                                view::cell_points) <= room;
  };
  if (fits(text.size())) return text.size();
  std::vector<std::size_t> ends;  // of characters
  for (auto at = unicode::CodePoints(text).begin();
       at != unicode::CodePoints(text).end(); ++at)
    ends.push_back(at.offset() + at.size());
  const auto last = std::partition_point(ends.begin() + 1, ends.end(), fits);
  const std::string_view most = text.substr(0, *(last - 1));
  if (const auto line = most.rfind('\n'); line != most.npos && line > 0)
    return line + 1;
  for (const std::string_view clause : {"；", "。", "，", "、"})
    if (const auto end = most.rfind(clause);
        end != most.npos && end > most.size() / 2)
      return end + clause.size();
  return most.size();
}

std::vector<std::string> parts_of(std::string_view text,
                                  const view::Column& column, double room) {
  std::vector<std::string> parts;
  do {
    const std::size_t size = fitting(text, column, room);
    std::string part(text.substr(0, size));
    if (part.ends_with('\n')) part.pop_back();
    parts.push_back(std::move(part));
    text.remove_prefix(size);
  } while (!text.empty());
  return parts;
}

/// The row as several: long texts go on from one to the next, short ones
/// stand in each.
std::vector<Row> split(const Table& table, std::size_t index,
                       const std::vector<bool>& is_covered, double room) {
  const Row& row = table.rows[index];
  std::vector<std::vector<std::string>> parts(row.cells.size());
  std::size_t count = 1;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (is_covered[i]) continue;
    parts[i] = parts_of(row.cells[i].text, table.columns[i], room);
    count = std::max(count, parts[i].size());
  }
  std::vector<Row> rows(count, row);
  for (std::size_t k = 0; k < count; ++k) {
    rows[k].height = view::wrapped_height("", 1, view::cell_points);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      std::string& text = rows[k].cells[i].text;
      if (is_covered[i]) {
        if (k > 0) text.clear();
        continue;
      }
      if (parts[i].size() > 1)
        text = k < parts[i].size() ? parts[i][k] : std::string();
      rows[k].height = std::max(
          rows[k].height, view::wrapped_height(text, table.columns[i].width,
                                               view::cell_points));
    }
  }
  return rows;
}

/// Which cells of a row belong to merged ones.
std::vector<bool> covered(const Table& table, std::size_t row) {
  std::vector<bool> cells(table.columns.size());
  for (const Merge& merge : table.merges)
    if (merge.first_row <= row && row <= merge.last_row)
      for (auto i = merge.first_column; i <= merge.last_column; ++i)
        cells[i] = true;
  return cells;
}

void split_too_high(Table& table, double room) {
  const auto is_too_high = [&](const Row& row) {
    return row.height > room && row.group.empty();
  };
  if (std::ranges::none_of(table.rows, is_too_high)) return;
  std::vector<Row> rows;
  std::vector<std::uint32_t> first(table.rows.size() + 1);  // of each row's
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    first[i] = static_cast<std::uint32_t>(rows.size());
    if (!is_too_high(table.rows[i])) {
      rows.push_back(std::move(table.rows[i]));
      continue;
    }
    for (Row& part : split(table, i, covered(table, i), room))
      rows.push_back(std::move(part));
  }
  first.back() = static_cast<std::uint32_t>(rows.size());
  for (Merge& merge : table.merges) {
    merge.first_row = first[merge.first_row];
    merge.last_row = first[merge.last_row + 1] - 1;
  }
  table.rows = std::move(rows);
}

// --- Pages. --------------------------------------------------------------

std::vector<std::uint32_t> breaks_of(const Table& table, double first_page,
                                     double page) {
  std::vector<std::uint32_t> breaks;
  double left = first_page;
  for (std::uint32_t i = 0; i < table.rows.size(); ++i) {
    double needed = table.rows[i].height;
    // A heading stays with the row below it.
    if (!table.rows[i].group.empty() && i + 1 < table.rows.size())
      needed += table.rows[i + 1].height;
    const bool is_first = i == 0 || (!breaks.empty() && breaks.back() == i);
    if (needed > left && !is_first) {
      breaks.push_back(i);
      left = page;
    }
    left -= table.rows[i].height;
  }
  return breaks;
}

/// Gives the rows of a merged cell the height that its text needs. Whether
/// they had it.
bool heighten(Table& table, const Merge& merge, double needed) {
  double lacking = needed;
  for (auto row = merge.first_row; row <= merge.last_row; ++row)
    lacking -= table.rows[row].height;
  if (lacking <= 0) return true;
  const double rows = merge.last_row - merge.first_row + 1;
  for (auto row = merge.first_row; row <= merge.last_row; ++row)
    table.rows[row].height += std::ceil(lacking / rows * 4) / 4;
  return false;
}

/// The parts of a merged cell that is cut where a page begins.
template <class Take>
void each_part(Merge rest, const std::vector<std::uint32_t>& breaks,
               Take take) {
  auto next = std::upper_bound(breaks.begin(), breaks.end(), rest.first_row);
  for (; next != breaks.end() && *next <= rest.last_row; ++next) {
    Merge part = rest;
    part.last_row = *next - 1;
    take(part);
    rest.first_row = *next;
  }
  take(rest);
}

/// Makes rows high enough for the parts of merged cells, each of which has the
/// whole text; `needed` is what each merged cell needs. Whether all were.
bool heighten_parts(Table& table, const std::vector<std::uint32_t>& breaks,
                    const std::vector<double>& needed) {
  bool was_enough = true;
  for (std::size_t i = 0; i < table.merges.size(); ++i)
    each_part(table.merges[i], breaks, [&](const Merge& part) {
      was_enough = heighten(table, part, needed[i]) && was_enough;
    });
  return was_enough;
}

/// Cuts merged cells where a page begins; each part has the text.
void cut_merges(Table& table, const std::vector<std::uint32_t>& breaks) {
  std::vector<Merge> parts;
  for (const Merge& merge : table.merges)
    each_part(merge, breaks, [&](const Merge& part) {
      if (part.first_row != merge.first_row)
        table.rows[part.first_row].cells[part.first_column] =
            table.rows[merge.first_row].cells[merge.first_column];
      if (part.first_row < part.last_row ||
          part.first_column < part.last_column)
        parts.push_back(part);
    });
  table.merges = std::move(parts);
}

}  // namespace

double page_height(const Table& table) {
  const bool is_a3 = table.paper == model::Paper::a3;
  const double width = is_a3 ? 1105 : 757;  // within the margins
  const double height = is_a3 ? 734 : 487;
  const double scale = std::min(1.0, width / view::width_in_points(table));
  return height / scale * reserve;
}

Paged paged(Table table, double head) {
  if (table.columns.empty()) return {std::move(table), {}};
  const double page =
      std::max(page_height(table) - header_height(table), 100.0);
  const double first_page = std::max(page - head, 100.0);
  unmerge_too_high(table, first_page);
  split_too_high(table, first_page);
  std::vector<double> needed;
  for (const Merge& merge : table.merges)
    needed.push_back(height_of(table, merge));
  // Cutting a merged cell may heighten rows, which moves the pages' ends.
  std::vector<std::uint32_t> breaks;
  for (int tries = 0; tries < 4; ++tries) {
    breaks = breaks_of(table, first_page, page);
    if (heighten_parts(table, breaks, needed)) break;
  }
  cut_merges(table, breaks);
  return {std::move(table), std::move(breaks)};
}

}  // namespace catalog::emit
