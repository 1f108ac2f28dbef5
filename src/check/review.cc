#include <algorithm>
#include <charconv>

#include "check/findings.h"

namespace catalog::check {
namespace {

using days::Date;
using diagnostics::Message;
using diagnostics::Severity;
using model::Mode;
using resolve::Edition;
using resolve::Item;

/// A cycle as written: `1 year`, `half-year`, `90 days`.
struct Cycle {
  int months = 0;
  int days = 0;
};

std::optional<Cycle> cycle_of(std::string_view period) {
  int count = 1;
  const auto [end, error] =
      std::from_chars(period.data(), period.data() + period.size(), count);
  std::string_view unit = period;
  if (error == std::errc{}) {
    unit.remove_prefix(static_cast<std::size_t>(end - period.data()));
    if (unit.starts_with(' ')) unit.remove_prefix(1);
  }
  if (unit.ends_with('s')) unit.remove_suffix(1);
  if (unit == "year") return Cycle{12 * count, 0};
  if (unit == "half-year") return Cycle{6 * count, 0};
  if (unit == "quarter") return Cycle{3 * count, 0};
  if (unit == "month") return Cycle{count, 0};
  if (unit == "week") return Cycle{0, 7 * count};
  if (unit == "day") return Cycle{0, count};
  return std::nullopt;  // hours and working days: nobody reviews so often
}

/// The last day of a cycle that began the day after `date`; a month's end
/// stays within its month (Civil Code art. 202).
Date end_of(Date date, const Cycle& cycle) {
  const int months = date.year * 12 + date.month - 1 + cycle.months;
  int year = months / 12, month = months % 12 + 1;
  int day = std::min<int>(date.day, days::days_in_month(year, month));
  day += cycle.days;
  while (day > days::days_in_month(year, month)) {
    day -= days::days_in_month(year, month);
    if (++month > 12) {
      month = 1;
      ++year;
    }
  }
  return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
          static_cast<std::uint8_t>(day)};
}

/// What is not open to all is looked at again, since secrets age.
void review_overdue(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view, std::string> overdue{
      "the review of `{}` was due on {}", "`{}` 应于 {} 前复审"};
  constexpr Message<std::string_view> never{"`{}` has never been reviewed",
                                            "`{}` 没有复审过"};
  constexpr Message<> help{
      "review whether it can be disclosed, then write the day into `last:`",
      "请审查可否公开，并把审查日期写入 `last:`"};
  for (const resolve::ItemId id : edition.items) {
    const Item& item = edition[id];
    const auto& modes = item.modes.all;
    if (!item.review || std::all_of(modes.begin(), modes.end(), [](Mode mode) {
          return mode == Mode::proactive;
        }))
      continue;
    const model::WrittenDate& last = item.review->last;
    if (!last.date) {
      if (!item.is_incomplete && last.span.end == last.span.begin)
        found.at(item, item.review->span, never, item.id.text).help(help);
      continue;
    }
    const auto cycle = cycle_of(item.review->every.text);
    if (!cycle) continue;
    if (const Date due = end_of(*last.date, *cycle); due < edition.date)
      found.at(item, last.span, overdue, item.id.text, days::iso(due))
          .help(help);
  }
}

}  // namespace

std::vector<Rule> review_rules() {
  return {
      {"review-overdue",
       Severity::warning,
       {"what is withheld or given on request is reviewed in time",
        "依申请公开和不予公开的事项按期复审"},
       review_overdue},
  };
}

}  // namespace catalog::check
