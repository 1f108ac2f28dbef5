#pragma once

#include <vector>

#include "resolve/edition.h"

namespace catalog::check {

/// Places below a catalog's whose editions hold the same items with the same
/// bodies, so that what is wrong with one is wrong with all. 199 villages are
/// mostly one or two of these.
struct LikePlaces {
  resolve::Edition edition;  // of the first of them
  std::vector<const model::Jurisdiction*> places;
};

/// All places below, in the order of the first of each.
std::vector<LikePlaces> places_below(const resolve::Edition& own);

}  // namespace catalog::check
