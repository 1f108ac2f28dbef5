#pragma once

#include <cstddef>

namespace catalog::phrase {

/// Bytes of the phrase as it was given.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

}  // namespace catalog::phrase
