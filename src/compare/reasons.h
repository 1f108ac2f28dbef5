#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

#include "resolve/catalog.h"

namespace catalog::compare {

/// The reasons that a catalog gives for what it changes, found by place. Lives
/// no longer than the catalog.
class Reasons {
 public:
  explicit Reasons(const resolve::ResolvedCatalog& catalog);

  /// Of the value of a field: of the operation that it was written in. Empty
  /// where none is given.
  std::string of(const resolve::Item& item, model::ItemField field) const;
  /// Of an item that is gone.
  std::string of(std::string_view item) const;

 private:
  const resolve::ResolvedCatalog& catalog_;
  std::map<source::Span, const model::Departure*> by_place_;
  std::unordered_map<std::string_view, const model::Departure*> by_gone_;
};

}  // namespace catalog::compare
