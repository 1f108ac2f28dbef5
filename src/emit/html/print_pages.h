#pragma once

#include "emit/html/markup.h"
#include "emit/html/site.h"

namespace catalog::emit::site {

/// What belongs on a notice board, in large type for A3 paper.
Markup poster_page(const Site& site);

/// Every item with its timing, in columns of small type for A4 paper.
Markup pocket_page(const Site& site);

}  // namespace catalog::emit::site
