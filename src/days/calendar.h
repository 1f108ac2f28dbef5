#pragma once

#include <optional>
#include <vector>

#include "days/date.h"

namespace catalog::days {

/// The days off and the make-up days of one year, as the State Council's
/// office announces them. Ordinary weekends are not listed.
struct Year {
  int year = 0;
  std::vector<Date> off;
  std::vector<Date> work;
};

/// Which days are worked, in the years that were announced.
class Calendar {
 public:
  Calendar() = default;
  explicit Calendar(const std::vector<Year>& years);

  bool knows(Date date) const { return year_of(date) != nullptr; }
  /// Precondition: knows(date).
  bool is_working_day(Date date) const;

  /// The first day and the last of all years known; nothing where none is.
  std::optional<Date> first() const;
  std::optional<Date> last() const;
  std::vector<int> years() const;

 private:
  struct Known {
    int year = 0;
    int first = 0;              // serial of 1 January
    std::vector<bool> working;  // a day each
  };
  const Known* year_of(Date date) const;

  std::vector<Known> years_;  // in order
};

}  // namespace catalog::days
