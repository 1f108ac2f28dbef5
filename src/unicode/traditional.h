#pragma once

#include <optional>

namespace catalog::unicode {

/// The simplified form of a Han character that is surely a traditional one: it
/// has no place in GB 2312, and its simplified form has. Characters that both
/// scripts use (著, 後, 瞭) and rare ones of names have no such form.
std::optional<char32_t> simplified(char32_t value);

}  // namespace catalog::unicode
