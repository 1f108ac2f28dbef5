#pragma once

#include <cstddef>
#include <string_view>

namespace catalog::view {

/// How long a text of one line is, in ems: a Chinese character is one, other
/// characters as wide as the widest of the usual fonts makes them.
double length(std::string_view line);

/// How many lines a text takes where a line has room for `room` ems. Chinese
/// breaks anywhere but before closing and after opening punctuation, other
/// words only where they are longer than a line.
std::size_t wrapped_lines(std::string_view text, double room);

}  // namespace catalog::view
