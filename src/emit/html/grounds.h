#pragma once

#include "theme/colour.h"

namespace catalog::emit::site {

/// Of the grounds that text stands on (assets/site.css), those with the least
/// contrast to it: `--raised` in light and dark.
inline constexpr theme::Colour light_ground{0xf5, 0xf7, 0xfa};
inline constexpr theme::Colour dark_ground{0x1c, 0x23, 0x2b};

}  // namespace catalog::emit::site
