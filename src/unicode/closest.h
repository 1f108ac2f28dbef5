#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace catalog::unicode {

/// The number of code points to insert, delete, replace or swap with their
/// neighbour to get from `a` to `b` (each place edited once); `limit + 1` where
/// it is more than `limit`.
std::size_t edit_distance(std::u32string_view a, std::u32string_view b,
                          std::size_t limit);

/// Finds what somebody probably meant by a word that is not known. Compares
/// without case and width; takes at most one edit in three code points (one at
/// least), and always something in common. Where nothing is so near, the one
/// candidate that contains the word. The first of equally near ones wins, so
/// candidates must come in a fixed order.
class Closest {
 public:
  explicit Closest(std::string_view word);

  void consider(std::string_view candidate);
  std::optional<std::string> found() const;

 private:
  std::u32string word_;
  std::size_t distance_;  // below this is better; starts above the limit
  std::string best_;
  std::size_t containing_ = 0;  // candidates that contain the word
  std::string container_;
};

/// The candidate of a range of strings that was probably meant, if any.
template <class Range>
std::optional<std::string> closest(std::string_view word,
                                   const Range& candidates) {
  Closest best(word);
  for (const auto& each : candidates) best.consider(each);
  return best.found();
}

}  // namespace catalog::unicode
