#pragma once

#include <set>
#include <string>
#include <vector>

#include "import/catalog.h"
#include "resolve/edition.h"

namespace catalog::import {

/// The catalog over which tables are laid: its items as imported ones, with
/// its ids for what it names.
struct Base {
  std::string reference;    // what `extends:` says
  std::vector<Item> items;  // their ids given, their domains in the register
  Ids ids;                  // all that items may not have
};

/// Puts the names of a base into the registers, so that tables that name the
/// same thing get its id.
Base base_of(const resolve::Edition& edition, const std::string& reference,
             Imported& imported);
}  // namespace catalog::import
