#include "compare/calendar.h"

#include <utility>

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

days::Calendar calendar_for(const resolve::ResolvedCatalog& a,
                            const resolve::ResolvedCatalog& b) {
  days::Calendar here = calendar_of(a), there = calendar_of(b);
  if (!here.first()) return there;
  if (!there.first()) return here;
  return std::pair(*here.last(), *there.first()) <
                 std::pair(*there.last(), *here.first())
             ? there
             : here;
}

}  // namespace catalog::compare
