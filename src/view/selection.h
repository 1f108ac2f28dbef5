#pragma once

#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.h"
#include "model/layout.h"
#include "resolve/edition.h"
#include "view/item_table.h"

namespace catalog::view {

/// Reports keys and values of a `where` that nothing is known by.
void check_where(const resolve::Edition& edition, const model::Where& where,
                 diagnostics::Diagnostics& found);

/// The items of an edition for which every condition holds.
std::vector<resolve::ItemId> items_where(const resolve::Edition& edition,
                                         const model::Where& where);

/// Items by the terms of a taxonomy, in its order; one with several terms
/// stands below each, one without any nowhere.
std::vector<Group> grouped(const resolve::Edition& edition,
                           const std::vector<resolve::ItemId>& items,
                           resolve::TaxonomyId taxonomy);

/// Items by `domain`, `body` or `level`, each below its name; one group of all
/// for any other word.
std::vector<Group> grouped(const resolve::Edition& edition,
                           const std::vector<resolve::ItemId>& items,
                           std::string_view by);

}  // namespace catalog::view
