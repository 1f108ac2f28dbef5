#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace catalog::sync {

/// A step from one list to another: both: kept, or one in place of the other;
/// only the first: gone; only the second: new.
struct Step {
  std::optional<std::size_t> before;
  std::optional<std::size_t> after;
  bool is_kept = false;
};

/// How a list of `a` elements became one of `b`, with as many kept as can be
/// (the longest common subsequence; beyond a bound, what is alike at both
/// ends). What was lost and what is new in one place go together in pairs.
template <class Same>
std::vector<Step> aligned(std::size_t a, std::size_t b, Same same) {
  std::size_t head = 0, tail = 0;
  while (head < a && head < b && same(head, head)) ++head;
  while (tail < a - head && tail < b - head && same(a - 1 - tail, b - 1 - tail))
    ++tail;
  const std::size_t rows = a - head - tail, columns = b - head - tail;
  std::vector<Step> steps;
  for (std::size_t i = 0; i < head; ++i) steps.push_back({i, i, true});

  constexpr std::size_t bound = 4'000'000;
  std::vector<std::uint32_t> longest;
  const auto at = [&](std::size_t i, std::size_t j) -> std::uint32_t& {
    return longest[i * (columns + 1) + j];
  };
  const bool fits = rows * columns <= bound;
  if (fits) {
    longest.assign((rows + 1) * (columns + 1), 0);
    for (std::size_t i = rows; i-- > 0;)
      for (std::size_t j = columns; j-- > 0;)
        at(i, j) = same(head + i, head + j)
                       ? at(i + 1, j + 1) + 1
                       : std::max(at(i + 1, j), at(i, j + 1));
  }
  std::size_t i = 0, j = 0;
  std::vector<std::size_t> lost, found;
  const auto flush = [&] {
    for (std::size_t k = 0; k < std::max(lost.size(), found.size()); ++k)
      steps.push_back(
          {k < lost.size() ? std::optional(lost[k]) : std::nullopt,
           k < found.size() ? std::optional(found[k]) : std::nullopt, false});
    lost.clear();
    found.clear();
  };
  while (i < rows || j < columns) {
    if (fits && i < rows && j < columns && same(head + i, head + j)) {
      flush();
      steps.push_back({head + i++, head + j++, true});
    } else if (i < rows &&
               (j == columns || !fits || at(i + 1, j) >= at(i, j + 1))) {
      lost.push_back(head + i++);
    } else {
      found.push_back(head + j++);
    }
  }
  flush();
  for (std::size_t k = 0; k < tail; ++k)
    steps.push_back({a - tail + k, b - tail + k, true});
  return steps;
}

}  // namespace catalog::sync
