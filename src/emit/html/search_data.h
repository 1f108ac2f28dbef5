#pragma once

#include <string>

#include "emit/html/site.h"

namespace catalog::emit::site {

/// What the search knows, as a script: pages opened from a folder may load
/// scripts but not data. It sets `catalogData` to
///
///   domains  [id, name] each        bodies, channels, timings, levels  names
///   basis    what is cited, once each
///   items    [domain, id, names, content, bodies, channels, timings, levels,
///             basis] each, an item a line; content is one text with lines,
///             the rest indices into the lists above. An id that begins with
///             `/` follows its domain's.
///
/// Names stand in the order of their facet: domains, levels and channels in
/// the catalog's, bodies and timings the most used first.
std::string search_data(const Site& site);

}  // namespace catalog::emit::site
