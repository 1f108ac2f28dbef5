#include "import/grid.h"

#include <algorithm>

#include "import/text.h"

namespace catalog::import {
namespace {

/// Sorted, each once, at most `limit`; says whether there were more.
bool settle(std::vector<std::uint32_t>& numbers, std::size_t limit) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  const bool is_over = numbers.size() > limit;
  if (is_over) numbers.resize(limit);
  return is_over;
}

/// Where a number stands, or would.
std::size_t index_in(const std::vector<std::uint32_t>& numbers,
                     std::uint32_t number) {
  return static_cast<std::size_t>(
      std::lower_bound(numbers.begin(), numbers.end(), number) -
      numbers.begin());
}

}  // namespace

Grid::Grid(const workbook::Sheet& sheet, std::string file)
    : file_(std::move(file)), sheet_(sheet.name), texts_(1) {
  for (const workbook::Cell& each : sheet.cells) {
    rows_.push_back(each.at.row);
    columns_.push_back(each.at.column);
  }
  const bool rows_cut = settle(rows_, max_grid_rows);
  const bool columns_cut = settle(columns_, max_grid_columns);
  is_cut_ = rows_cut || columns_cut;
  cells_.resize(rows_.size() * columns_.size());
  for (std::size_t i = 0; i < cells_.size(); ++i)
    cells_[i].anchor = static_cast<std::uint32_t>(i);
  for (const workbook::Cell& each : sheet.cells) {
    const std::size_t row = index_in(rows_, each.at.row);
    const std::size_t column = index_in(columns_, each.at.column);
    if (row >= rows_.size() || rows_[row] != each.at.row ||
        column >= columns_.size() || columns_[column] != each.at.column)
      continue;
    std::string text = cleaned(each.text);
    if (has_debris(each.text)) debris_.push_back({file_, sheet_, each.at});
    if (text.empty()) continue;
    cells_[index(row, column)].text = static_cast<std::uint32_t>(texts_.size());
    texts_.push_back(std::move(text));
  }
  lay_out(sheet);
}

/// What a merged cell covers reads as its first cell. Of merged cells that
/// overlap, the first holds.
void Grid::lay_out(const workbook::Sheet& sheet) {
  std::size_t steps = 0;
  const std::size_t most_steps = 4 * cells_.size();
  for (const workbook::Merge& each : sheet.merges) {
    const std::size_t top = index_in(rows_, each.first.row);
    const std::size_t left = index_in(columns_, each.first.column);
    const std::size_t bottom = index_in(rows_, each.last.row + 1);
    const std::size_t right = index_in(columns_, each.last.column + 1);
    if (top >= bottom || left >= right) continue;
    const GridCell first = at(top, left);
    for (std::size_t row = top; row < bottom; ++row)
      for (std::size_t column = left; column < right; ++column) {
        if (++steps > most_steps) return;
        GridCell& cell = cells_[index(row, column)];
        if (cell.anchor != index(row, column)) continue;
        cell = first;
      }
  }
}

bool Grid::has_merges_down(std::size_t begin, std::size_t end) const {
  for (std::size_t row = begin + 1; row < end; ++row)
    for (std::size_t column = 0; column < columns(); ++column)
      if (is_covered_from_above(row, column) &&
          at(row, column).anchor / columns() >= begin)
        return true;
  return false;
}

Place Grid::place(std::size_t row, std::size_t column) const {
  const std::size_t anchor = at(row, column).anchor;
  return {
      file_, sheet_, {rows_[anchor / columns()], columns_[anchor % columns()]}};
}

}  // namespace catalog::import
