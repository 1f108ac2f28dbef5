#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "view/table.h"

namespace catalog::view {

/// The sizes that sheets are set in, and all measures are for. Measures hold
/// for 宋体 and fonts like it: a Chinese character is as wide as its size.
inline constexpr double cell_points = 10;
inline constexpr double header_points = 10.5;

/// No row of a sheet may be higher; what needs more takes several rows.
inline constexpr double highest_row = 409;

/// Gives each column without a width one that suits what it holds, and each
/// row the height its highest cell needs when wrapped. A merged cell's need is
/// spread over its rows. A height may be above `highest_row`.
void measure(Table& table);

/// The heights of the header rows of a measured table.
std::vector<double> header_heights(const Table& table);

/// The width of a measured table in points, which screens and printers make
/// up to a tenth wider.
double width_in_points(const Table& table);

/// What a cell needs, and what a merged cell needs over all its rows.
double height_of(const Table& table, std::size_t row, std::size_t column);
double height_of(const Table& table, const Merge& merge);

/// A cell's text as a sheet prints it: boxes stand two abreast where the
/// column is wide enough.
std::string printed(const Column& column, std::string_view text);
/// The same without a copy where there is nothing to change: what it gives
/// views `text` or `buffer`.
std::string_view printed(const Column& column, std::string_view text,
                         std::string& buffer);

/// The height, in points, of a text wrapped in a column of that width:
/// Chinese breaks anywhere but before closing and after opening punctuation,
/// other words only where they are longer than a line.
double wrapped_height(std::string_view text, double width, double points);

}  // namespace catalog::view
