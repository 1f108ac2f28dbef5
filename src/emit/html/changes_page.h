#pragma once

#include "emit/html/markup.h"
#include "emit/html/site.h"

namespace catalog::emit::site {

/// Whether the edition stands on a base and departs from it anywhere.
bool has_changes(const Site& site);

/// What this catalog changed, added and left out of the one that it extends,
/// with the places that say so and the reasons.
Markup changes_page(const Site& site);

}  // namespace catalog::emit::site
