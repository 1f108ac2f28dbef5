#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/layout.h"
#include "resolve/edition.h"
#include "source/lines.h"
#include "source/tree.h"
#include "view/cells.h"

namespace catalog::view {

/// Says where an edition's catalog set another value than the one it stands on
/// has: who set it, what the base says, and where. Files are named from their
/// catalog's folder, the base's with its id. Of the catalog's own a line is
/// named too; not of a base, where a blank line more would change every output.
class Departures {
 public:
  /// Null `sources`, or an edition without a base: nothing departs.
  Departures(const resolve::Edition& edition,
             const source::SourceTree* sources);

  /// In lines; empty where the item says what the base does, or the base does
  /// not have it.
  std::string of(const resolve::Item& item, model::ItemField field) const;

 private:
  std::string place(const source::Span& span) const;

  const resolve::Edition& edition_;
  const source::SourceTree* sources_;
  resolve::Edition base_;
  model::Layout layout_;
  mutable std::unordered_map<source::FileId, source::Lines> lines_;
};

/// The field of an item that a column shows; `assumed` for one that shows none.
model::ItemField field_of(std::string_view column_value);

}  // namespace catalog::view
