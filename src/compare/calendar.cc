#include "compare/calendar.h"

namespace catalog::compare {

days::Calendar calendar_of(const resolve::ResolvedCatalog& catalog) {
  std::vector<days::Year> years;
  const auto add = [](const std::vector<model::WrittenDate>& from,
                      std::vector<days::Date>& to) {
    for (const model::WrittenDate& each : from)
      if (each.date) to.push_back(*each.date);
  };
  for (const model::CalendarYear& each : catalog.calendar) {
    days::Year& year = years.emplace_back();
    year.year = each.year;
    add(each.off, year.off);
    add(each.work, year.work);
  }
  return days::Calendar(years);
}

}  // namespace catalog::compare
