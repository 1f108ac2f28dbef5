#pragma once

#include "resolve/edition.h"
#include "view/table.h"

namespace catalog::view {

/// The laws that the edition's items cite, with their standing on its date.
Table laws_table(const resolve::Edition& edition);

/// The bodies that publish, with the number of their items.
Table bodies_table(const resolve::Edition& edition);

/// Counts by domain: items, modes and levels.
Table statistics_table(const resolve::Edition& edition);

}  // namespace catalog::view
