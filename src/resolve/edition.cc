#include "resolve/edition.h"

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

}  // namespace

model::Supervision Edition::supervision_of(const Item& item) const {
  model::Supervision supervision = item.supervision;
  if (const auto* bodies = item.body.at(level))
    for (const BodyId body : *bodies)
      fill(supervision, (*catalog)[body].supervision);
  fill(supervision, catalog->manifest.supervision);
  return supervision;
}

Edition::Standing Edition::standing_of(const model::Law& law) const {
  if (law.repealed && law.repealed->on.date && *law.repealed->on.date <= date)
    return Standing::repealed;
  if (law.expires.date && *law.expires.date < date) return Standing::expired;
  if (law.effective.date)
    return *law.effective.date <= date ? Standing::in_force : Standing::not_yet;
  return Standing::unknown;
}

Edition edition_of(const ResolvedCatalog& catalog) {
  Edition edition;
  edition.catalog = &catalog;
  edition.date = catalog.manifest.date.date.value_or(days::Date{});
  const std::string_view code = catalog.manifest.jurisdiction.text;
  if (!code.empty()) edition.level = level_of_code(code);
  for (const model::Jurisdiction& place : catalog.jurisdictions)
    if (place.code.text == code) {
      edition.place = place.name.text;
      edition.level = place.level.value_or(edition.level);
    }
  edition.items.reserve(catalog.items.size());
  for (std::size_t i = 0; i < catalog.items.size(); ++i)
    edition.items.push_back(catalog.items.id(i));
  return edition;
}

}  // namespace catalog::resolve
