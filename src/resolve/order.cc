#include "resolve/order.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "resolve/names.h"

namespace catalog::resolve {
namespace {

using Place = std::uint32_t;
constexpr Place last = std::numeric_limits<Place>::max();

struct Key {
  Place domain;
  Place first_level;
  Place order;
  Place place;

  friend auto operator<=>(const Key&, const Key&) = default;
};

std::string_view first_level(const model::Item& item) {
  return item.name.empty() ? std::string_view() : item.name[0].text;
}

std::vector<Key> keys_of(const std::vector<model::Item>& items,
                         const Registry<DomainId, model::Domain>& domains) {
  std::vector<Key> keys;
  std::unordered_map<std::string, Place> first_seen;
  for (const model::Item& item : items) {
    const auto domain = domains.find(item.domain.text);
    const Place at = domain ? static_cast<Place>(*domain) : last;
    const auto level = first_seen.try_emplace(
        std::to_string(at) + ' ' + std::string(first_level(item)),
        static_cast<Place>(first_seen.size()));
    keys.push_back({at, level.first->second,
                    item.order ? static_cast<Place>(*item.order) : last,
                    static_cast<Place>(keys.size())});
  }
  return keys;
}

/// Takes the items with `after` out of `order` and puts each behind its
/// target, and behind those already put there.
std::vector<Place> with_followers(const std::vector<model::Item>& items,
                                  const std::vector<Place>& order,
                                  bool may_say_unknown,
                                  diagnostics::Diagnostics& found) {
  std::unordered_map<std::string_view, Place> by_id;
  for (const Place place : order)
    by_id.try_emplace(items[place].id.text, place);
  std::unordered_map<Place, std::vector<Place>> followers;
  std::vector<Place> leaders;
  for (const Place place : order) {
    const model::Text& after = items[place].after;
    const auto target = by_id.find(after.text);
    if (after.empty() || target == by_id.end() || target->second == place) {
      leaders.push_back(place);
      if (!after.empty() && may_say_unknown) {
        std::vector<std::string_view> ids;
        for (const model::Item& item : items) ids.push_back(item.id.text);
        report_unknown(found, an_item, after, ids);
      }
    } else {
      followers[target->second].push_back(place);
    }
  }
  std::vector<Place> all;
  std::vector<Place> open(leaders.rbegin(), leaders.rend());
  std::vector<bool> is_placed(items.size());
  while (!open.empty()) {
    const Place place = open.back();
    open.pop_back();
    all.push_back(place);
    is_placed[place] = true;
    if (const auto next = followers.find(place); next != followers.end())
      open.insert(open.end(), next->second.rbegin(), next->second.rend());
  }
  // Items that stand after each other in a circle keep their own order.
  for (const Place place : order)
    if (!is_placed[place]) all.push_back(place);
  return all;
}

/// Moves each item to its place, circle by circle: a second list of items would
/// double what they take.
void rearrange(std::vector<model::Item>& items, std::vector<Place> order) {
  for (Place begin = 0; begin < order.size(); ++begin) {
    if (order[begin] == begin) continue;
    model::Item first = std::move(items[begin]);
    Place to = begin;
    while (order[to] != begin) {
      const Place from = std::exchange(order[to], to);
      items[to] = std::move(items[from]);
      to = from;
    }
    items[to] = std::move(first);
    order[to] = to;
  }
}

}  // namespace

void put_in_order(std::vector<model::Item>& items,
                  const Registry<DomainId, model::Domain>& domains,
                  bool may_say_unknown, diagnostics::Diagnostics& found) {
  const std::vector<Key> keys = keys_of(items, domains);
  std::vector<Place> order(items.size());
  std::iota(order.begin(), order.end(), Place{0});
  std::sort(order.begin(), order.end(),
            [&](Place a, Place b) { return keys[a] < keys[b]; });
  const bool has_followers =
      std::any_of(items.begin(), items.end(),
                  [](const model::Item& item) { return !item.after.empty(); });
  if (has_followers)
    order = with_followers(items, order, may_say_unknown, found);
  rearrange(items, std::move(order));
}

}  // namespace catalog::resolve
