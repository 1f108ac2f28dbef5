#pragma once

#include "days/calendar.h"
#include "resolve/catalog.h"

namespace catalog::compare {

/// The working-day calendar that a catalog's `calendar:` gives.
days::Calendar calendar_of(const resolve::ResolvedCatalog& catalog);

}  // namespace catalog::compare
