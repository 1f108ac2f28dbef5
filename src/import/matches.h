#pragma once

#include <cstddef>
#include <vector>

#include "import/base.h"
#include "import/catalog.h"

namespace catalog::import {

/// Which item of the base an imported one is.
struct Match {
  enum class By {
    none,    // it is not in the base
    id,      // the hidden column of our own workbooks
    code,    // its printed code
    name,    // domain and names
    likely,  // nearly the same names and contents, and no other is near
    near,    // perhaps `base`: a person must say
  };
  By by = By::none;
  std::size_t base = 0;  // index into Base::items
  double sure = 0;       // of `likely` and `near`

  bool is_joined() const { return by != By::none && by != By::near; }
};

/// A match an imported item; an item of the base is joined to one at most.
std::vector<Match> matches_of(const Imported& imported, const Base& base);

}  // namespace catalog::import
