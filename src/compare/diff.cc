#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "compare/calendar.h"
#include "compare/changes.h"
#include "compare/entries.h"
#include "compare/item_fields.h"
#include "compare/timing.h"
#include "unicode/normal.h"

namespace catalog::compare {
namespace {

using model::Text;
using resolve::Edition;
using resolve::Item;
using resolve::ItemId;

/// The calendar that reaches further: the same whichever side is which.
days::Calendar calendar_for(const Edition& a, const Edition& b) {
  days::Calendar here = calendar_of(*a), there = calendar_of(*b);
  if (!here.first()) return there;
  if (!there.first()) return here;
  return std::pair(*here.last(), *there.first()) <
                 std::pair(*there.last(), *here.first())
             ? there
             : here;
}

/// Entries without what is no word: width, spaces, order.
std::vector<std::string> words_of(const std::vector<std::string>& texts) {
  std::vector<std::string> all;
  for (const std::string& text : texts) {
    std::string plain = unicode::nfkc(text);
    std::erase_if(plain, [](char each) { return each == ' '; });
    all.push_back(std::move(plain));
  }
  std::sort(all.begin(), all.end());
  return all;
}

/// The reasons that a catalog gives for what it changes, found by place.
class Reasons {
 public:
  explicit Reasons(const resolve::ResolvedCatalog& catalog)
      : catalog_(catalog) {
    for (const model::Departure& each : catalog.departures) {
      by_place_[each.span] = &each;
      for (const Text& item : each.gone) by_gone_[item.text] = &each;
    }
  }

  /// Of the value of a field: of the operation that it was written in.
  std::string of(const Item& item, model::ItemField field) const {
    for (auto id = item.origin_of(field); id != model::OriginId::none;
         id = catalog_.origins[id].below) {
      const source::Span place = catalog_.origins[id].span;
      auto at = by_place_.upper_bound(
          {place.file, place.begin, static_cast<std::uint32_t>(-1)});
      if (at == by_place_.begin()) continue;
      if (source::contains((--at)->first, place))
        return std::string(at->second->reason.text);
    }
    return {};
  }
  /// Of an item that is gone.
  std::string of(std::string_view item) const {
    const auto found = by_gone_.find(item);
    return found == by_gone_.end() ? std::string()
                                   : std::string(found->second->reason.text);
  }

 private:
  const resolve::ResolvedCatalog& catalog_;
  std::map<source::Span, const model::Departure*> by_place_;
  std::unordered_map<std::string_view, const model::Departure*> by_gone_;
};

/// An item with its roles played and its supervision found, for the orders.
Item settled(const Edition& edition, const Item& item) {
  Item all = item;
  all.body = edition.body_of(item);
  all.supervision = edition.supervision_of(item);
  return all;
}

/// What a change of a field with an order means, from both sides.
Effects effects_of(const ItemFieldRow& row, const Reading& now,
                   const Reading& before, const days::Calendar& calendar) {
  const Order forth = row.order(now, before, calendar).order,
              back = row.order(before, now, calendar).order;
  Effects effects;
  if (forth == Order::weaker || back == Order::stricter)
    effects.insert(Effect::duty_loosened);
  if (back == Order::weaker || forth == Order::stricter)
    effects.insert(Effect::duty_tightened);
  // An office for a role is none the weaker, and the role says less.
  const bool both_ways = row.field == model::ItemField::body;
  const bool is_open =
      both_ways ? forth == Order::incomparable && back == Order::incomparable
                : forth == Order::incomparable || back == Order::incomparable;
  if (is_open) effects.insert(Effect::duty_changed);
  if (effects.empty()) effects.insert(row.otherwise);
  return effects;
}

/// Compares the items of two editions.
class ItemDiff {
 public:
  ItemDiff(const Edition& before, const Edition& now, Knows knows)
      : before_(before),
        now_(now),
        knows_(knows),
        reasons_(*now),
        calendar_(calendar_for(before, now)) {}

  /// The fields in which an item differs.
  Change between(const Item& before, const Item& now) {
    Change change = of(now, now_);
    if (before.id.text != now.id.text) {
      change.former = before.id.text;
      change.effects.insert(Effect::exchange);
    }
    compare(before, now, "", nullptr, change);
    if (knows_ == Knows::all) compare_variants(before, now, change);
    for (const FieldChange& field : change.fields)
      change.effects.insert(field.effects);
    return change;
  }

  Change added(const Item& item) const {
    return alone(item, now_, Fate::added, Effect::duty_added);
  }

