#pragma once

#include <optional>
#include <string_view>

namespace catalog::phrase {

/// A whole number in Arabic numerals, half- or full-width, or in Chinese ones:
/// `26`, `２６`, `二十六`, `一百零三`, `二〇`. Nothing where the text is not
/// one number, or above 9999.
std::optional<int> number(std::string_view text);

}  // namespace catalog::phrase
