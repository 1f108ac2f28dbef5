#pragma once

#include <vector>

#include "compile/compile.h"
#include "resolve/edition.h"
#include "view/publication.h"

namespace catalog::compile {

/// Whose edition: null is the catalog's own place.
using Place = const model::Jurisdiction*;

/// The places that get an edition: the catalog's own, then each below it in
/// the order written.
std::vector<Place> places_of(const Compilation& run);

/// The edition of a place. It selects from the compilation, which must outlive
/// it; of a catalog with many places only a few are made at a time.
resolve::Edition edition_of(const Compilation& run, Place place);

/// The files that an edition's values come from, where the catalog stands on a
/// base; null for a catalog that stands alone.
const source::SourceTree* sources_of(const Compilation& run);

/// The edition arranged for the outputs, in the catalog's theme.
view::Publication publication_of(const Compilation& run,
                                 const resolve::Edition& edition);

}  // namespace catalog::compile
