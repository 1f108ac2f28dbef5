#pragma once

#include "emit/html/markup.h"
#include "emit/html/site.h"

namespace catalog::emit::site {

/// The home page: the search, what the catalog counts, and the ways in.
Markup home_page(const Site& site);

}  // namespace catalog::emit::site
