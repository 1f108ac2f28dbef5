#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "phrase/timing.h"

namespace catalog::phrase {

/// `3月底`, `1月31日`, `3月、9月` at the front.
std::optional<std::string> take_months(std::string_view& text);

/// A fixed day or span of the calendar at the front, without 前: 3月底,
/// 1月31日, 首个月20日, 年底. Canonical: Arabic numerals, no 的.
/// In a period, a bare `20日` is its day.
std::optional<std::string> take_day(std::string_view& text, bool in_period);

/// A day that is not the last of several: 周五, 年初, 4月1日至4月30日.
bool is_span_of_days(std::string_view by);
/// A day told by the event before it: 当日, 次日.
bool is_day_of_event(std::string_view by);

/// 月底 is a day of each month, and of no year.
bool is_day_of(std::string_view by, Duration every);

}  // namespace catalog::phrase
