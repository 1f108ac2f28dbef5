#pragma once

#include <cstddef>
#include <string_view>

namespace catalog::unicode {

/// How wide characters such as ■ “ ” 〔 … stand that are one column in Latin
/// surroundings and two in a Chinese font.
enum class Ambiguous { narrow, wide };

/// The columns a code point takes: 2 for wide and full-width ones, 0 for
/// combining, formatting and control characters, else 1 (UAX #11).
std::size_t width(char32_t value, Ambiguous ambiguous = Ambiguous::narrow);

/// The columns a text of one line takes.
std::size_t width(std::string_view text,
                  Ambiguous ambiguous = Ambiguous::narrow);

}  // namespace catalog::unicode
