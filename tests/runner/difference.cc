#include "runner/difference.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace catalog::runner {
namespace {

using Texts = std::vector<std::string_view>;

Texts lines_of(std::string_view text) {
  Texts lines;
  while (!text.empty()) {
    lines.push_back(text.substr(0, text.find('\n')));
    text.remove_prefix(std::min(lines.back().size() + 1, text.size()));
  }
  return lines;
}

/// A line of the merged text: ' ' in both, '-' only expected, '+' only actual.
struct Line {
  char mark;
  std::string_view text;
};

/// Beyond this many pairs the middle is shown as removed and added whole.
constexpr std::size_t max_pairs = 16'000'000;

/// The longest common subsequence of `a` and `b`, with the rest marked.
void merge(const Texts& a, const Texts& b, std::vector<Line>& out) {
  const std::size_t width = b.size() + 1;
  const bool is_small = (a.size() + 1) * width <= max_pairs;
  std::vector<std::uint32_t> common(is_small ? (a.size() + 1) * width : 0);
  const auto at = [&](std::size_t i, std::size_t j) -> std::uint32_t& {
    return common[i * width + j];
  };
  if (is_small)
    for (std::size_t i = a.size(); i-- > 0;)
      for (std::size_t j = b.size(); j-- > 0;)
        at(i, j) = a[i] == b[j] ? at(i + 1, j + 1) + 1
                                : std::max(at(i + 1, j), at(i, j + 1));
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() || j < b.size()) {
    const bool is_both = i < a.size() && j < b.size();
    if (is_both && a[i] == b[j]) {
      out.push_back({' ', a[i++]});
      ++j;
    } else if (j == b.size() ||
               (is_both && (!is_small || at(i + 1, j) >= at(i, j + 1)))) {
      out.push_back({'-', a[i++]});
    } else {
      out.push_back({'+', b[j++]});
    }
  }
}

}  // namespace

std::string difference(std::string_view expected, std::string_view actual) {
  if (expected == actual) return {};
  const Texts a = lines_of(expected);
  const Texts b = lines_of(actual);
  const auto [first_a, first_b] =
      std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const auto [last_a, last_b] =
      std::mismatch(a.rbegin(), std::make_reverse_iterator(first_a), b.rbegin(),
                    std::make_reverse_iterator(first_b));
  std::vector<Line> lines;
  for (auto it = a.begin(); it != first_a; ++it) lines.push_back({' ', *it});
  merge({first_a, last_a.base()}, {first_b, last_b.base()}, lines);
  for (auto it = last_a.base(); it != a.end(); ++it)
    lines.push_back({' ', *it});

  constexpr std::ptrdiff_t around = 3;
  const auto size = static_cast<std::ptrdiff_t>(lines.size());
  std::string out;
  bool was_shown = true;
  for (std::ptrdiff_t i = 0; i < size; ++i) {
    const auto from = lines.begin() + std::max<std::ptrdiff_t>(i - around, 0);
    const auto to = lines.begin() + std::min(i + around + 1, size);
    const bool is_shown = std::any_of(
        from, to, [](const Line& line) { return line.mark != ' '; });
    if (is_shown) {
      if (!was_shown) out += "  ...\n";
      const Line& line = lines[static_cast<std::size_t>(i)];
      ((out += line.mark) += ' ').append(line.text) += '\n';
    }
    was_shown = is_shown;
  }
  if (out.empty()) out = "the texts differ in the end of the last line\n";
  return out;
}

}  // namespace catalog::runner
