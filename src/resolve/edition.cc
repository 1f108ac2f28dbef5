#include "resolve/edition.h"

#include <algorithm>

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

Edition edition_of(const ResolvedCatalog& catalog,
                   std::optional<days::Date> as_of) {
  Edition edition;
  edition.catalog = &catalog;
  edition.date =
      as_of.value_or(catalog.manifest.date.date.value_or(days::Date{}));
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
