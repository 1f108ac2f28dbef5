#pragma once

#include "emit/html/markup.h"
#include "emit/html/site.h"

namespace catalog::emit::site {

/// The levels that publish, what each has to, and the places of the catalog
/// below each other, each with the number of items that hold in it.
Markup levels_page(const Site& site);

}  // namespace catalog::emit::site
