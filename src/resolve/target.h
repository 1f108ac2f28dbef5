#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diagnostics/diagnostics.h"
#include "model/overlay.h"
#include "resolve/overlay.h"

namespace catalog::resolve {

/// Finds the items that operations of an overlay are about; says of each id
/// that is none's what became of it.
class Targets {
 public:
  explicit Targets(const Draft& draft);

  /// An item that an operation is about, and what named it: its id in the
  /// operation, or the conditions that it meets.
  struct Target {
    std::size_t item;
    model::Text named;
  };

  /// In the order of the operation, or of the items where it has conditions.
  /// `place` is the operation, for one whose conditions nothing meets.
  std::vector<Target> of(const model::Target& target, source::Span place,
                         diagnostics::Diagnostics& found) const;

 private:
  void report_missing(const model::Text& id,
                      diagnostics::Diagnostics& found) const;

  const Draft& draft_;
  std::unordered_map<std::string_view, std::size_t> by_id_;
  std::unordered_map<std::string_view, std::size_t> by_former_id_;
};

/// Reports kinds, levels and codes of places that there are none of. A catalog
/// that names no place below its own, such as a province's, may speak of kinds
/// all the same: those who build on it have them.
void check_places(const model::Catalog& catalog,
                  const std::vector<model::Text>& places,
                  diagnostics::Diagnostics& found);

}  // namespace catalog::resolve
