#pragma once

#include "emit/html/markup.h"
#include "emit/html/site.h"

namespace catalog::emit::site {

/// What stands before and after a domain in the order of the catalog.
struct Neighbours {
  const view::Table* before = nullptr;
  const view::Table* after = nullptr;
};

/// The page of a table: its title, what it counts, the ways into it, and the
/// table itself.
Markup table_page(const Site& site, const view::Table& table,
                  const Neighbours& neighbours);

}  // namespace catalog::emit::site
