#pragma once

#include "emit/html/markup.h"
#include "emit/html/site.h"

namespace catalog::emit::site {

/// Whether the edition departs anywhere from the catalog that it extends.
bool has_departures(const Site& site);

/// What this catalog changed, added and left out of the one that it extends,
/// with the reasons.
Markup departures_page(const Site& site);

/// What changed since the last edition, by what it means for those who publish
/// and those who read. Only where a last edition was named; says so where
/// nothing changed.
Markup last_changes_page(const Site& site);

}  // namespace catalog::emit::site
