#pragma once

#include <functional>

#include "resolve/edition.h"

namespace catalog::check {

/// A text that readers get to see. `item` is null outside of items.
struct Printed {
  const resolve::Item* item;
  const model::Text& text;
};

/// Calls `visit` for everything that gets printed: of the edition's items, of
/// the registries and of the manifest. Not for aliases and former titles, which
/// are there to recognise what others wrote.
void for_each_printed(const resolve::Edition& edition,
                      const std::function<void(const Printed&)>& visit);

}  // namespace catalog::check
