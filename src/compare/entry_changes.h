#pragma once

#include <vector>

#include "compare/changes.h"
#include "compare/entries.h"

namespace catalog::compare {

/// What changed of an entry that both sides have. Nothing: it has no fields.
Change entry_between(Kind kind, const Entry& before, const Entry& now);

/// Adds what changed in a registry: entries in the new order, then those that
/// are gone.
void compare_entries(const resolve::Edition& before,
                     const resolve::Edition& now, Kind kind, Knows knows,
                     std::vector<Change>& all);

/// Whether a side has all things of a kind: what it lacks may stand in a part
/// that could not be read, and is not called gone.
bool knows_all(const resolve::Edition& edition, Kind kind);

}  // namespace catalog::compare
