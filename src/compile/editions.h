#pragma once

#include <vector>

#include "compile/compile.h"
#include "resolve/edition.h"

namespace catalog::compile {

/// Whose edition: null is the catalog's own place.
using Place = const model::Jurisdiction*;

/// The places that get an edition: the catalog's own, then each below it in
/// the order written.
std::vector<Place> places_of(const Compilation& run);

/// The edition of a place. It selects from the compilation, which must outlive
/// it; of a catalog with many places only a few are made at a time.
resolve::Edition edition_of(const Compilation& run, Place place);

}  // namespace catalog::compile
