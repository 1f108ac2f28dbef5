#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace catalog::emit {

/// What Excel counts a text in.
std::size_t utf16_units(std::string_view text);

/// A text as a workbook's cell takes it: characters that XML cannot hold are
/// left out, lines end with LF, and what reads like an escape (`_x0041_`) is
/// escaped, so that it is shown as written (ECMA-376 Part 1, 22.9.2.19).
std::string cell_text(std::string_view text);
/// Whether a well-formed text stands in a cell just as it is; false also where
/// that is not easily seen.
bool is_cell_text(std::string_view text);

/// A text for a printed page's head or foot, where `&` begins a code. At most
/// 80 characters of it.
std::string page_text(std::string_view text);

}  // namespace catalog::emit
