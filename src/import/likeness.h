#pragma once

#include <cstdint>
#include <vector>

#include "import/catalog.h"

namespace catalog::import {

/// What items are told apart by, made ready to compare: the pairs of
/// characters in their names and contents, sorted.
struct Shape {
  using Bigrams = std::vector<std::uint64_t>;

  explicit Shape(const Item& item);

  Bigrams lowest, first, content;
};

/// What two items have in common, from 0 to 1.
double likeness(const Shape& a, const Shape& b);
double likeness(const Item& a, const Item& b);

}  // namespace catalog::import
