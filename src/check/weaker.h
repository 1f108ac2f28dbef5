#pragma once

#include <cstddef>

#include "resolve/edition.h"

namespace catalog::check {

/// The items of a base by what became of them in the catalog above.
struct Compared {
  std::size_t not_weaker = 0;
  std::size_t weaker = 0;
  std::size_t incomparable = 0;
  std::size_t waived = 0;  // departures, or left out, with an approval
};

/// Counts them, for the last line of a check. Expects a catalog with a base.
Compared compared_with_base(const resolve::Edition& edition);

}  // namespace catalog::check
