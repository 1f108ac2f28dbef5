#pragma once

#include "emit/html/markup.h"
#include "emit/html/site.h"

namespace catalog::emit::site {

/// The page of a law: what it is, whether it holds on the edition's date, the
/// limits it sets, and the items that cite it.
Markup law_page(const Site& site, resolve::LawId law);

}  // namespace catalog::emit::site
