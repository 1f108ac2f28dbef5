#pragma once

#include "days/calendar.h"
#include "resolve/catalog.h"

namespace catalog::compare {

/// The working-day calendar that a catalog's `calendar:` gives.
days::Calendar calendar_of(const resolve::ResolvedCatalog& catalog);

/// Of two catalogs the calendar that reaches further: the same whichever side
/// is which.
days::Calendar calendar_for(const resolve::ResolvedCatalog& a,
                            const resolve::ResolvedCatalog& b);

}  // namespace catalog::compare