  Change removed(const Item& item) const {
    Change change = alone(item, before_, Fate::removed, Effect::duty_removed);
    change.reason = reasons_.of(item.id.text);
    return change;
  }

 private:
  /// The keys of both sides, by row: what a variant need not repeat.
  using Keys = std::vector<std::pair<std::string, std::string>>;

  static Change of(const Item& item, const Edition& edition) {
    Change change;
    change.id = item.id.text;
    for (const Text& level : item.name) {
      if (!change.name.empty()) change.name += " / ";
      change.name += level.text;
    }
    change.domain = edition[item.domain].name.text;
    return change;
  }

  Change alone(const Item& item, const Edition& edition, Fate fate,
               Effect effect) const {
    Change change = of(item, edition);
    change.fate = fate;
    change.effects = effect;
    for (const ItemFieldRow& row : item_field_rows()) {
      if (knows_ != Knows::all && !row.is_published) continue;
      Values values(true);
      row.write(edition, item, values);
      if (values.texts().empty()) continue;
      FieldChange& field = change.fields.emplace_back();
      field.field = row.key;
      field.name = row.name;
      field.effects = effect;
      (fate == Fate::added ? field.now : field.before) = values.take_texts();
    }
    return change;
  }

  void compare(const Item& before, const Item& now, const std::string& places,
               const Keys* known, Change& change) {
    for (std::size_t i = 0; i < item_field_rows().size(); ++i) {
      const ItemFieldRow& row = item_field_rows()[i];
      if (knows_ != Knows::all && !row.is_published) continue;
      here_.clear();
      there_.clear();
      row.write(now_, now, here_);
      row.write(before_, before, there_);
      if (here_.keys() == there_.keys()) continue;
      if (known != nullptr && (*known)[i].first == there_.keys() &&
          (*known)[i].second == here_.keys())
        continue;
      change.fields.push_back(field_of(row, before, now, places));
    }
  }

  FieldChange field_of(const ItemFieldRow& row, const Item& before,
                       const Item& now, const std::string& places) const {
    Values here(true), there(true);
    row.write(now_, now, here);
    row.write(before_, before, there);
    FieldChange field{row.key,
                      row.name,
                      places,
                      {},
                      there.take_texts(),
                      here.take_texts(),
                      reasons_.of(now, row.field)};
    if (field.before == field.now)
      field.effects = Effect::exchange;  // the same names, other ids
    else if (words_of(field.before) == words_of(field.now))
      field.effects = Effect::editorial;
    else if (row.order == nullptr)
      field.effects = row.otherwise;
    else
      field.effects = effects_of(row, {*now_, settled(now_, now)},
                                 {*before_, settled(before_, before)});
    return field;
  }

  /// `Reading` refers to its item, which must live through the comparison.
  struct Settled {
    const resolve::ResolvedCatalog& catalog;
    Item item;
  };
  Effects effects_of(const ItemFieldRow& row, const Settled& now,
                     const Settled& before) const {
    return catalog::compare::effects_of(
        row, {now.catalog, now.item}, {before.catalog, before.item}, calendar_);
  }

  Keys keys_of(const Item& before, const Item& now) {
    Keys keys;
    for (const ItemFieldRow& row : item_field_rows()) {
      here_.clear();
      there_.clear();
      row.write(now_, now, here_);
      row.write(before_, before, there_);
      keys.emplace_back(there_.keys(), here_.keys());
    }
    return keys;
  }

  static std::string places_of(const Item& variant) {
    std::string places;
    for (const auto& each : variant.holds_in) {
      if (!places.empty()) places += " + ";
      for (std::size_t i = 0; i < each.size(); ++i)
        (places += i > 0 ? "、" : "") += each[i].text;
    }
    return places;
  }

  /// How an item reads in some places: against how it read there, which is as
  /// everywhere where nothing was said of them.
  void compare_variants(const Item& before, const Item& now, Change& change) {
    if (before.variants.empty() && now.variants.empty()) return;
    const Keys known = keys_of(before, now);
    std::map<std::string, std::pair<const Item*, const Item*>> by_places;
    for (const ItemId id : before.variants)
      by_places[places_of(before_[id])].first = &before_[id];
    for (const ItemId id : now.variants)
      by_places[places_of(now_[id])].second = &now_[id];
    for (const auto& [places, pair] : by_places)
      compare(pair.first != nullptr ? *pair.first : before,
              pair.second != nullptr ? *pair.second : now, places, &known,
              change);
  }

