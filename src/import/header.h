#pragma once

#include <optional>
#include <string>
#include <vector>

#include "import/grid.h"
#include "import/words.h"

namespace catalog::import {

/// A column of a table, by what stands over it.
struct Column {
  std::size_t index = 0;  // in the grid
  Field field = Field::none;
  std::string title;            // the lowest header cell, as printed
  TierWords tiers;              // of a column under 公开层级
  bool is_under_items = false;  // below 公开事项
  bool stands_in = false;       // its words say so only for want of better ones
  bool is_between_rows = false;  // its texts stand in rows of their own
};

/// The header of a table: one to four rows.
struct Header {
  std::size_t begin = 0;  // rows of the grid
  std::size_t end = 0;
  std::vector<Column> columns;
  /// What a note in the header says of the boxes.
  bool open_box_is_optional = false;  // ■ 必选，□ 可选
  bool one_is_enough = false;         // 至少选择其一

  /// The column of a field; null where there is none.
  const Column* find(Field field) const;
  bool has(Field field) const { return find(field) != nullptr; }
  /// Whether two headers name the same columns in the same places.
  bool is_like(const Header& other) const;
  /// The column of names; null where there are several levels, or none.
  const Column* only_name() const;
};

/// A header of one level of names whose first level stands in rows between
/// those of the items: 一、党务公开 across the table.
Header with_headings(Header header);

/// The header that begins in a row, in whatever order and depth its columns
/// are; nothing where none begins.
std::optional<Header> header_at(const Grid& grid, std::size_t row);

/// Tables that were turned: the words of the header stand below each other,
/// with the values right of them. Such a sheet the right way round.
std::optional<workbook::Sheet> turned(const workbook::Sheet& sheet);

}  // namespace catalog::import
