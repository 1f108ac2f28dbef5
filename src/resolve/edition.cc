#include "resolve/edition.h"

#include <algorithm>
#include <utility>

namespace catalog::resolve {
namespace {

/// The tier of a division code (GB/T 2260): 330000 a province, 330300 a city,
/// 330304 a county, nine digits a town, twelve a village.
model::Level level_of_code(std::string_view code) {
  if (code.size() == 12) return model::Level::village;
  if (code.size() == 9) return model::Level::town;
  if (code.ends_with("0000")) return model::Level::province;
  if (code.ends_with("00")) return model::Level::city;
  return model::Level::county;
}

void fill(model::Supervision& into, const model::Supervision& from) {
  if (!into.phone.is_written()) into.phone = from.phone;
  if (!into.office.is_written()) into.office = from.office;
  if (!into.url.is_written()) into.url = from.url;
}

/// The level at which a part of an item's value holds in an edition: its own,
/// or the highest of the item's where it is not published at that.
model::Level level_of(const Edition& edition, const Item& item,
                      std::optional<model::Level> part) {
  if (part) return *part;
  const model::Levels levels = item.levels.all;
  if (levels.empty() || levels.contains(edition.level)) return edition.level;
  for (const model::Level level : model::all_levels)
    if (level > edition.level && levels.contains(level)) return level;
  return edition.level;
}

/// Who plays a role for a part of an item; null where nobody does.
const Play* play_of(const Edition& edition, BodyId role, model::Level level) {
  const Roles& roles = edition->roles;
  if (!roles.has(role)) return nullptr;
  if (edition.jurisdiction == nullptr || level != edition.level)
    return roles.at(role, level);
  return roles.in(role, edition->jurisdictions, *edition.jurisdiction);
}

/// Calls `use(body, play)` for every body of a part; `play` is null for one
/// that stands for itself.
template <class Use>
void for_each_body(const Edition& edition, const std::vector<BodyId>& bodies,
                   model::Level level, Use use) {
  for (const BodyId body : bodies) use(body, play_of(edition, body, level));
}

template <class T>
void add_once(std::vector<T>& all, const T& one) {
  if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

/// The reading of an item that holds in the edition's place.
ItemId reading_in(const Edition& edition, ItemId id) {
  const Item& item = edition[id];
  if (edition.jurisdiction == nullptr) return id;
  for (auto variant = item.variants.rbegin(); variant != item.variants.rend();
       ++variant) {
    const auto& sets = edition[*variant].holds_in;
    if (std::all_of(sets.begin(), sets.end(), [&](const auto& places) {
          return mean(edition->jurisdictions, places, *edition.jurisdiction);
        }))
      return *variant;
  }
  return id;
}

}  // namespace

model::Supervision Edition::supervision_of(const Item& item) const {
  model::Supervision supervision;
  if (item.supervision) supervision = *item.supervision;
  const auto bound = body_of(item);
  if (const auto* bodies = bound.at(level))
    for (const BodyId body : *bodies)
      fill(supervision, (*catalog)[body].supervision);
  if (jurisdiction != nullptr) fill(supervision, jurisdiction->supervision);
  fill(supervision, catalog->manifest.supervision);
  return supervision;
}

Edition::Standing Edition::standing_of(const model::Law& law) const {
  if (law.repealed && law.repealed->on.date && *law.repealed->on.date <= date)
    return Standing::repealed;
  if (law.expires.date && *law.expires.date < date) return Standing::expired;
  const auto has_begun = [&](const std::optional<days::Date>& from,
                             std::string_view issued) {
    const auto day = from ? from : days::parse_date(issued);
    return day && *day <= date;
  };
  // An earlier text held before the present one did, and what was amended was
  // there.
  for (const model::Law::Former& former : law.former)
    if (has_begun(former.effective.date, former.issued.text))
      return Standing::in_force;
  for (const model::WrittenDate& amended : law.amended)
    if (has_begun(amended.date, {})) return Standing::in_force;
  if (has_begun(law.effective.date, law.issued.text)) return Standing::in_force;
  const auto issued = days::parse_date(law.issued.text);
  // Of a law that was amended, these are days of its present text.
  if (law.amended.empty() && (law.effective.date || (issued && *issued > date)))
    return Standing::not_yet;
  return Standing::unknown;
}

std::string_view Edition::number_of(const model::Law& law) const {
  const auto begin = [](const std::optional<days::Date>& effective,
                        std::string_view issued) {
    return effective ? effective : days::parse_date(issued);
  };
  const auto present = begin(law.effective.date, law.issued.text);
  if (!present || *present <= date) return law.number.text;
  std::string_view number = law.number.text;
  std::optional<days::Date> latest;
  for (const model::Law::Former& former : law.former) {
    const auto from = begin(former.effective.date, former.issued.text);
    if (!from || *from > date || (latest && *from < *latest)) continue;
    latest = from;
    number = former.number.text;
  }
  return number;
}

std::vector<LawId> Edition::successors_of(const model::Law& law) const {
  std::vector<LawId> living;
  std::vector<const model::Law*> seen{&law};
  // `seen` grows while it is walked: a law is asked once.
  for (std::size_t i = 0; i < seen.size(); ++i) {
    if (!seen[i]->repealed) continue;
    for (const model::Text& by : seen[i]->repealed->by) {
      const auto id = catalog->laws.find(by.text);
      if (!id) continue;
      const model::Law& next = catalog->laws[*id];
      if (std::find(seen.begin(), seen.end(), &next) != seen.end()) continue;
      const Standing standing = standing_of(next);
      if (standing != Standing::repealed && standing != Standing::expired)
        living.push_back(*id);
      seen.push_back(&next);
    }
  }
  return living;
}

std::optional<ItemId> Edition::reading_of(ItemId item) const {
  const auto& readings = (*catalog)[item].variants;
  for (const ItemId id : items)
    if (id == item ||
        std::find(readings.begin(), readings.end(), id) != readings.end())
      return id;
  return std::nullopt;
}

std::vector<const model::ContentEntry*> Edition::content_of(
    const Item& item) const {
  std::vector<const model::ContentEntry*> content;
  for (const model::ContentEntry& entry : item.content)
    if (!is_of_place_below || entry.levels.empty() ||
        entry.levels.contains(level))
      content.push_back(&entry);
  return content;
}

model::PerLevel<std::vector<BodyId>> Edition::body_of(const Item& item) const {
  model::PerLevel<std::vector<BodyId>> bound;
  each_here(item.body, [&](const auto& named, std::optional<model::Level> at) {
    std::vector<BodyId> bodies;
    for_each_body(*this, named, level_of(*this, item, at),
                  [&](BodyId body, const Play* play) {
                    if (play == nullptr) return add_once(bodies, body);
                    for (const BodyId player : play->players)
                      add_once(bodies, player);
                  });
    bound.parts.push_back({at, std::move(bodies)});
  });
  return bound;
}

std::vector<BodyId> Edition::bodies_at(const Item& item,
                                       model::Level at) const {
  std::vector<BodyId> bodies;
  if (const auto* part = item.body.at(at))
    for_each_body(*this, *part, at, [&](BodyId body, const Play* play) {
      if (play == nullptr) return add_once(bodies, body);
      for (const BodyId player : play->players) add_once(bodies, player);
    });
  return bodies;
}

std::vector<source::Span> Edition::bound_by(const Item& item) const {
  std::vector<source::Span> places;
  each_here(item.body, [&](const auto& named, std::optional<model::Level> at) {
    for_each_body(*this, named, level_of(*this, item, at),
                  [&](BodyId, const Play* play) {
                    if (play != nullptr) add_once(places, play->by);
                  });
  });
  return places;
}

bool Edition::is_bound_below(BodyId role) const {
  return !is_of_place_below && catalog->roles.has(role);
}

std::vector<bool> Edition::listed_bodies() const {
  std::vector<bool> listed(catalog->bodies.size());
  std::fill_n(listed.begin(), catalog->registered_bodies, true);
  for (const ItemId id : items)
    for (const auto& part : body_of((*catalog)[id]).parts)
      for (const BodyId body : part.value)
        listed[static_cast<std::size_t>(body)] = true;
  return listed;
}

Edition edition_of(const ResolvedCatalog& catalog,
                   std::optional<days::Date> as_of) {
  Edition edition;
  edition.catalog = &catalog;
  edition.date =
      as_of.value_or(catalog.manifest.date.date.value_or(days::Date{}));
  edition.code = catalog.manifest.jurisdiction.text;
  if (!edition.code.empty()) edition.level = level_of_code(edition.code);
  edition.jurisdiction = place_of(catalog.jurisdictions, edition.code);
  if (edition.jurisdiction != nullptr) {
    edition.place = edition.jurisdiction->name.text;
    edition.level = edition.jurisdiction->level.value_or(edition.level);
  }
  edition.items.reserve(catalog.items.size());
  for (std::size_t i = 0; i < catalog.items.size(); ++i)
    edition.items.push_back(reading_in(edition, catalog.items.id(i)));
  return edition;
}

Edition edition_of(const ResolvedCatalog& catalog,
                   const model::Jurisdiction& place, days::Date day) {
  Edition edition;
  edition.catalog = &catalog;
  edition.date = day;
  edition.code = place.code.text;
  edition.place = place.name.text;
  edition.jurisdiction = &place;
  edition.level = place.level.value_or(level_of_code(edition.code));
  edition.is_of_place_below = true;
  const Jurisdictions& all = catalog.jurisdictions;
  for (std::size_t i = 0; i < catalog.items.size(); ++i) {
    const ItemId id = reading_in(edition, catalog.items.id(i));
    const Item& item = catalog[id];
    if (item.levels.all.contains(edition.level) &&
        mean(all, item.only, place) &&
        (item.not_in.empty() || !mean(all, item.not_in, place)))
      edition.items.push_back(id);
  }
  return edition;
}

}  // namespace catalog::resolve
