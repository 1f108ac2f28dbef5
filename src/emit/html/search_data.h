#pragma once

#include <string>

#include "emit/html/site.h"

namespace catalog::emit::site {

/// What the search knows, as a script: pages opened from a folder may load
/// scripts but not data. It sets `catalogData` to
///
///   domains   [id, name] each
///   facets    [key, title, names, keys] each; keys stand in the address and
///             are null where they are the names. Body first, taxonomies last
///   timings   the phrases, and basis what is cited, once each
///   initials  a text a letter: the characters whose pinyin begins with it
///   items     [domain, id, names, content, timings, basis, …] each, an item a
///             line; content is one text with lines, the rest indices into the
///             lists above, those of each facet last. An id that begins with
///             `/` follows its domain's.
///
/// Names stand in the order of their facet: domains, levels, channels and
/// terms in the catalog's, bodies the most used first.
std::string search_data(const Site& site);

}  // namespace catalog::emit::site
