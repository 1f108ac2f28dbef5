#pragma once

#include <string>
#include <string_view>

namespace catalog::unicode {

/// The compatibility composition of a text: full-width letters become
/// half-width, equal-looking forms become one. A text that is not UTF-8 comes
/// back as it is.
std::string nfkc(std::string_view text);

/// The same without a difference of case: what names are compared by.
std::string nfkc_folded(std::string_view text);

}  // namespace catalog::unicode
