#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "sync/found.h"

namespace catalog::sync {

/// The cells of a sheet by place, those under merged ones too. The sheet must
/// outlive it.
class Cells {
 public:
  explicit Cells(const workbook::Sheet& sheet);

  std::uint32_t rows() const { return rows_; }
  std::uint32_t columns() const { return columns_; }

  /// The text that stands at a place itself.
  const std::string& own(std::uint32_t row, std::uint32_t column) const;
  /// Where the merged cell over a place begins; the place itself without one.
  workbook::Position anchor(std::uint32_t row, std::uint32_t column) const;
  /// A merged cell reads in its first column only.
  FoundCell at(std::uint32_t row, std::uint32_t column) const;

 private:
  static std::uint64_t key(workbook::Position at) {
    return std::uint64_t{at.row} << 32 | at.column;
  }
  /// False where more was merged than the `left` places.
  bool cover(const workbook::Merge& merge, std::size_t& left);

  const workbook::Sheet& sheet_;
  std::unordered_map<std::uint64_t, std::size_t> own_;
  std::unordered_map<std::uint64_t, workbook::Position> covered_;
  std::uint32_t rows_ = 0;
  std::uint32_t columns_ = 0;
};

}  // namespace catalog::sync
