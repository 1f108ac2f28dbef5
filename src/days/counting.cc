#include "days/counting.h"

namespace catalog::days {
namespace {

/// Steps over `count` working days in a direction.
std::optional<Date> working_days(Date start, int count, int step,
                                 const Calendar& calendar) {
  Date day = start;
  while (count > 0) {
    day = plus_days(day, step);
    if (!calendar.knows(day)) return std::nullopt;
    if (calendar.is_working_day(day)) --count;
  }
  return day;
}

std::optional<Date> moved(Date day, int step, const Calendar& calendar) {
  while (calendar.knows(day)) {
    if (calendar.is_working_day(day)) return day;
    day = plus_days(day, step);
  }
  return std::nullopt;
}

std::optional<Count> count(Date start, Period period, int step,
                           const Calendar& calendar) {
  Count found{start, start, start, 0};
  // Beyond this no calendar is known, and years would overflow.
  if (start.year > 9000 || period.count > 9999) return std::nullopt;
  switch (period.unit) {
    case Period::Unit::working_day: {
      const auto day = working_days(start, period.count, step, calendar);
      if (!day) return std::nullopt;
      found.counted = *day;
      break;
    }
    case Period::Unit::day:
      found.counted = plus_days(start, step * period.count);
      break;
    case Period::Unit::month:
      if (start.year + step * (period.count / 12 + 1) < 1) return std::nullopt;
      found.counted = plus_months(start, step * period.count);
      break;
  }
  const auto last = moved(found.counted, step, calendar);
  if (!last) return std::nullopt;
  found.last = *last;
  for (Date day = plus_days(start, step); day != plus_days(*last, step);
       day = plus_days(day, step))
    found.off += calendar.knows(day) && !calendar.is_working_day(day);
  return found;
}

}  // namespace

std::optional<Count> count_from(Date start, Period period,
                                const Calendar& calendar) {
  return count(start, period, 1, calendar);
}

std::optional<Count> count_back(Date event, Period period,
                                const Calendar& calendar) {
  return count(event, period, -1, calendar);
}

}  // namespace catalog::days
