#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace catalog::days {

/// A day of the Gregorian calendar, 0001-01-01 to 9999-12-31.
struct Date {
  std::int16_t year = 1;
  std::uint8_t month = 1;
  std::uint8_t day = 1;

  friend constexpr auto operator<=>(const Date&, const Date&) = default;
};

int days_in_month(int year, int month);

/// Days since 0000-03-01, to count with; `date_of` is the way back.
int serial(Date date);
Date date_of(int serial);

/// So many days later; earlier where negative.
Date plus_days(Date date, int days);

/// So many months later, on the same day of the month; where there is none,
/// on the month's last day (Civil Code art. 202).
Date plus_months(Date date, int months);

/// 0 Monday … 6 Sunday.
int weekday(Date date);

/// Reads `2026-01-15`; nothing where the text is not such a day.
std::optional<Date> parse_date(std::string_view text);

/// `2026-01-15`.
std::string iso(Date date);

/// `2026年1月15日`, as printed in documents.
std::string chinese(Date date);

}  // namespace catalog::days
