#include "format/difference.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <vector>

namespace catalog::format {
namespace {

using Text = std::string_view;
using Lines = std::vector<Text>;

constexpr std::size_t context = 3;

/// Lines with their ends.
Lines lines_of(Text text) {
  Lines lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    lines.push_back(text.substr(at, end - at));
    at = end;
  }
  return lines;
}

/// A line of a diff: ` `, `-` or `+`, and where it stands in both texts, or
/// would stand; from 0.
struct Step {
  char sign;
  std::size_t before, after;
};

/// Corresponding parts of both texts.
struct Range {
  std::size_t before, before_end, after, after_end;

  bool is_empty() const { return before == before_end && after == after_end; }
};

/// Patience diff: lines that occur once in both texts hold them together, as
/// many of them as stand in the same order.
class Comparison {
 public:
  Comparison(const Lines& before, const Lines& after)
      : before_(before), after_(after) {
    compare({0, before.size(), 0, after.size()});
  }

  const std::vector<Step>& steps() const { return steps_; }

 private:
  struct Pair {
    std::size_t before, after;
  };

  void compare(Range range) {
    while (range.before < range.before_end && range.after < range.after_end &&
           before_[range.before] == after_[range.after])
      steps_.push_back({' ', range.before++, range.after++});
    std::size_t same = 0;
    while (range.before < range.before_end && range.after < range.after_end &&
           before_[range.before_end - 1] == after_[range.after_end - 1])
      --range.before_end, --range.after_end, ++same;
    if (!range.is_empty()) compare_middle(range);
    for (std::size_t i = 0; i < same; ++i)
      steps_.push_back({' ', range.before_end + i, range.after_end + i});
  }

  void compare_middle(Range range) {
    const std::vector<Pair> anchors = longest_run(unique_pairs(range));
    if (anchors.empty()) {
      while (range.before < range.before_end)
        steps_.push_back({'-', range.before++, range.after});
      while (range.after < range.after_end)
        steps_.push_back({'+', range.before_end, range.after++});
      return;
    }
    for (const Pair& anchor : anchors) {
      compare({range.before, anchor.before, range.after, anchor.after});
      steps_.push_back({' ', anchor.before, anchor.after});
      range.before = anchor.before + 1;
      range.after = anchor.after + 1;
    }
    compare(range);
  }

  /// The lines that occur once in each part, in the order of the first.
  std::vector<Pair> unique_pairs(const Range& range) const {
    struct Count {
      std::size_t before = 0, after = 0, place = 0;
    };
    std::unordered_map<Text, Count> counts;
    for (std::size_t i = range.before; i < range.before_end; ++i)
      ++counts[before_[i]].before;
    for (std::size_t i = range.after; i < range.after_end; ++i) {
      Count& count = counts[after_[i]];
      ++count.after;
      count.place = i;
    }
    std::vector<Pair> pairs;
    for (std::size_t i = range.before; i < range.before_end; ++i)
      if (const Count& count = counts[before_[i]];
          count.before == 1 && count.after == 1)
        pairs.push_back({i, count.place});
    return pairs;
  }

  /// The longest run of pairs whose second places rise, too.
  static std::vector<Pair> longest_run(const std::vector<Pair>& pairs) {
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::vector<std::size_t> ends;  // of the best run of each length
    std::vector<std::size_t> previous(pairs.size(), none);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const auto at = std::partition_point(
          ends.begin(), ends.end(),
          [&](std::size_t end) { return pairs[end].after < pairs[i].after; });
      if (at != ends.begin()) previous[i] = *std::prev(at);
      if (at == ends.end())
        ends.push_back(i);
      else
        *at = i;
    }
    std::vector<Pair> run;
    for (std::size_t i = ends.empty() ? none : ends.back(); i != none;
         i = previous[i])
      run.push_back(pairs[i]);
    std::reverse(run.begin(), run.end());
    return run;
  }

  const Lines& before_;
  const Lines& after_;
  std::vector<Step> steps_;
};

/// `12,7`: the first line and how many; an empty part names the line above.
std::string extent(std::size_t first, std::size_t count) {
  return fmt::format("{},{}", count == 0 ? first : first + 1, count);
}

void add_hunk(const std::vector<Step>& steps, std::size_t begin,
              std::size_t end, const Lines& before, const Lines& after,
              std::string& text) {
  const auto count = [&](char sign) {
    return static_cast<std::size_t>(
        std::count_if(steps.begin() + static_cast<std::ptrdiff_t>(begin),
                      steps.begin() + static_cast<std::ptrdiff_t>(end),
                      [&](const Step& step) { return step.sign != sign; }));
  };
  text +=
      fmt::format("@@ -{} +{} @@\n", extent(steps[begin].before, count('+')),
                  extent(steps[begin].after, count('-')));
  for (std::size_t i = begin; i < end; ++i) {
    const Text line =
        steps[i].sign == '+' ? after[steps[i].after] : before[steps[i].before];
    text += steps[i].sign;
    text += line;
    if (!line.ends_with('\n')) text += "\n\\ No newline at end of file\n";
  }
}

}  // namespace

std::string difference(Text path, Text before, Text after) {
  if (before == after) return {};
  const Lines old_lines = lines_of(before), new_lines = lines_of(after);
  const Comparison comparison(old_lines, new_lines);
  const std::vector<Step>& steps = comparison.steps();
  std::string text = fmt::format("--- {0}\n+++ {0}\n", path);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (steps[i].sign == ' ') continue;
    const std::size_t begin = i - std::min(i, context);
    std::size_t last = i;
    for (; i < steps.size() && i <= last + 2 * context + 1; ++i)
      if (steps[i].sign != ' ') last = i;
    i = std::min(last + context, steps.size() - 1);
    add_hunk(steps, begin, i + 1, old_lines, new_lines, text);
  }
  return text;
}

}  // namespace catalog::format
