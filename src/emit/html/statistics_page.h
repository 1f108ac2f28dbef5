#pragma once

#include "emit/html/markup.h"
#include "emit/html/site.h"

namespace catalog::emit::site {

/// What the catalog counts, as charts, and the table of counts by domain.
Markup statistics_page(const Site& site);

}  // namespace catalog::emit::site
