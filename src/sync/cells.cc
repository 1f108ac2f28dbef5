#include "sync/cells.h"

#include <algorithm>

namespace catalog::sync {

using workbook::Position;

Cells::Cells(const workbook::Sheet& sheet) : sheet_(sheet) {
  for (std::size_t i = 0; i < sheet.cells.size(); ++i) {
    const Position at = sheet.cells[i].at;
    own_.emplace(key(at), i);
    rows_ = std::max(rows_, at.row + 1);
    columns_ = std::max(columns_, at.column + 1);
  }
  // Nobody's tables need more than this; a hostile file's might.
  std::size_t left = 20'000'000;
  for (const workbook::Merge& merge : sheet.merges)
    if (!cover(merge, left)) break;
}

const std::string& Cells::own(std::uint32_t row, std::uint32_t column) const {
  static const std::string none;
  const auto found = own_.find(key({row, column}));
  return found == own_.end() ? none : sheet_.cells[found->second].text;
}

Position Cells::anchor(std::uint32_t row, std::uint32_t column) const {
  const auto found = covered_.find(key({row, column}));
  return found == covered_.end() ? Position{row, column} : found->second;
}

FoundCell Cells::at(std::uint32_t row, std::uint32_t column) const {
  const Position begin = anchor(row, column);
  if (begin.column != column) return {{}, {row, column}};
  return {own(begin.row, column), begin};
}

bool Cells::cover(const workbook::Merge& merge, std::size_t& left) {
  const std::uint32_t last_row = std::min(merge.last.row, rows_ - 1);
  const std::uint32_t last = std::min(merge.last.column, columns_ - 1);
  for (auto row = merge.first.row; row <= last_row && rows_ > 0; ++row)
    for (auto column = merge.first.column; column <= last; ++column) {
      if (left-- == 0) return false;
      covered_.try_emplace(key({row, column}), merge.first);
    }
  return true;
}

}  // namespace catalog::sync
