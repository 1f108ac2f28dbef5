#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "import/tables.h"

/// Cells that a page cut: into lines within words, or into two rows.
namespace catalog::import {

/// Whether the lines of a column end where the page did: then all lines but
/// the last of a cell are about as long as the longest.
bool is_wrapped(const std::vector<Row>& rows, std::size_t index);

/// Where the texts of two rows were joined that may be one: a line end, until
/// it is known whether it was there or the page put it there.
inline constexpr std::string_view joint = "\n\u2060";
std::string without_joints(std::string text);

/// Whether a cell was surely cut where the page ends a line: within brackets,
/// between a number and what it counts, before the last sign of a word.
bool is_cut(const std::string& above, const std::string& rest);

/// Whether what a row adds to a cell begins something of its own.
bool begins_anew(const std::string& above, const std::string& rest);

}  // namespace catalog::import
