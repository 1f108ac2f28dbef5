#pragma once

#include <optional>

#include "days/calendar.h"

namespace catalog::days {

/// A period as the Civil Code counts them; weeks are seven days, years twelve
/// months.
struct Period {
  enum class Unit { working_day, day, month };
  int count = 0;
  Unit unit = Unit::day;
};

/// How a period was counted (Civil Code art. 200-203).
struct Count {
  Date start;    // the day of the event, not counted (art. 201)
  Date counted;  // the last day by number (art. 202)
  Date last;     // the same, or the next working day after it (art. 203)
  int off = 0;   // days off between start and last
};

/// The last day of a period that begins with an event on `start`. Nothing
/// where the calendar of a day that matters is not known.
std::optional<Count> count_from(Date start, Period period,
                                const Calendar& calendar);

/// The last day on which something may be done that must be done so long
/// before an event: counted backwards, the day of the event not counted, a
/// day off moves to the working day before it, so that the time is never
/// shorter.
std::optional<Count> count_back(Date event, Period period,
                                const Calendar& calendar);

}  // namespace catalog::days
