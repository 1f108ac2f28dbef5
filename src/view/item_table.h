#pragma once

#include <vector>

#include "resolve/edition.h"
#include "view/departures.h"
#include "view/table.h"

namespace catalog::view {

/// Items below a heading; without a heading where the whole table is one.
struct Group {
  std::string heading;
  std::vector<resolve::ItemId> items;
};

/// The table of some items in a layout: header, columns, rows and merges; its
/// name and titles are the caller's. Where a value departs from the base's, its
/// cell says so, once a field.
Table item_table(const resolve::Edition& edition, const model::Layout& layout,
                 const std::vector<Group>& groups,
                 const Departures& departures);

}  // namespace catalog::view
