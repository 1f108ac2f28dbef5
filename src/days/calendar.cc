#include "days/calendar.h"

#include <algorithm>
#include <cassert>

namespace catalog::days {
namespace {

Date new_year(int year) { return Date{static_cast<std::int16_t>(year), 1, 1}; }

}  // namespace

Calendar::Calendar(const std::vector<Year>& years) {
  for (const Year& each : years) {
    if (each.year < 1 || each.year >= 9999) continue;
    Known known;
    known.year = each.year;
    known.first = serial(new_year(each.year));
    const int days = serial(new_year(each.year + 1)) - known.first;
    for (int i = 0; i < days; ++i)
      known.working.push_back(weekday(date_of(known.first + i)) < 5);
    const auto set = [&](const std::vector<Date>& dates, bool working) {
      for (const Date date : dates)
        if (date.year == each.year)
          known.working[static_cast<std::size_t>(serial(date) - known.first)] =
              working;
    };
    set(each.off, false);
    set(each.work, true);
    years_.push_back(std::move(known));
  }
  std::stable_sort(
      years_.begin(), years_.end(),
      [](const Known& a, const Known& b) { return a.year < b.year; });
}

const Calendar::Known* Calendar::year_of(Date date) const {
  for (const Known& each : years_)
    if (each.year == date.year) return &each;
  return nullptr;
}

bool Calendar::is_working_day(Date date) const {
  const Known* year = year_of(date);
  assert(year);
  return year->working[static_cast<std::size_t>(serial(date) - year->first)];
}

std::optional<Date> Calendar::first() const {
  if (years_.empty()) return std::nullopt;
  return new_year(years_.front().year);
}

std::optional<Date> Calendar::last() const {
  if (years_.empty()) return std::nullopt;
  return plus_days(new_year(years_.back().year + 1), -1);
}

std::vector<int> Calendar::years() const {
  std::vector<int> all;
  for (const Known& each : years_) all.push_back(each.year);
  return all;
}

}  // namespace catalog::days
