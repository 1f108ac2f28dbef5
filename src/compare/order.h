#pragma once

#include <cstdint>

namespace catalog::compare {

/// What a value is to the one it departs from: "never weaker" in one word.
enum class Order : std::uint8_t { equal, stricter, weaker, incomparable };

/// Of two parts of one value: weaker in one is weaker, and what cannot be
/// compared hides what is stricter.
constexpr Order both(Order a, Order b) {
  if (a == Order::weaker || b == Order::weaker) return Order::weaker;
  if (a == Order::incomparable || b == Order::incomparable)
    return Order::incomparable;
  return a == Order::equal ? b : a;
}

/// Seen from the other side.
constexpr Order reversed(Order order) {
  if (order == Order::stricter) return Order::weaker;
  if (order == Order::weaker) return Order::stricter;
  return order;
}

}  // namespace catalog::compare
