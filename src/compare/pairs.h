#pragma once

#include <cstddef>
#include <vector>

#include "resolve/edition.h"

namespace catalog::compare {

/// The items of two editions in pairs; those without one stand alone.
struct Pairs {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::vector<std::size_t> of_now;     // the old one of each new item
  std::vector<std::size_t> of_before;  // and the other way round
};

/// The items of an edition; of a place below as they read there.
using ItemList = std::vector<const resolve::Item*>;
ItemList items_of(const resolve::Edition& edition);

/// Matched by id, then by what `replaces` says on either side. Where several
/// want the same, ids decide, so that both directions give the same pairs.
Pairs pairs_of(const ItemList& before, const ItemList& now);

}  // namespace catalog::compare
