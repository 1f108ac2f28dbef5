#include "compare/item.h"

#include <algorithm>
#include <set>
#include <vector>

#include "compare/timing.h"

namespace catalog::compare {
namespace {

using model::Level;
using model::Mode;
using model::Text;
using resolve::ChannelChoice;
using resolve::Citation;
using resolve::Item;
using Names = std::set<std::string_view>;

constexpr FieldOrder stricter{Order::stricter};

/// What the base has must be there; what it has not is more.
FieldOrder order_of_sets(const Names& now, const Names& base) {
  FieldOrder all;
  for (const std::string_view name : base)
    if (!now.contains(name)) all.add({Order::weaker, name});
  if (std::any_of(now.begin(), now.end(),
                  [&](std::string_view name) { return !base.contains(name); }))
    all.add(stricter);
  return all;
}

/// The levels at which the base's item says something.
std::vector<Level> levels_of(const Item& base) {
  std::vector<Level> levels;
  for (const Level level : model::all_levels)
    if (base.levels.all.empty() || base.levels.all.contains(level))
      levels.push_back(level);
  return levels;
}

FieldOrder order_of(const model::Timing& now, const model::Timing& base,
                    const days::Calendar& calendar) {
  if (now.phrase.text == base.phrase.text) return {};
  FieldOrder field{Order::incomparable, {}, now.phrase.text, base.phrase.text};
  if (now.reading != nullptr && base.reading != nullptr)
    field.order =
        compare::order_of(*now.reading, *base.reading, calendar).order;
  return field;
}

const model::ContentEntry* entry_for(const Item& item,
                                     const model::ContentEntry& of_base) {
  for (const model::ContentEntry& entry : item.content)
    if (entry.text.text == of_base.text.text ||
        (entry.instead_of && entry.instead_of->text == of_base.text.text))
      return &entry;
  return nullptr;
}

/// What a set of choices offers: channels that are sure, alternatives, and
/// channels where a place has them.
struct Offer {
  Names sure;
  std::vector<Names> choices;
  Names optional;
};

Offer offer_of(const resolve::ResolvedCatalog& catalog,
               const std::vector<ChannelChoice>* choices) {
  using Kind = model::ChannelEntry::Kind;
  Offer offer;
  if (choices == nullptr) return offer;
  for (const ChannelChoice& choice : *choices) {
    Names names;
    for (const resolve::ChannelId id : choice.channels)
      names.insert(catalog[id].id.text);
    if (choice.kind == Kind::other) offer.sure.insert(choice.name.text);
    if (choice.kind == Kind::one) offer.sure.merge(names);
    if (choice.kind == Kind::any_of) offer.choices.push_back(names);
    if (choice.kind == Kind::optional) offer.optional.merge(names);
  }
  return offer;
}

/// One choice of the base: is it met by a sure channel, or by alternatives
/// that are all among its own?
FieldOrder order_of_choice(const Offer& now, const Names& base) {
  for (const std::string_view name : base)
    if (now.sure.contains(name)) return stricter;
  for (const Names& choice : now.choices)
    if (std::includes(base.begin(), base.end(), choice.begin(), choice.end()))
      return choice.size() < base.size() ? stricter : FieldOrder{};
  return {Order::weaker, base.empty() ? std::string_view() : *base.begin()};
}

FieldOrder order_of(const Offer& now, const Offer& base) {
  FieldOrder all;
  for (const std::string_view name : base.sure)
    if (!now.sure.contains(name)) all.add({Order::weaker, name});
  for (const Names& choice : base.choices)
    all.add(order_of_choice(now, choice));
  Names offered = now.optional;
  offered.insert(now.sure.begin(), now.sure.end());
  for (const Names& choice : now.choices)
    offered.insert(choice.begin(), choice.end());
  for (const std::string_view name : base.optional) {
    if (!offered.contains(name)) all.add({Order::weaker, name});
    if (now.sure.contains(name)) all.add(stricter);
  }
  const bool has_more =
      std::any_of(now.sure.begin(), now.sure.end(), [&](std::string_view name) {
        return !base.sure.contains(name) && !base.optional.contains(name);
      });
  if (has_more || now.choices.size() > base.choices.size() ||
      now.optional.size() > base.optional.size())
    all.add(stricter);
  return all;
}

FieldOrder order_of(const model::Audience& here, const model::Audience& there) {
  if (there.everyone && !here.everyone) return {Order::weaker, "全社会"};
  if (here.everyone && !there.everyone) return stricter;
  if (here.everyone) return {};
  Names groups, of_base;
  for (const Text& group : here.groups) groups.insert(group.text);
  for (const Text& group : there.groups) of_base.insert(group.text);
  return order_of_sets(groups, of_base);
}

/// The levels at which an entry is disclosed, as sets of their names. An item
/// without levels is published at its own place's.
Names levels_of(const model::ContentEntry& entry, const Item& item) {
  const model::Levels levels =
      entry.levels.empty() ? item.levels.all : entry.levels;
  Names names;
  for (const Level level : model::all_levels)
    if (levels.contains(level)) names.insert(chinese(level));
  return names;
}

FieldOrder order_of(const model::ContentEntry& now,
                    const model::ContentEntry& base) {
  FieldOrder entry;
  if (now.text.text != base.text.text)
    entry.add({Order::incomparable, {}, now.text.text, base.text.text});
  if (now.optional && !base.optional)
    entry.add({Order::weaker, base.text.text});
  if (!now.optional && base.optional) entry.add(stricter);
  Names parts, of_base;
  for (const Text& part : now.parts) parts.insert(part.text);
  for (const Text& part : base.parts) of_base.insert(part.text);
  if (now.text.text == base.text.text) entry.add(order_of_sets(parts, of_base));
  return entry;
}

std::string_view name_of(const resolve::ResolvedCatalog& catalog,
                         const Citation& citation) {
  return citation.law ? catalog[*citation.law].title.text : citation.text();
}

/// Mode by its least open part, then by its most open one.
FieldOrder order_of_modes(const model::Modes& now, const model::Modes& base) {
  const auto place = [](const model::Modes& modes, bool least) {
    Mode found = modes.all.front();
    for (const Mode mode : modes.all)
      if (least ? mode > found : mode < found) found = mode;
    return found;
  };
  if (now.all.empty() || base.all.empty()) return {};
  FieldOrder all;
  for (const bool least : {true, false}) {
    const Mode here = place(now, least), there = place(base, least);
    if (here > there)
      all.add({Order::weaker, {}, chinese(here), chinese(there)});
    if (here < there) all.add(stricter);
  }
  return all;
}

}  // namespace

FieldOrder order_of_timing(const Reading& now, const Reading& base,
                           const days::Calendar& calendar) {
  FieldOrder all;
  for (const Level level : levels_of(base.item)) {
    const model::Timing* const there = base.item.timing.at(level);
    if (there == nullptr) continue;
    const model::Timing* const here = now.item.timing.at(level);
    all.add(here == nullptr ? FieldOrder{Order::weaker, there->phrase.text}
                            : order_of(*here, *there, calendar));
    for (const model::ContentEntry& entry : base.item.content) {
      const model::ContentEntry* const same = entry_for(now.item, entry);
      if (same == nullptr || here == nullptr ||
          (!entry.timing && !same->timing))
        continue;
      all.add(order_of(same->timing ? *same->timing : *here,
                       entry.timing ? *entry.timing : *there, calendar));
    }
  }
  return all;
}

FieldOrder order_of_channels(const Reading& now, const Reading& base) {
  FieldOrder all;
  for (const Level level : levels_of(base.item))
    if (const auto* const there = base.item.channels.at(level))
      all.add(order_of(offer_of(now.catalog, now.item.channels.at(level)),
                       offer_of(base.catalog, there)));
  return all;
}

FieldOrder order_of_content(const Reading& now, const Reading& base) {
  FieldOrder all;
  for (const model::ContentEntry& entry : base.item.content) {
    const model::ContentEntry* const same = entry_for(now.item, entry);
    all.add(same == nullptr ? FieldOrder{Order::weaker, entry.text.text}
                            : order_of(*same, entry));
    if (same != nullptr && (!same->levels.empty() || !entry.levels.empty()))
      all.add(order_of_sets(levels_of(*same, now.item),
                            levels_of(entry, base.item)));
  }
  if (now.item.content.size() > base.item.content.size()) all.add(stricter);
  return all;
}

FieldOrder order_of_levels(const Reading& now, const Reading& base) {
  const auto names = [](const Item& item) {
    Names all;
    for (const Level level : model::all_levels)
      if (item.levels.all.contains(level)) all.insert(chinese(level));
    return all;
  };
  return order_of_sets(names(now.item), names(base.item));
}

FieldOrder order_of_audience(const Reading& now, const Reading& base) {
  FieldOrder all = order_of(now.item.audience, base.item.audience);
  for (const model::ContentEntry& entry : base.item.content) {
    const model::ContentEntry* const same = entry_for(now.item, entry);
    if (same != nullptr && (entry.audience || same->audience))
      all.add(order_of(same->audience.value_or(now.item.audience),
                       entry.audience.value_or(base.item.audience)));
  }
  return all;
}

FieldOrder order_of_basis(const Reading& now, const Reading& base) {
  FieldOrder all;
  for (const Citation& there : base.item.basis) {
    const std::string_view name = name_of(base.catalog, there);
    if (name.empty()) continue;
    const Citation* same = nullptr;
    for (const Citation& here : now.item.basis)
      if (name_of(now.catalog, here) == name &&
          (same == nullptr || here.article == there.article))
        same = &here;
    if (same == nullptr)
      all.add({Order::weaker, name});
    else if (same->article != there.article && !there.article.empty())
      all.add({Order::incomparable, {}, same->article, there.article});
  }
  if (now.item.basis.size() > base.item.basis.size()) all.add(stricter);
  return all;
}

/// An item's own supervision, as far as it says something.
model::Supervision supervision_in(const Item& item) {
  return item.supervision ? *item.supervision : model::Supervision();
}

FieldOrder order_of_supervision(const Reading& now, const Reading& base) {
  FieldOrder all;
  const auto compare = [&](const Text& here, const Text& there) {
    if (here.empty() && !there.empty()) all.add({Order::weaker, there.text});
    if (!here.empty() && there.empty()) all.add(stricter);
  };
  const model::Supervision here = supervision_in(now.item),
                           there = supervision_in(base.item);
  compare(here.phone, there.phone);
  compare(here.office, there.office);
  compare(here.url, there.url);
  return all;
}

FieldOrder order_of_mode(const Reading& now, const Reading& base) {
  return order_of_modes(now.item.modes, base.item.modes);
}

FieldOrder order_of_body(const Reading& now, const Reading& base) {
  FieldOrder all;
  for (const Level level : levels_of(base.item)) {
    const auto* const there = base.item.body.at(level);
    if (there == nullptr) continue;
    const auto* const here = now.item.body.at(level);
    if (here == nullptr || here->empty()) {
      if (!there->empty())
        all.add({Order::weaker, base.catalog[there->front()].name.text});
      continue;
    }
    Names ids;
    for (const resolve::BodyId body : *here)
      ids.insert(now.catalog[body].id.text);
    const bool are_offices = std::none_of(
        here->begin(), here->end(),
        [&](resolve::BodyId body) { return now.catalog[body].generic; });
    for (const resolve::BodyId body : *there) {
      const model::Body& role = base.catalog[body];
      if (!ids.contains(role.id.text) && !(role.generic && are_offices))
        all.add({Order::incomparable,
                 {},
                 now.catalog[here->front()].name.text,
                 role.name.text});
    }
    if (here->size() > there->size()) all.add(stricter);
  }
  return all;
}

FieldOrder order_of_posting(const Reading& now, const Reading& base) {
  if (base.item.must_post && !now.item.must_post)
    return {Order::weaker, "must-post"};
  if (now.item.must_post && !base.item.must_post) return stricter;
  return {};
}

}  // namespace catalog::compare
