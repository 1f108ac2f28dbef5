#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "days/date.h"

namespace catalog::cli {

/// A day in a calendar of RFC 5545.
struct IcsEvent {
  std::string uid;  // the same in every export of the same duty
  days::Date day;
  std::string summary;
  std::string description;
  std::string categories;
};

/// An iCalendar file: lines end in CRLF and are folded at 75 octets, texts
/// escaped. `stamp` stands for when it was made: the catalog's date, never the
/// clock, so that the same catalog gives the same bytes.
std::string ics(std::string_view name, days::Date stamp,
                const std::vector<IcsEvent>& events);

}  // namespace catalog::cli
