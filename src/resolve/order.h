#pragma once

#include <deque>

#include "diagnostics/diagnostics.h"
#include "model/item.h"
#include "resolve/catalog.h"

namespace catalog::resolve {

/// Puts items, which stand in the order of files and places, into the order of
/// the catalog: by domain, then first level in order of first appearance, then
/// `order`, then as they stood; one with `after` comes right behind that item.
/// `domain_of` gives a written item's place among the domains.
void put_in_order(std::deque<model::Item>& items,
                  const Registry<DomainId, model::Domain>& domains,
                  bool may_say_unknown, diagnostics::Diagnostics& found);

}  // namespace catalog::resolve