  const Edition& before_;
  const Edition& now_;
  Knows knows_;
  Reasons reasons_;
  days::Calendar calendar_;
  Values here_{false};
  Values there_{false};
};

/// The items of two editions in pairs; those without one stand alone.
struct Pairs {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::vector<std::size_t> of_now;     // the old one of each new item
  std::vector<std::size_t> of_before;  // and the other way round
};

/// Matched by id, then by what `replaces` says on either side. Where several
/// want the same, ids decide, so that both directions give the same pairs.
Pairs pairs_of(const std::deque<Item>& before, const std::deque<Item>& now) {
  std::unordered_map<std::string_view, std::size_t> olds, news;
  for (std::size_t i = 0; i < before.size(); ++i)
    olds.try_emplace(before[i].id.text, i);
  for (std::size_t i = 0; i < now.size(); ++i)
    news.try_emplace(now[i].id.text, i);
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
    if (const auto old = olds.find(now[i].id.text); old != olds.end())
      match(old->second, i);
  using Candidate = std::pair<std::pair<std::string_view, std::string_view>,
                              std::pair<std::size_t, std::size_t>>;
  std::vector<Candidate> candidates;
  const auto add = [&](std::size_t old, std::size_t fresh) {
    candidates.push_back(
        {std::minmax(before[old].id.text, now[fresh].id.text), {old, fresh}});
  };
  for (std::size_t i = 0; i < now.size(); ++i)
    for (const Text& id : now[i].replaces)
      if (const auto old = olds.find(id.text); old != olds.end())
        add(old->second, i);
  for (std::size_t i = 0; i < before.size(); ++i)
    for (const Text& id : before[i].replaces)
      if (const auto fresh = news.find(id.text); fresh != news.end())
        add(i, fresh->second);
  std::sort(candidates.begin(), candidates.end());
  for (const Candidate& each : candidates)
    match(each.second.first, each.second.second);
  return pairs;
}

/// Of an item without a pair: one of the other side that took its id over.
std::string taken_over_by(
    const Item& item, const std::deque<Item>& others,
    const std::unordered_map<std::string_view, std::size_t>& by_former,
    const resolve::ResolvedCatalog& other) {
  if (const auto found = by_former.find(item.id.text); found != by_former.end())
    return std::string(others[found->second].id.text);
  for (const Text& id : item.replaces)
    if (other.items.find(id.text)) return std::string(id.text);
  return {};
}

std::unordered_map<std::string_view, std::size_t> by_former_id(
    const std::deque<Item>& items) {
  std::unordered_map<std::string_view, std::size_t> all;
  for (std::size_t i = 0; i < items.size(); ++i)
    for (const Text& id : items[i].replaces) all.try_emplace(id.text, i);
  return all;
}

/// Whether a side has all things of a kind: what it lacks may stand in a part
/// that could not be read, and is not called gone.
bool knows_all(const Edition& edition, Kind kind) {
  using model::Registered;
  constexpr std::pair<Kind, Registered> registries[] = {
      {Kind::item, Registered::items},
      {Kind::domain, Registered::domains},
      {Kind::law, Registered::laws},
      {Kind::body, Registered::bodies},
      {Kind::channel, Registered::channels},
      {Kind::taxonomy, Registered::taxonomies},
      {Kind::element, Registered::elements},
      {Kind::flow, Registered::flows},
      {Kind::layout, Registered::layouts},
      {Kind::view, Registered::views}};
  for (const auto& [each, registry] : registries)
    if (each == kind)
      return !edition->incomplete[static_cast<std::size_t>(registry)];
  return edition->incomplete.none();
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
  for (std::size_t i = 0; i < now->items.size(); ++i) {
    if (pairs.of_now[i] == Pairs::none) continue;
    const Item &item = now->items.all()[i],
               &old = before->items.all()[pairs.of_now[i]];
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

/// What the known limits of a law became.
Effects effects_of_limits(const model::Law& before, const model::Law& now,
                          const days::Calendar& calendar) {
  Effects effects;
  const auto find = [](const model::Law& law, std::string_view id) {
    return std::find_if(
        law.limits.begin(), law.limits.end(),
        [&](const model::Limit& limit) { return limit.id.text == id; });
  };
  for (const model::Limit& limit : before.limits) {
    const auto same = find(now, limit.id.text);
    if (same == now.limits.end()) {
      effects.insert(Effect::duty_loosened);
      continue;
    }
    if (same->timing.phrase.text == limit.timing.phrase.text) continue;
    Order order = Order::incomparable;
    if (same->timing.reading != nullptr && limit.timing.reading != nullptr) {
      const Order forth = order_of(*same->timing.reading, *limit.timing.reading,
                                   calendar)
                              .order,
                  back = order_of(*limit.timing.reading, *same->timing.reading,
                                  calendar)
                             .order;
      order = forth == reversed(back) ? forth : Order::incomparable;
    }
    effects.insert(order == Order::weaker     ? Effect::duty_loosened
                   : order == Order::stricter ? Effect::duty_tightened
                   : order == Order::equal    ? Effect::editorial
                                              : Effect::duty_changed);
  }
  for (const model::Limit& limit : now.limits)
    if (find(before, limit.id.text) == before.limits.end())
      effects.insert(Effect::duty_tightened);
  return effects;
}

/// Of an entry of a registry that came or went.
Effect effect_of(Kind kind) {
  return kind == Kind::taxonomy || kind == Kind::element ? Effect::exchange
                                                         : Effect::shown;
}

Change entry_alone(Kind kind, const Entry& entry, Fate fate) {
  Change change;
  change.kind = kind;
  change.fate = fate;
  change.id = entry.id;
  change.name = entry.name;
  change.effects = effect_of(kind);
  for (const EntryField& from : entry.fields) {
    FieldChange& field = change.fields.emplace_back();
    field.field = from.key;
    field.name = from.name;
    field.effects = change.effects;
    (fate == Fate::added ? field.now : field.before) = from.lines;
  }
  return change;
}

FieldChange field_between(const EntryField* before, const EntryField* now) {
  const EntryField& either = now != nullptr ? *now : *before;
  FieldChange field;
  field.field = either.key;
  field.name = either.name;
  if (before != nullptr) field.before = before->lines;
  if (now != nullptr) field.now = now->lines;
  field.effects = words_of(field.before) == words_of(field.now)
                      ? Effect::editorial
                      : either.effect;
  return field;
}

Change entry_between(Kind kind, const Entry& before, const Entry& now) {
  Change change;
  change.kind = kind;
  change.id = now.id;
  change.name = now.name;
  const auto find = [](const Entry& entry, std::string_view key) {
    const auto found =
        std::find_if(entry.fields.begin(), entry.fields.end(),
                     [&](const EntryField& field) { return field.key == key; });
    return found == entry.fields.end() ? nullptr : &*found;
  };
  for (const EntryField& field : now.fields) {
    const EntryField* const old = find(before, field.key);
    if (old == nullptr || old->lines != field.lines)
      change.fields.push_back(field_between(old, &field));
  }
  for (const EntryField& field : before.fields)
    if (find(now, field.key) == nullptr)
      change.fields.push_back(field_between(&field, nullptr));
  for (const FieldChange& field : change.fields)
    change.effects.insert(field.effects);
  return change;
}

void compare_entries(const Edition& before, const Edition& now, Kind kind,
                     Knows knows, std::vector<Change>& all) {
  const std::vector<Entry> old = described(before, kind, knows),
                           fresh = described(now, kind, knows);
  std::unordered_map<std::string_view, const Entry*> olds, news;
  for (const Entry& entry : old) olds.try_emplace(entry.id, &entry);
  for (const Entry& entry : fresh) news.try_emplace(entry.id, &entry);
  const days::Calendar calendar = calendar_for(before, now);
  for (const Entry& entry : fresh) {
    const auto same = olds.find(entry.id);
    if (same == olds.end()) {
      if (knows_all(before, kind))
        all.push_back(entry_alone(kind, entry, Fate::added));
      continue;
    }
    Change change = entry_between(kind, *same->second, entry);
    if (change.fields.empty()) continue;
    for (FieldChange& field : change.fields) {
      if (kind != Kind::law || field.field != "limits") continue;
      field.effects =
          effects_of_limits(before[*before->laws.find(entry.id)],
                            now[*now->laws.find(entry.id)], calendar);
      change.effects = {};
      for (const FieldChange& each : change.fields)
        change.effects.insert(each.effects);
    }
    all.push_back(std::move(change));
  }
  for (const Entry& entry : old)
    if (!news.contains(entry.id) && knows_all(now, kind))
      all.push_back(entry_alone(kind, entry, Fate::removed));
}

Side side_of(const Edition& edition) {
  const model::Manifest& manifest = edition->manifest;
  return {std::string(manifest.id.text), std::string(manifest.title.text),
          std::string(manifest.version.text), days::iso(edition.date),
          edition->items.size()};
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
                   const Pairs& pairs, Changes& changes) {
  const std::deque<Item>&old = before->items.all(), &fresh = now->items.all();
  const auto old_by_former = by_former_id(old),
             new_by_former = by_former_id(fresh);
  ItemDiff diff(before, now, knows);
  std::vector<std::pair<std::size_t, Change>> all;
  const auto add = [&](Change change, bool is_old) {
    const std::size_t rank = rank_of(before, now, change, is_old);
    all.emplace_back(rank, std::move(change));
  };
  for (std::size_t i = 0; i < fresh.size(); ++i) {
    if (pairs.of_now[i] == Pairs::none) {
      if (fresh[i].is_incomplete || !knows_all(before, Kind::item)) continue;
      Change change = diff.added(fresh[i]);
      change.successor = taken_over_by(fresh[i], old, old_by_former, *before);
      add(std::move(change), false);
      continue;
    }
    const Item& same = old[pairs.of_now[i]];
    if (fresh[i].is_incomplete || same.is_incomplete) continue;
    Change change = diff.between(same, fresh[i]);
    if (!change.effects.empty()) add(std::move(change), false);
  }
  for (std::size_t i = 0; i < old.size(); ++i) {
    if (pairs.of_before[i] != Pairs::none || old[i].is_incomplete ||
        !knows_all(now, Kind::item))
      continue;
    Change change = diff.removed(old[i]);
    change.successor = taken_over_by(old[i], fresh, new_by_former, *now);
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

/// A record as it is cited: its day and its ground.
std::string text_of(const model::AdjustmentRecord& record) {
  std::string text =
      record.date.date ? days::iso(*record.date.date) : std::string();
  if (!record.ground.empty()) {
    if (!text.empty()) text += " ";
    text += record.ground.text;
  }
  return text;
}

std::string key_of(const model::AdjustmentRecord& record) {
  std::string key = text_of(record);
  for (const Text& item : record.items) (key += '\x1f') += item.text;
  return key;
}

/// Ties the changes to the records that are new, and names those records that
/// are about nothing.
void tie_records(const Edition& before, const Edition& now, Changes& changes) {
  changes.has_records = !now->adjustments.empty();
  std::set<std::string> known;
  for (const model::AdjustmentRecord& record : before->adjustments)
    known.insert(key_of(record));
  std::unordered_map<std::string_view, std::vector<Change*>> by_id;
  for (Change& change : changes.all) {
    if (change.kind != Kind::item) continue;
    by_id[change.id].push_back(&change);
    if (!change.former.empty()) by_id[change.former].push_back(&change);
  }
  for (const model::AdjustmentRecord& record : now->adjustments) {
    if (known.contains(key_of(record))) continue;
    IdleRecord idle;
    for (const Text& item : record.items) {
      const auto found = by_id.find(item.text);
      if (found == by_id.end())
        idle.items.emplace_back(item.text);
      else
        for (Change* const change : found->second)
          change->records.push_back(text_of(record));
    }
    if (idle.items.empty()) continue;
    if (record.date.date) idle.date = days::iso(*record.date.date);
    idle.ground = record.ground.text;
    changes.idle_records.push_back(std::move(idle));
  }
}

}  // namespace

std::size_t Changes::count(Effect effect) const {
  return static_cast<std::size_t>(std::count_if(
      all.begin(), all.end(),
      [&](const Change& change) { return change.effects.contains(effect); }));
}

bool Changes::is_unrecorded(const Change& change) const {
  return has_records && change.kind == Kind::item && change.records.empty() &&
         (change.effects.has_duty() || change.effects.contains(Effect::shown));
}

Changes changes_between(const Edition& before, const Edition& now,
                        Knows before_knows, Knows now_knows) {
  const Knows knows = before_knows == Knows::all && now_knows == Knows::all
                          ? Knows::all
                          : Knows::published;
  Changes changes;
  changes.before = side_of(before);
  changes.now = side_of(now);
  changes.is_incomplete = !is_whole(before) || !is_whole(now);
  const Pairs pairs = pairs_of(before->items.all(), now->items.all());
  compare_manifests(before, now, knows, pairs, changes);
  compare_items(before, now, knows, pairs, changes);
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

bool differ(const Edition& edition, const Item& item, const Edition& other,
            const Item& other_item) {
  ItemDiff diff(other, edition, Knows::all);
  return !diff.between(other_item, item).effects.empty();
}

}  // namespace catalog::compare
