#include "unicode/closest.h"

#include <algorithm>
#include <vector>

#include "unicode/classes.h"
#include "unicode/normal.h"
#include "unicode/utf8.h"

namespace catalog::unicode {
namespace {

/// Longer words are prose that was put in the wrong place, not misspellings.
constexpr std::size_t longest = 200;

std::size_t limit_for(std::size_t length) {
  return std::max<std::size_t>(1, length / 3);
}

/// Two Han characters say as much as four letters.
std::size_t weight(std::u32string_view word) {
  std::size_t sum = 0;
  for (const char32_t each : word) sum += is_ideograph(each) ? 2 : 1;
  return sum;
}

}  // namespace

std::size_t edit_distance(std::u32string_view a, std::u32string_view b,
                          std::size_t limit) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit) return limit + 1;
  const std::size_t width = a.size() + 1;
  std::vector<std::size_t> before_last(width), last(width), row(width);
  for (std::size_t i = 0; i < width; ++i) last[i] = i;
  for (std::size_t j = 1; j <= b.size(); ++j) {
    row[0] = j;
    std::size_t least = j;
    for (std::size_t i = 1; i < width; ++i) {
      const std::size_t replaced = last[i - 1] + (a[i - 1] != b[j - 1]);
      row[i] = std::min({row[i - 1] + 1, last[i] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[i] = std::min(row[i], before_last[i - 2] + 1);
      least = std::min(least, row[i]);
    }
    // A swap reaches back two rows, so one row above the limit is not enough.
    if (least > limit + 1) return limit + 1;
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return std::min(last[a.size()], limit + 1);
}

Closest::Closest(std::string_view word)
    : word_(to_utf32(nfkc_folded(word.substr(0, 4 * longest)))),
      distance_(limit_for(word_.size()) + 1) {
  if (word_.size() > longest) word_.clear();
}

void Closest::consider(std::string_view candidate) {
  if (word_.empty() || candidate.size() > 4 * longest) return;
  const std::u32string other = to_utf32(nfkc_folded(candidate));
  const std::size_t longer = std::max(word_.size(), other.size());
  if (distance_ > 0) {
    // Never all of it: `a` is no misspelling of `b`.
    const std::size_t limit = std::min(distance_, longer) - 1;
    const std::size_t distance = edit_distance(word_, other, limit);
    if (distance <= limit) {
      distance_ = distance;
      best_ = candidate;
    }
  }
  if (weight(word_) >= 4 && other.find(word_) != std::u32string::npos) {
    ++containing_;
    container_ = candidate;
  }
}

std::optional<std::string> Closest::found() const {
  if (!best_.empty()) return best_;
  if (containing_ == 1) return container_;
  return std::nullopt;
}

}  // namespace catalog::unicode
