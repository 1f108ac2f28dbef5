#pragma once

#include "model/item.h"
#include "model/layout.h"

namespace catalog::resolve {

/// Whether an item meets every condition of a `where`, by what is written in
/// it: names are compared, not followed.
bool meets(const model::Item& item, const model::Where& where);

}  // namespace catalog::resolve
