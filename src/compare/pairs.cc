#include "compare/pairs.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace catalog::compare {

using model::Text;
using resolve::Item;

ItemList items_of(const resolve::Edition& edition) {
  ItemList all;
  if (edition.is_of_place_below)
    for (const resolve::ItemId id : edition.items) all.push_back(&edition[id]);
  else
    for (const Item& item : edition->items) all.push_back(&item);
  return all;
}

Pairs pairs_of(const ItemList& before, const ItemList& now) {
  std::unordered_map<std::string_view, std::size_t> olds, news;
  for (std::size_t i = 0; i < before.size(); ++i)
    olds.try_emplace(before[i]->id.text, i);
  for (std::size_t i = 0; i < now.size(); ++i)
    news.try_emplace(now[i]->id.text, i);
  Pairs pairs{std::vector(now.size(), Pairs::none),
              std::vector(before.size(), Pairs::none)};
  const auto match = [&](std::size_t old, std::size_t fresh) {
    if (pairs.of_before[old] != Pairs::none ||
        pairs.of_now[fresh] != Pairs::none)
      return;
    pairs.of_before[old] = fresh;
    pairs.of_now[fresh] = old;
  };
  for (std::size_t i = 0; i < now.size(); ++i)
    if (const auto old = olds.find(now[i]->id.text); old != olds.end())
      match(old->second, i);
  using Candidate = std::pair<std::pair<std::string_view, std::string_view>,
                              std::pair<std::size_t, std::size_t>>;
  std::vector<Candidate> candidates;
  const auto add = [&](std::size_t old, std::size_t fresh) {
    candidates.push_back(
        {std::minmax(before[old]->id.text, now[fresh]->id.text), {old, fresh}});
  };
  for (std::size_t i = 0; i < now.size(); ++i)
    for (const Text& id : now[i]->replaces)
      if (const auto old = olds.find(id.text); old != olds.end())
        add(old->second, i);
  for (std::size_t i = 0; i < before.size(); ++i)
    for (const Text& id : before[i]->replaces)
      if (const auto fresh = news.find(id.text); fresh != news.end())
        add(i, fresh->second);
  std::sort(candidates.begin(), candidates.end());
  for (const Candidate& each : candidates)
    match(each.second.first, each.second.second);
  return pairs;
}

}  // namespace catalog::compare
