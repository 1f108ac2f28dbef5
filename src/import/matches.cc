#include "import/matches.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "import/likeness.h"
#include "import/text.h"

namespace catalog::import {
namespace {

std::string name_key(const Item& item) {
  std::string key = std::to_string(item.domain);
  for (const std::string& each : item.name)
    key += "\n" + squashed(without_number(each));
  return key;
}

class Matcher {
 public:
  Matcher(const Imported& imported, const Base& base)
      : imported_(imported),
        base_(base),
        matches_(imported.items.size()),
        taken_(base.items.size()) {}

  std::vector<Match> all() {
    by_key(
        Match::By::id, [](const Item& item) { return item.known_as; },
        [](const Item& item) { return item.id; });
    const auto code = [](const Item& item) {
      return item.code.empty() ? std::string()
                               : std::to_string(item.domain) + "\n" + item.code;
    };
    by_key(Match::By::code, code, code);
    by_key(Match::By::name, name_key, name_key);
    by_likeness();
    return std::move(matches_);
  }

 private:
  void join(std::size_t item, const Match& match) {
    matches_[item] = match;
    taken_[match.base] = true;
  }

  /// Keys that one item has here and one there.
  template <class Here, class There>
  void by_key(Match::By by, const Here& here, const There& there) {
    constexpr std::size_t several = static_cast<std::size_t>(-1);
    std::map<std::string, std::size_t> of_base, of_items;
    const auto put = [&](auto& map, const std::string& key, std::size_t i) {
      if (key.empty()) return;
      const auto [found, is_new] = map.try_emplace(key, i);
      if (!is_new) found->second = several;
    };
    for (std::size_t i = 0; i < base_.items.size(); ++i)
      if (!taken_[i]) put(of_base, there(base_.items[i]), i);
    for (std::size_t i = 0; i < matches_.size(); ++i)
      if (!matches_[i].is_joined()) put(of_items, here(imported_.items[i]), i);
    for (const auto& [key, item] : of_items) {
      const auto found = of_base.find(key);
      if (item == several || found == of_base.end() || found->second == several)
        continue;
      join(item, {by, found->second, 1});
    }
  }

  struct Pair {
    double sure = 0;
    std::size_t item = 0, base = 0;
  };

  /// The likest pairs of what is left, domain by domain.
  void by_likeness() {
    std::map<std::size_t, std::vector<std::size_t>> left;
    for (std::size_t i = 0; i < base_.items.size(); ++i)
      if (!taken_[i]) left[base_.items[i].domain].push_back(i);
    std::vector<Pair> pairs;
    std::map<std::size_t, Shape> shapes;
    for (std::size_t i = 0; i < matches_.size(); ++i) {
      if (matches_[i].is_joined()) continue;
      const Shape here(imported_.items[i]);
      for (const std::size_t each : left[imported_.items[i].domain]) {
        const Shape& there =
            shapes.try_emplace(each, base_.items[each]).first->second;
        const double sure = likeness(here, there);
        if (sure >= least_near) pairs.push_back({sure, i, each});
      }
    }
    std::stable_sort(
        pairs.begin(), pairs.end(),
        [](const Pair& a, const Pair& b) { return a.sure > b.sure; });
    std::map<std::size_t, std::vector<std::size_t>> of_item, of_base;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      of_item[pairs[i].item].push_back(i);
      of_base[pairs[i].base].push_back(i);
    }
    for (const Pair& each : pairs)
      settle(each, pairs, of_item[each.item], of_base[each.base]);
  }

  /// Joined where it is sure and nothing else comes near; else only named.
  void settle(const Pair& pair, const std::vector<Pair>& pairs,
              const std::vector<std::size_t>& of_item,
              const std::vector<std::size_t>& of_base) {
    if (matches_[pair.item].is_joined() || taken_[pair.base]) return;
    const auto comes_near = [&](std::size_t index) {
      const Pair& other = pairs[index];
      return other.sure > pair.sure - margin &&
             (other.item != pair.item
                  ? !matches_[other.item].is_joined()
                  : other.base != pair.base && !taken_[other.base]);
    };
    const bool has_rival =
        std::any_of(of_item.begin(), of_item.end(), comes_near) ||
        std::any_of(of_base.begin(), of_base.end(), comes_near);
    if (pair.sure >= least_sure && !has_rival)
      join(pair.item, {Match::By::likely, pair.base, pair.sure});
    else if (matches_[pair.item].by == Match::By::none)
      matches_[pair.item] = {Match::By::near, pair.base, pair.sure};
  }

  static constexpr double least_near = 0.5, least_sure = 0.8, margin = 0.1;
  const Imported& imported_;
  const Base& base_;
  std::vector<Match> matches_;
  std::vector<bool> taken_;
};

}  // namespace

std::vector<Match> matches_of(const Imported& imported, const Base& base) {
  return Matcher(imported, base).all();
}

}  // namespace catalog::import
