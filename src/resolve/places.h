#pragma once

#include <string_view>
#include <vector>

#include "model/vocabulary.h"

/// The places of a catalog, and which lies under which. GB/T 2260 and 10114:
/// six digits to the county, three more for a town, three more for a village.
namespace catalog::resolve {

using Jurisdictions = std::vector<model::Jurisdiction>;

/// The place of a code; null where there is none.
const model::Jurisdiction* place_of(const Jurisdictions& all,
                                    std::string_view code);

/// The place right above another: the one it names under `under`, else the
/// nearest by its code. Null at the top.
const model::Jurisdiction* above(const Jurisdictions& all,
                                 const model::Jurisdiction& place);

/// Whether a kind, a level or a code means this place. A code means also what
/// lies under its place.
bool means(const Jurisdictions& all, std::string_view kind_or_code,
           const model::Jurisdiction& place);

/// Whether one of several means it; none at all mean every place.
bool mean(const Jurisdictions& all, const std::vector<model::Text>& kinds,
          const model::Jurisdiction& place);

/// Every place that lies below another, in the order written.
std::vector<const model::Jurisdiction*> places_below(const Jurisdictions& all,
                                                     std::string_view code);

}  // namespace catalog::resolve
