#pragma once

#include <cstddef>
#include <string>

#include "import/grid.h"
#include "import/header.h"

namespace catalog::import {

/// What is in a row's own cells, as far as that says what kind of row it is.
struct Own {
  std::size_t count = 0;
  std::size_t first = 0;  // column of the first
  bool has_cells_from_above = false;
};
Own own_cells(const Grid& grid, std::size_t row);

/// 3, 3.1, 三 or （三） and nothing else.
bool is_number(const std::string& text);

/// 注：, 说明： and what they say.
bool is_note(const Grid& grid, std::size_t row, const Own& own);

/// What stands under a table and is none of it: signatures, sums, the number
/// of the page.
bool is_footer(const Grid& grid, std::size_t row, const Own& own);

/// A lone text over the rows that follow.
bool is_title(const Grid& grid, std::size_t row, const Own& own);

/// 1 2 3 … under the header.
bool is_column_numbers(const Grid& grid, std::size_t row);

/// Where only notes, footers and what is signed or dated follows, of the rows
/// under a header: looser than `is_footer`, as no item follows.
std::size_t end_of_items(const Grid& grid, const Header& header,
                         std::size_t end);

}  // namespace catalog::import
