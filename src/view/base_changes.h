#pragma once

#include "resolve/edition.h"
#include "view/table.h"

namespace catalog::view {

/// Where the catalog departs from the one above it, by what its own files say:
/// item, field, the base's value, its own, what that means and why. That roles
/// are played by offices is no departure. Without rows in a catalog that stands
/// alone, and in the edition of a place below, whose cells tell it one by one.
Table base_changes_table(const resolve::Edition& edition);

}  // namespace catalog::view
