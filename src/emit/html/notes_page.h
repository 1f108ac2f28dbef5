#pragma once

#include "emit/html/markup.h"
#include "emit/html/site.h"

namespace catalog::emit::site {

/// What the elements of an item mean, and the catalog's own elements,
/// channels and ways of classing.
Markup notes_page(const Site& site);

}  // namespace catalog::emit::site
