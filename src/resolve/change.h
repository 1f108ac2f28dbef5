#pragma once

#include <vector>

#include "model/catalog.h"

namespace catalog::resolve {

/// The smallest part of an adjustment that can have an effect: one value, or
/// one entry added to, taken from or replaced in a list.
struct Piece {
  enum class Kind { value, add, remove, replace };
  model::ItemField field{};
  Kind kind = Kind::value;
  model::Text what;  // the entry, or the key of the value; and its place
};

/// The pieces of an adjustment, in a fixed order.
std::vector<Piece> pieces_of(const model::Adjustment& adjustment,
                             const model::Origins& own_origins);

/// Makes an adjustment of an item. Gives for each piece whether it changed
/// something. What it set has an origin in `origins` from then on, with the
/// one before below it; `own_origins` has those of the adjustment's values.
std::vector<bool> apply(const model::Adjustment& adjustment,
                        const model::Origins& own_origins, model::Item& item,
                        model::Origins& origins);

}  // namespace catalog::resolve
