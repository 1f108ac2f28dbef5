#pragma once

#include <set>
#include <string>
#include <vector>

#include "import/base.h"
#include "import/bindings.h"
#include "import/catalog.h"
#include "import/departure.h"
#include "import/report.h"

namespace catalog::import {

/// The tables as a catalog that extends a base.
struct Overlay {
  std::string reference;
  std::vector<Departure> adjust;
  std::vector<BoundRole> bind;
  std::set<std::size_t> own;  // imported items that the base lacks
  std::vector<std::size_t>
      missing;  // items of the base, of domains with tables
  std::vector<std::size_t> untouched;  // domains of the base without any table
};

/// Lays the imported items over the base. What is weaker than the base, as far
/// as that can be seen here or is in `weaker`, is not taken over but left to a
/// person; values in `equal` say the same in other words.
Overlay overlay_of(Imported& imported, const Base& base, const HeldBack& weaker,
                   const HeldBack& equal, Remarks& remarks);

}  // namespace catalog::import
