#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "import/report.h"
#include "workbook/sheet.h"

namespace catalog::import {

/// The most columns and rows with something in them that a table may have.
inline constexpr std::size_t max_grid_columns = 128;
inline constexpr std::size_t max_grid_rows = 100'000;

/// A sheet without its empty rows and columns, its merged cells laid out.
class Grid {
 public:
  Grid(const workbook::Sheet& sheet, std::string file);

  std::size_t rows() const { return rows_.size(); }
  std::size_t columns() const { return columns_.size(); }
  /// What is read at a place: the text of the cell, or of the merged cell that
  /// covers it; cleaned, empty where there is none.
  const std::string& text(std::size_t row, std::size_t column) const {
    return texts_[at(row, column).text];
  }
  /// The text of a cell that is not merely covered.
  const std::string& own(std::size_t row, std::size_t column) const {
    return is_covered(row, column) ? texts_[0] : text(row, column);
  }
  /// Whether the cell is part of a merged one that begins elsewhere.
  bool is_covered(std::size_t row, std::size_t column) const {
    return at(row, column).anchor != index(row, column);
  }
  /// Whether that one begins in a row above.
  bool is_covered_from_above(std::size_t row, std::size_t column) const {
    return at(row, column).anchor / columns() < row;
  }
  /// Whether both are parts of one merged cell.
  bool is_one_cell(std::size_t row, std::size_t a, std::size_t b) const {
    return at(row, a).anchor == at(row, b).anchor;
  }
  /// Whether any merged cell begins in these rows and reaches further down.
  bool has_merges_down(std::size_t begin, std::size_t end) const;

  /// Where a cell, or the merged one it belongs to, stands in the file.
  Place place(std::size_t row, std::size_t column) const;
  /// Its number in the file, from 0.
  std::uint32_t number(std::size_t row) const { return rows_[row]; }
  const std::string& sheet() const { return sheet_; }
  const std::string& file() const { return file_; }
  /// Cells from which more than blanks was cleaned away.
  const std::vector<Place>& debris() const { return debris_; }
  /// Whether there was more than fits.
  bool is_cut() const { return is_cut_; }

 private:
  struct GridCell {
    std::uint32_t text = 0;    // into texts_; 0: none
    std::uint32_t anchor = 0;  // the index of the cell that covers it
  };
  std::size_t index(std::size_t row, std::size_t column) const {
    return row * columns_.size() + column;
  }
  const GridCell& at(std::size_t row, std::size_t column) const {
    return cells_[index(row, column)];
  }
  void lay_out(const workbook::Sheet& sheet);

  std::string file_;
  std::string sheet_;
  std::vector<std::uint32_t> rows_;     // their numbers in the file
  std::vector<std::uint32_t> columns_;  // likewise
  std::vector<GridCell> cells_;
  std::vector<std::string> texts_;
  std::vector<Place> debris_;
  bool is_cut_ = false;
};

}  // namespace catalog::import
