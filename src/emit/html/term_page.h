#pragma once

#include "emit/html/markup.h"
#include "emit/html/site.h"

namespace catalog::emit::site {

/// The page of a term, such as a stage of life: all terms of its taxonomy, in
/// order, with this one chosen; its items; and what is linked to them, so that
/// one matter brings up the others.
Markup term_page(const Site& site, resolve::TermId term);

/// The terms of a taxonomy that have items, as a row of links; an ordered
/// taxonomy's are numbered steps. `current` is marked.
void write_terms(const Site& site, resolve::TaxonomyId taxonomy,
                 std::optional<resolve::TermId> current, std::string_view root,
                 Markup& out);

}  // namespace catalog::emit::site
