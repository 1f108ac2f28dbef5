#pragma once

#include <optional>
#include <string_view>

#include "phrase/timing.h"

namespace catalog::phrase {

/// A number with its unit at the front: `20个工作日`, `半年`, `二十日`.
struct CountedUnit {
  Duration duration;
  std::string_view text;
  bool lacks_measure = false;  // 20工作日
  int least = 0;               // 7至15日: the 7
};
std::optional<CountedUnit> take_duration(std::string_view& text);

/// Months and years: for how long something stays, where days are a limit.
bool is_long(Duration duration);

/// Whether one is surely longer than another: of one unit, or of several whose
/// lengths do not meet. Working days are compared with none but their like.
bool is_longer(Duration duration, Duration than);

/// The first duration of a text that is not a date, and what is before it.
struct FoundDuration {
  std::string_view before;
  CountedUnit counted;
  std::string_view rest;
};
std::optional<FoundDuration> find_duration(std::string_view text);

/// Durations but 半年 in front of a noun: 半年财政收支情况.
bool has_duration(std::string_view text);

/// 日, 周, 月 … at the front, as in 每月.
std::optional<Unit> take_period(std::string_view& text);
std::string_view name_of_period(Unit unit);

}  // namespace catalog::phrase
