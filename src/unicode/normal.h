#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace catalog::unicode {

/// The compatibility composition of a text: full-width letters become
/// half-width, equal-looking forms become one. A text that is not UTF-8 comes
/// back as it is.
std::string nfkc(std::string_view text);

/// The same without a difference of case: what names are compared by.
std::string nfkc_folded(std::string_view text);

/// Whether a text is its own `nfkc_folded`, as far as its characters show at a
/// glance: those of nearly all Chinese texts do.
bool is_surely_folded(std::string_view text);

/// Equal for texts with the same `nfkc_folded`, and hardly ever for others.
std::uint64_t folded_hash(std::string_view text);

}  // namespace catalog::unicode
