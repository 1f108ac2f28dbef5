#pragma once

#include "emit/html/markup.h"
#include "emit/html/site.h"

namespace catalog::emit::site {

/// Whether other outputs lie beside the site.
bool has_downloads(const Site& site);

/// The outputs that lie beside the site: workbook, JSON, a table a file.
Markup downloads_page(const Site& site);

}  // namespace catalog::emit::site
