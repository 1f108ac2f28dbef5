#include "view/merged_cells.h"

namespace catalog::view {

MergedCells::MergedCells(const Table& table)
    : columns_(table.columns.size()), merges_(table.rows.size() * columns_) {
  for (const Merge& merge : table.merges)
    for (std::size_t row = merge.first_row; row <= merge.last_row; ++row)
      for (std::size_t i = merge.first_column; i <= merge.last_column; ++i)
        merges_[row * columns_ + i] = &merge;
}

}  // namespace catalog::view
