#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace catalog::workbook {

/// A cell's place, both counted from 0.
struct Position {
  std::uint32_t row = 0;
  std::uint32_t column = 0;

  friend auto operator<=>(const Position&, const Position&) = default;
};

/// As spreadsheets write it: `F37`.
std::string a1(Position position);

/// A cell with something in it, as its text is shown: dates written out,
/// numbers without the noise of binary fractions.
struct Cell {
  Position at;
  std::string text;
};

/// Cells drawn as one; what is in it stands in the first. Both ends count.
struct Merge {
  Position first;
  Position last;
};

/// A table as it lies in a file, whatever kind of file: only what is there.
struct Sheet {
  std::string name;  // may be empty
  bool hidden = false;
  std::vector<Cell> cells;    // by row, then column, each place once
  std::vector<Merge> merges;  // as the file says: they may overlap
  std::vector<std::uint32_t> hidden_rows;  // ascending
  std::vector<std::uint32_t> hidden_columns;
};

/// The most cells that are read of one file.
inline constexpr std::size_t max_cells = 2'000'000;
/// The largest sheet there is.
inline constexpr std::uint32_t max_rows = 1'048'576;
inline constexpr std::uint32_t max_columns = 16'384;

}  // namespace catalog::workbook
