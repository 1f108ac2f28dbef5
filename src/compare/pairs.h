#pragma once

#include <cstddef>
#include <deque>
#include <vector>

#include "resolve/catalog.h"

namespace catalog::compare {

/// The items of two editions in pairs; those without one stand alone.
struct Pairs {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::vector<std::size_t> of_now;     // the old one of each new item
  std::vector<std::size_t> of_before;  // and the other way round
};

/// Matched by id, then by what `replaces` says on either side. Where several
/// want the same, ids decide, so that both directions give the same pairs.
Pairs pairs_of(const std::deque<resolve::Item>& before,
               const std::deque<resolve::Item>& now);

}  // namespace catalog::compare
