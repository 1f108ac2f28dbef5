#pragma once

#include <cstdint>
#include <deque>

#include "source/span.h"

namespace catalog::model {

/// Names an Origin of a catalog; the first one stands for "not written".
enum class OriginId : std::uint32_t { none = 0 };

/// What set a value: a place in some layer of the chain (its file tells which,
/// see source::layer_of), and what that place found set already.
struct Origin {
  source::Span span;
  OriginId below = OriginId::none;
};

/// The origins of a catalog's values, found by their id. A deque, because a
/// catalog has hundreds of thousands and a vector that grows holds them twice.
class Origins {
 public:
  OriginId add(const Origin& origin) {
    all_.push_back(origin);
    return static_cast<OriginId>(all_.size() - 1);
  }
  const Origin& operator[](OriginId id) const {
    return all_[static_cast<std::size_t>(id)];
  }
  std::size_t size() const { return all_.size(); }

 private:
  std::deque<Origin> all_{Origin{}};
};

}  // namespace catalog::model
