#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "import/catalog.h"
#include "resolve/edition.h"

namespace catalog::import {

/// The catalog over which tables are laid: its items as imported ones, with
/// its ids for what it names.
struct Base {
  std::string reference;      // what `extends:` says
  std::vector<Item> items;    // their ids given, their domains in the register
  std::set<std::string> ids;  // all that items may not have
};

/// Puts the names of a base into the registers, so that tables that name the
/// same thing get its id.
Base base_of(const resolve::Edition& edition, const std::string& reference,
             Imported& imported);

/// What two items have in common, from 0 to 1, by their names and contents.
double likeness(const Item& a, const Item& b);

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
