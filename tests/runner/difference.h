#pragma once

#include <string>
#include <string_view>

namespace catalog::runner {

/// The lines in which two texts differ, with three lines around them: `-` what
/// `expected` has, `+` what `actual` has. Empty when they are equal.
std::string difference(std::string_view expected, std::string_view actual);

}  // namespace catalog::runner
