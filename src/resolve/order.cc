#include "resolve/order.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <unordered_map>
#include <utility>

#include "resolve/names.h"

namespace catalog::resolve {
namespace {

using Place = std::uint32_t;
constexpr Place last = std::numeric_limits<Place>::max();

/// What items are ordered by. Two numbers each, since they are compared often.
struct Key {
  std::uint64_t group;  // domain, first level
  std::uint64_t rank;   // `order`, place

  Place place() const { return static_cast<Place>(rank); }
  friend bool operator<(const Key& a, const Key& b) {
    return a.group != b.group ? a.group < b.group : a.rank < b.rank;
  }
};

std::uint64_t both(Place first, Place second) {
  return std::uint64_t{first} << 32 | second;
}

std::string_view first_level(const model::Item& item) {
  return item.name.empty() ? std::string_view() : item.name[0].text;
}

std::vector<Key> keys_of(const std::deque<model::Item>& items,
                         const Registry<DomainId, model::Domain>& domains) {
  std::vector<Key> keys;
  keys.reserve(items.size());
  std::unordered_map<std::string, Place> first_seen;
  std::string_view domain, level;  // of the item before
  for (const model::Item& item : items) {
    std::uint64_t group = keys.empty() ? 0 : keys.back().group;
    if (keys.empty() || item.domain.text != domain ||
        first_level(item) != level) {
      domain = item.domain.text;
      level = first_level(item);
      const auto known = domains.find(domain);
      const Place at = known ? static_cast<Place>(*known) : last;
      const auto seen =
          first_seen.try_emplace(std::to_string(at) + ' ' + std::string(level),
                                 static_cast<Place>(first_seen.size()));
      group = both(at, seen.first->second);
    }
    keys.push_back(
        {group, both(item.order ? static_cast<Place>(*item.order) : last,
                     static_cast<Place>(keys.size()))});
  }
  return keys;
}

/// Takes the items with `after` out of `order` and puts each behind its
/// target, and behind those already put there.
std::vector<Place> with_followers(const std::deque<model::Item>& items,
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
void rearrange(std::deque<model::Item>& items, std::vector<Place> order) {
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

void put_in_order(std::deque<model::Item>& items,
                  const Registry<DomainId, model::Domain>& domains,
                  bool may_say_unknown, diagnostics::Diagnostics& found) {
  std::vector<Key> keys = keys_of(items, domains);
  // Merging is quick with files, whose items mostly are in order.
  std::stable_sort(keys.begin(), keys.end());
  std::vector<Place> order;
  order.reserve(keys.size());
  for (const Key& key : keys) order.push_back(key.place());
  const bool has_followers =
      std::any_of(items.begin(), items.end(),
                  [](const model::Item& item) { return !item.after.empty(); });
  if (has_followers)
    order = with_followers(items, order, may_say_unknown, found);
  rearrange(items, std::move(order));
}

}  // namespace catalog::resolve
