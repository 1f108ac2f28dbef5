#pragma once

#include <string>

#include "theme/theme.h"
#include "view/publication.h"

namespace catalog::emit::site {

/// The theme of a publication; one that changes nothing where it has none.
const theme::Theme& theme_of(const view::Publication& publication);

/// Whether a theme changes how the site is coloured or set.
bool has_sheet(const theme::Theme& theme);

/// The style sheet that is loaded after the site's own. Every colour in it can
/// be read where it is used, whatever the accent was.
std::string theme_sheet(const theme::Theme& theme);

}  // namespace catalog::emit::site
