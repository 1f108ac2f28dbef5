#pragma once

#include <cstddef>
#include <set>

#include "import/grid.h"
#include "import/header.h"

namespace catalog::import {

/// The rows of a table of one level of names that hold no item but are the
/// first level of those that follow: 一、党务公开 across the table,
/// `1 机构信息` over 1.1 and 1.2. Titles that name a domain are none, nor are
/// those across a table whose items do not begin to count below them.
std::set<std::size_t> heading_rows(const Grid& grid, const Header& header,
                                   std::size_t end);

}  // namespace catalog::import
