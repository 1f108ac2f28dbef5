#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.h"
#include "model/catalog.h"

/// How a catalog is laid over the one that it extends. The requirements are in
/// README.md of this folder, by number; each step has a file of its own.
namespace catalog::resolve {

/// What became of an item of the base that is not taken over.
struct Gone {
  source::Span by;   // the operation
  model::Item item;  // as the base has it
};

/// A catalog on its way from the base to what stands on it. Every step takes
/// one and gives the next; items keep the base's order.
struct Draft {
  model::Catalog catalog;
  std::map<std::string_view, Gone> gone;  // by id
};

/// R1 The base as it is, its registries joined with the overlay's own.
Draft taken_over(const model::Catalog& base, model::Catalog& own,
                 diagnostics::Diagnostics& found);

/// R2 Without the domains that the overlay does not adopt.
Draft adopted(Draft draft, const model::Overlay& overlay,
              diagnostics::Diagnostics& found);

/// R3 Without the items that it excludes.
Draft excluded(Draft draft, const model::Overlay& overlay,
               diagnostics::Diagnostics& found);

/// R4 With the values that it adjusts.
Draft adjusted(Draft draft, const model::Overlay& overlay,
               const model::Origins& own_origins,
               diagnostics::Diagnostics& found);

/// R5 With the items that it adds.
Draft joined_by(Draft draft, std::deque<model::Item> own,
                const model::Origins& own_origins,
                diagnostics::Diagnostics& found);

/// R6 With those who play the roles. Also for a catalog without a base.
Draft bound(Draft draft, std::vector<model::Binding> own,
            diagnostics::Diagnostics& found);

/// R7 With the departures that it waives. Also for a catalog without a base.
Draft waived(Draft draft, const model::Overlay& overlay,
             diagnostics::Diagnostics& found);

/// A catalog laid over its base: all steps. The base is free of errors.
model::Catalog overlaid(const model::Catalog& base, model::Catalog own,
                        diagnostics::Diagnostics& found);

/// A catalog without a base: only what needs none.
model::Catalog alone(model::Catalog own, diagnostics::Diagnostics& found);

}  // namespace catalog::resolve
