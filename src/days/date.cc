#include "days/date.h"

#include <fmt/format.h>

#include <algorithm>

namespace catalog::days {
namespace {

bool is_leap(int year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

int days_in_month(int year, int month) {
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

int serial(Date date) {
  // A year that begins in March has its odd day at the end.
  const int months = (date.month + 9) % 12;
  const int year = date.year - months / 10;
  return 365 * year + year / 4 - year / 100 + year / 400 +
         (months * 306 + 5) / 10 + date.day - 1;
}

Date date_of(int serial) {
  int year = static_cast<int>((10000LL * serial + 14780) / 3652425);
  const auto rest_of = [&] {
    return serial - (365 * year + year / 4 - year / 100 + year / 400);
  };
  int rest = rest_of();
  if (rest < 0) {
    --year;
    rest = rest_of();
  }
  const int months = (100 * rest + 52) / 3060;
  return Date{static_cast<std::int16_t>(year + (months + 2) / 12),
              static_cast<std::uint8_t>((months + 2) % 12 + 1),
              static_cast<std::uint8_t>(rest - (months * 306 + 5) / 10 + 1)};
}

Date plus_days(Date date, int days) { return date_of(serial(date) + days); }

Date plus_months(Date date, int months) {
  const int all = date.year * 12 + date.month - 1 + months;
  const int year = all / 12, month = all % 12 + 1;
  const int day = std::min<int>(date.day, days_in_month(year, month));
  return Date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
              static_cast<std::uint8_t>(day)};
}

int weekday(Date date) {
  // 0000-03-01 was a Wednesday.
  return (serial(date) + 2) % 7;
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-')
    return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day || *year < 1 || *month < 1 || *month > 12 ||
      *day < 1 || *day > days_in_month(*year, *month))
    return std::nullopt;
  return Date{static_cast<std::int16_t>(*year),
              static_cast<std::uint8_t>(*month),
              static_cast<std::uint8_t>(*day)};
}

std::string iso(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string chinese(Date date) {
  return fmt::format("{}年{}月{}日", date.year, date.month, date.day);
}

}  // namespace catalog::days
