#pragma once

#include <vector>

#include "emit/html/bars.h"
#include "emit/html/site.h"

namespace catalog::emit::site {

/// How many of some items there are by one of their values, as bars; values
/// that none has are left out. An item with several values counts for each.

std::vector<Bar> domain_bars(const Site& site, const Items& items,
                             std::string_view root);
std::vector<Bar> timing_bars(const Site& site, const Items& items);
std::vector<Bar> mode_bars(const Site& site, const Items& items);
std::vector<Bar> level_bars(const Site& site, const Items& items,
                            std::string_view root);
std::vector<Bar> channel_bars(const Site& site, const Items& items);
/// The most first.
std::vector<Bar> body_bars(const Site& site, const Items& items,
                           std::string_view root);
std::vector<Bar> law_bars(const Site& site, const Items& items,
                          std::string_view root);
std::vector<Bar> term_bars(const Site& site, resolve::TaxonomyId taxonomy,
                           const Items& items, std::string_view root);

}  // namespace catalog::emit::site
