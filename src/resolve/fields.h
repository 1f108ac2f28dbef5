#pragma once

#include "model/item.h"

namespace catalog::resolve {

/// Whether two items say the same in a field, wherever it was written.
bool is_same(const model::Item& a, const model::Item& b,
             model::ItemField field);

bool is_same(const model::ContentEntry& a, const model::ContentEntry& b);
bool is_same(const model::BasisEntry& a, const model::BasisEntry& b);
bool is_same(const model::ChannelEntry& a, const model::ChannelEntry& b);

/// Takes the value of one field over. `facets` and `elements` are taken key by
/// key, as from the defaults of a file.
void take(const model::Item& from, model::Item& into, model::ItemField field);

}  // namespace catalog::resolve
