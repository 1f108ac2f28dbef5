#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "compare/changes.h"
#include "compare/entry_changes.h"
#include "compare/item_diff.h"
#include "compare/pairs.h"
#include "compare/records.h"

namespace catalog::compare {
namespace {

using model::Text;
using resolve::Edition;
using resolve::Item;

/// Of an item without a pair: one of the other side that took its id over.
std::string taken_over_by(
    const Item& item, const ItemList& others,
    const std::unordered_map<std::string_view, std::size_t>& by_former,
    const resolve::ResolvedCatalog& other) {
  if (const auto found = by_former.find(item.id.text); found != by_former.end())
    return std::string(others[found->second]->id.text);
  for (const Text& id : item.replaces)
    if (other.items.find(id.text)) return std::string(id.text);
  return {};
}

std::unordered_map<std::string_view, std::size_t> by_former_id(
    const ItemList& items) {
  std::unordered_map<std::string_view, std::size_t> all;
  for (std::size_t i = 0; i < items.size(); ++i)
    for (const Text& id : items[i]->replaces) all.try_emplace(id.text, i);
  return all;
}

bool is_whole(const Edition& edition) {
  return edition->incomplete.none() &&
         std::none_of(edition->items.begin(), edition->items.end(),
                      [](const Item& item) { return item.is_incomplete; });
}

/// The names of the domains whose items stand in another order.
std::vector<std::string> reordered(const Edition& before, const Edition& now,
                                   const Pairs& pairs) {
  std::map<std::string_view, std::size_t> last;
  std::set<std::string_view> moved;
  std::vector<std::string> names;
  const ItemList olds = items_of(before), news = items_of(now);
  for (std::size_t i = 0; i < news.size(); ++i) {
    if (pairs.of_now[i] == Pairs::none) continue;
    const Item &item = *news[i], &old = *olds[pairs.of_now[i]];
    if (item.is_incomplete || old.is_incomplete) continue;
    const model::Domain& domain = now[item.domain];
    if (before[old.domain].id.text != domain.id.text) continue;
    const auto [at, is_first] =
        last.try_emplace(domain.id.text, pairs.of_now[i]);
    if (!is_first && pairs.of_now[i] < at->second &&
        moved.insert(domain.id.text).second)
      names.emplace_back(domain.name.text);
    at->second = std::max(at->second, pairs.of_now[i]);
  }
  std::sort(names.begin(), names.end());
  return names;
}

Side side_of(const Edition& edition) {
  const model::Manifest& manifest = edition->manifest;
  return {
      std::string(manifest.id.text), std::string(manifest.title.text),
      std::string(manifest.version.text), days::iso(edition.date),
      edition.is_of_place_below ? edition.items.size() : edition->items.size()};
}

/// Where an item stands among the domains of the new side; those that are
/// gone come last.
std::size_t rank_of(const Edition& before, const Edition& now,
                    const Change& change, bool is_old) {
  const Edition& side = is_old ? before : now;
  const Item& item = side[*side->items.find(change.id)];
  const model::Domain& domain = side[item.domain];
  if (const auto found = now->domains.find(domain.id.text))
    return static_cast<std::size_t>(*found);
  return now->domains.size() + static_cast<std::size_t>(item.domain);
}

void compare_items(const Edition& before, const Edition& now, Knows knows,
                   const Pairs& pairs, const ItemScope& scope,
                   Changes& changes) {
  const ItemList old = items_of(before), fresh = items_of(now);
  const auto old_by_former = by_former_id(old),
             new_by_former = by_former_id(fresh);
  ItemDiff diff(before, now, knows);
  std::vector<std::pair<std::size_t, Change>> all;
  const auto add = [&](Change change, bool is_old) {
    const std::size_t rank = rank_of(before, now, change, is_old);
    all.emplace_back(rank, std::move(change));
  };
  for (std::size_t i = 0; i < fresh.size(); ++i) {
    if (scope.wants && !scope.wants(*fresh[i])) continue;
    if (pairs.of_now[i] == Pairs::none) {
      if (fresh[i]->is_incomplete || !knows_all(before, Kind::item)) continue;
      Change change = diff.added(*fresh[i]);
      change.successor = taken_over_by(*fresh[i], old, old_by_former, *before);
      add(std::move(change), false);
      continue;
    }
    const Item& same = *old[pairs.of_now[i]];
    if (fresh[i]->is_incomplete || same.is_incomplete) continue;
    Change change = diff.between(same, *fresh[i]);
    if (!change.effects.empty()) add(std::move(change), false);
  }
  for (std::size_t i = 0; i < old.size(); ++i) {
    if (!scope.tells_gone || pairs.of_before[i] != Pairs::none ||
        old[i]->is_incomplete || !knows_all(now, Kind::item))
      continue;
    Change change = diff.removed(*old[i]);
    change.successor = taken_over_by(*old[i], fresh, new_by_former, *now);
    add(std::move(change), true);
  }
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
    return a.first < b.first;
  });
  for (auto& [rank, change] : all) changes.all.push_back(std::move(change));
}

void compare_manifests(const Edition& before, const Edition& now, Knows knows,
                       const Pairs& pairs, Changes& changes) {
  Change change =
      entry_between(Kind::catalog, described_manifest(before, knows),
                    described_manifest(now, knows));
  if (const auto names = reordered(before, now, pairs); !names.empty()) {
    // The names are the same on both sides: what differs is their items.
    FieldChange& field = change.fields.emplace_back();
    field.field = "order";
    field.name = {"order of items", "事项先后"};
    field.effects = Effect::editorial;
    field.before = field.now = names;
    change.effects.insert(Effect::editorial);
  }
  if (!change.fields.empty()) changes.all.push_back(std::move(change));
}

}  // namespace

Changes changes_between(const Edition& before, const Edition& now,
                        Knows before_knows, Knows now_knows) {
  const Knows knows = before_knows == Knows::all && now_knows == Knows::all
                          ? Knows::all
                          : Knows::published;
  Changes changes;
  changes.before = side_of(before);
  changes.now = side_of(now);
  changes.is_incomplete = !is_whole(before) || !is_whole(now);
  const Pairs pairs = pairs_of(items_of(before), items_of(now));
  compare_manifests(before, now, knows, pairs, changes);
  compare_items(before, now, knows, pairs, {}, changes);
  for (std::size_t i = 0; i < kinds; ++i) {
    const Kind kind = static_cast<Kind>(i);
    if (kind == Kind::catalog || kind == Kind::item) continue;
    if (knows == Knows::all || is_published(kind))
      compare_entries(before, now, kind, knows, changes.all);
    else
      changes.not_compared.push_back(kind);
  }
  if (now_knows == Knows::all) tie_records(before, now, changes);
  return changes;
}

Changes changes_of_items(const Edition& before, const Edition& now,
                         const ItemScope& scope) {
  Changes changes;
  changes.before = side_of(before);
  changes.now = side_of(now);
  const ItemList items = items_of(now);
  const bool wants_some =
      scope.tells_gone || !scope.wants ||
      std::any_of(items.begin(), items.end(),
                  [&](const Item* item) { return scope.wants(*item); });
  if (wants_some)
    compare_items(before, now, Knows::all, pairs_of(items_of(before), items),
                  scope, changes);
  return changes;
}

}  // namespace catalog::compare
