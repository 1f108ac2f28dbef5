#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/layout.h"
#include "resolve/edition.h"
#include "workbook/record.h"

namespace catalog::sync {

/// Prints items as a table of a workbook did, by what its record says of the
/// layout: the catalog's own may have changed since.
class Printer {
 public:
  Printer(const resolve::Edition& edition, const workbook::PrintedTable& table);

  /// What the cell would say now.
  std::string text(const resolve::Item& item, std::size_t column) const;

 private:
  const resolve::Edition& edition_;
  model::Layout layout_;
  std::vector<model::Column> columns_;
};

/// The item that an id means in an edition; nothing where it has none.
std::optional<resolve::ItemId> item_of(const resolve::Edition& edition,
                                       std::string_view id);

}  // namespace catalog::sync
