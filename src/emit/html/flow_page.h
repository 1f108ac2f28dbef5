#pragma once

#include "emit/html/markup.h"
#include "emit/html/site.h"

namespace catalog::emit::site {

/// Every flow chart of the catalog, to choose from.
Markup flows_page(const Site& site);

/// A flow: the drawing, its steps in words, and the items that follow it.
Markup flow_page(const Site& site, resolve::FlowId flow);

}  // namespace catalog::emit::site
