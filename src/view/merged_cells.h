#pragma once

#include <cstddef>
#include <vector>

#include "view/table.h"

namespace catalog::view {

/// Which merge each body cell of a table is part of, by its place. Refers to
/// the table, whose merges must not change meanwhile.
class MergedCells {
 public:
  explicit MergedCells(const Table& table);

  /// Null for a cell that stands alone.
  const Merge* at(std::size_t row, std::size_t column) const {
    return merges_[row * columns_ + column];
  }

 private:
  std::size_t columns_;
  std::vector<const Merge*> merges_;  // row by row
};

/// Whether a merge begins in a cell, which then has its text.
constexpr bool begins_in(const Merge& merge, std::size_t row,
                         std::size_t column) {
  return merge.first_row == row && merge.first_column == column;
}

constexpr std::size_t rows_of(const Merge& merge) {
  return merge.last_row - merge.first_row + 1;
}
constexpr std::size_t columns_of(const Merge& merge) {
  return merge.last_column - merge.first_column + 1;
}

}  // namespace catalog::view
