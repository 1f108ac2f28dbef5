#pragma once

#include "compare/changes.h"
#include "resolve/edition.h"
#include "view/table.h"

namespace catalog::view {

/// Where an edition departs from the catalog above it, by what its catalog's
/// own files say: items added, left out, and fields set otherwise, with the
/// reasons. That roles are played by offices is no departure, nor is what a
/// place below does not hold. Empty in a catalog that stands alone.
compare::Changes base_changes(const resolve::Edition& edition);

/// The same as a table: item, field, the base's value, its own, what that
/// means and why. Without rows where nothing departs.
Table base_changes_table(const compare::Changes& changes);

}  // namespace catalog::view
