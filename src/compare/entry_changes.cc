#include "compare/entry_changes.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "compare/calendar.h"
#include "compare/timing.h"
#include "compare/words.h"

namespace catalog::compare {
namespace {

using resolve::Edition;

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

}  // namespace

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

void compare_entries(const Edition& before, const Edition& now, Kind kind,
                     Knows knows, std::vector<Change>& all) {
  const std::vector<Entry> old = described(before, kind, knows),
                           fresh = described(now, kind, knows);
  std::unordered_map<std::string_view, const Entry*> olds, news;
  for (const Entry& entry : old) olds.try_emplace(entry.id, &entry);
  for (const Entry& entry : fresh) news.try_emplace(entry.id, &entry);
  const days::Calendar calendar = calendar_for(*before, *now);
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

}  // namespace catalog::compare
