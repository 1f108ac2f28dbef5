#include "compare/item_diff.h"

#include <map>

#include "compare/calendar.h"
#include "compare/words.h"

namespace catalog::compare {
namespace {

using resolve::Edition;
using resolve::Item;
using resolve::ItemId;

/// An item of an edition with its roles played and its supervision found, as
/// the orders want it.
struct Settled {
  explicit Settled(const Edition& in, const Item& one)
      : edition(in), item(one) {
    item.body = edition.body_of(one);
    item.supervision = edition.supervision_of(one);
  }
  Reading reading() const { return {*edition, item}; }

  const Edition& edition;
  Item item;
};

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

Change of(const Item& item, const Edition& edition) {
  Change change;
  change.id = item.id.text;
  for (const model::Text& level : item.name) {
    if (!change.name.empty()) change.name += " / ";
    change.name += level.text;
  }
  change.domain = edition[item.domain].name.text;
  return change;
}

std::string places_of(const Item& variant) {
  std::string places;
  for (const auto& each : variant.holds_in) {
    if (!places.empty()) places += " + ";
    for (std::size_t i = 0; i < each.size(); ++i)
      (places += i > 0 ? "、" : "") += each[i].text;
  }
  return places;
}

}  // namespace

ItemDiff::ItemDiff(const Edition& before, const Edition& now, Knows knows)
    : before_(before),
      now_(now),
      knows_(knows),
      reasons_(*now),
      calendar_(calendar_for(*before, *now)) {}

Change ItemDiff::between(const Item& before, const Item& now) {
  Change change = of(now, now_);
  if (before.id.text != now.id.text) {
    change.former = before.id.text;
    change.effects.insert(Effect::exchange);
  }
  compare(before, now, "", nullptr, change);
  if (knows_ == Knows::all && !now_.is_of_place_below)
    compare_variants(before, now, change);
  for (const FieldChange& field : change.fields)
    change.effects.insert(field.effects);
  return change;
}

Change ItemDiff::added(const Item& item) const {
  return alone(item, now_, Fate::added, Effect::duty_added);
}

Change ItemDiff::removed(const Item& item) const {
  Change change = alone(item, before_, Fate::removed, Effect::duty_removed);
  change.reason = reasons_.of(item.id.text);
  return change;
}

Change ItemDiff::alone(const Item& item, const Edition& edition, Fate fate,
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

void ItemDiff::compare(const Item& before, const Item& now,
                       const std::string& places, const Keys* known,
                       Change& change) {
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

FieldChange ItemDiff::field_of(const ItemFieldRow& row, const Item& before,
                               const Item& now,
                               const std::string& places) const {
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
    field.effects = effects_of(row, Settled(now_, now).reading(),
                               Settled(before_, before).reading(), calendar_);
  return field;
}

ItemDiff::Keys ItemDiff::keys_of(const Item& before, const Item& now) {
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

/// How an item reads in some places: against how it read there, which is as
/// everywhere where nothing was said of them.
void ItemDiff::compare_variants(const Item& before, const Item& now,
                                Change& change) {
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

bool differ(const Edition& edition, const Item& item, const Edition& other,
            const Item& other_item) {
  ItemDiff diff(other, edition, Knows::all);
  return !diff.between(other_item, item).effects.empty();
}

}  // namespace catalog::compare
