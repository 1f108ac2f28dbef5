#include "view/agenda.h"

#include <algorithm>
#include <string_view>

#include "days/counting.h"
#include "phrase/numerals.h"

namespace catalog::view {
namespace {

using days::Date;
using phrase::Clause;
using phrase::Duration;
using phrase::Unit;
using std::string_view;

Date month_end(int year, int month) {
  return Date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
              static_cast<std::uint8_t>(days::days_in_month(year, month))};
}

Date day_in(int year, int month, int day) {
  const int last = days::days_in_month(year, month);
  return Date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
              static_cast<std::uint8_t>(std::min(day, last))};
}

/// How many months a period has; 0: none of the calendar's.
int months_of(Duration period) {
  switch (period.unit) {
    case Unit::month: return period.count;
    case Unit::quarter: return 3 * period.count;
    case Unit::half_year: return 6 * period.count;
    case Unit::year: return 12 * period.count;
    default: return 0;
  }
}

/// Takes a word, or a number, off the front of a fixed day.
class DayReader {
 public:
  explicit DayReader(string_view text) : rest_(text) {}

  bool take(string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }
  std::optional<int> number(string_view unit) {
    std::size_t size = 0;
    while (size < rest_.size() && rest_[size] >= '0' && rest_[size] <= '9')
      ++size;
    if (size == 0 || !rest_.substr(size).starts_with(unit)) return std::nullopt;
    const auto value = phrase::number(rest_.substr(0, size));
    rest_.remove_prefix(size + unit.size());
    return value;
  }
  /// 20日, 底, 上旬 or nothing: the last day it may be.
  int day_of_month() {
    if (const auto day = number("日")) return *day;
    if (take("上旬")) return 10;
    if (take("中旬")) return 20;
    if (take("初")) return 10;
    take("底") || take("末") || take("下旬");
    return 31;
  }
  bool is_done() const { return rest_.empty(); }

 private:
  string_view rest_;
};

/// The days that `by` means in a period of the year from a month on; nothing
/// where it is no day of the calendar. 4月1日至4月30日 is due on the last.
std::optional<std::vector<Date>> days_by(string_view by, int year, int first,
                                         int months) {
  if (const auto to = by.find("至"); to != by.npos)
    by.remove_prefix(to + string_view("至").size());
  DayReader reader(by);
  std::vector<Date> found;
  if (const auto only = reader.number("年")) {
    if (*only != year) return found;
  } else {
    reader.take("次年") || reader.take("翌年") || reader.take("当年");
  }
  constexpr string_view quarters[] = {"第一季度", "第二季度", "第三季度",
                                      "第四季度"};
  for (int i = 0; i < 4; ++i)
    if (reader.take(quarters[i])) {
      if (!reader.is_done()) return std::nullopt;
      return std::vector{month_end(year, 3 * i + 3)};
    }
  struct Row {
    string_view word;
    int month;
  };
  const int last = first + months - 1;
  const Row rows[] = {{"首个月", first},
                      {"第一个月", first},
                      {"首月", first},
                      {"第1个月", first},
                      {"第二个月", first + 1},
                      {"第2个月", first + 1},
                      {"第三个月", first + 2},
                      {"最后一个月", last},
                      {"末月", last},
                      {"年底", 12},
                      {"年末", 12},
                      {"年终", 12},
                      {"年初", 1},
                      {"年中", 6},
                      {"上半年", 6},
                      {"下半年", 12},
                      {"季度末", last},
                      {"季末", last},
                      {"月底", last},
                      {"月末", last}};
  for (const Row& row : rows)
    if (reader.take(row.word)) {
      if (row.month > 12) return std::nullopt;
      found.push_back(day_in(year, row.month, reader.day_of_month()));
      if (!reader.is_done()) return std::nullopt;
      return found;
    }
  do {
    if (const auto month = reader.number("月")) {
      if (*month < 1 || *month > 12) return std::nullopt;
      found.push_back(day_in(year, *month, reader.day_of_month()));
    } else {
      // 20日 of a month, 底 of any period.
      found.push_back(day_in(year, last, reader.day_of_month()));
    }
  } while (reader.take("、"));
  if (!reader.is_done()) return std::nullopt;
  return found;
}

/// 周五 → 4; Sunday where no day is named.
int weekday_of(string_view by) {
  constexpr string_view names[] = {"周一", "周二", "周三", "周四",
                                   "周五", "周六", "周日"};
  for (int i = 0; i < 7; ++i)
    if (by == names[i]) return i;
  return 6;
}

/// Collects what falls due in one year.
class Collector {
 public:
  Collector(int year, const days::Calendar& calendar)
      : year_(year), calendar_(calendar) {
    agenda_.year = year;
  }

  void add(const resolve::Item& item, resolve::ItemId id,
           const model::Timing& timing, std::optional<model::Level> level) {
    std::uint32_t number = 0;
    for (const Clause& clause : timing.clauses()) {
      due_ = Due{{}, id, level, bodies_of(item, level), &clause, number++};
      add(clause);
    }
  }

  Agenda done() {
    std::stable_sort(agenda_.due.begin(), agenda_.due.end(),
                     [](const Due& a, const Due& b) { return a.day < b.day; });
    return std::move(agenda_);
  }

 private:
  static std::vector<resolve::BodyId> bodies_of(
      const resolve::Item& item, std::optional<model::Level> level) {
    if (level) {
      const auto* bodies = item.body.at(*level);
      return bodies ? *bodies : std::vector<resolve::BodyId>();
    }
    std::vector<resolve::BodyId> all;
    for (const auto& part : item.body.parts)
      for (const resolve::BodyId body : part.value)
        if (std::find(all.begin(), all.end(), body) == all.end())
          all.push_back(body);
    return all;
  }

  void on(Date day) {
    if (day.year != year_) return;
    due_.day = day;
    agenda_.due.push_back(due_);
  }

  Undated undated() const { return {due_.item, due_.clause}; }

  void add(const Clause& clause) {
    if (clause.by == "当日" || clause.by == "次日") return;
    if (!clause.every) {
      if (clause.by.empty() || !clause.after.empty()) return;
      // 月底, 次月10日 without a period say nothing of which month.
      const bool is_of_year =
          clause.by.find("月底") != 0 && clause.by.find("次月") != 0 &&
          clause.by.find("当月") != 0 && clause.by.find("本月") != 0 &&
          clause.by.find("季") != 0;
      if (const auto days = days_by(clause.by, year_, 1, 12);
          days && is_of_year)
        for (const Date day : *days) on(day);
      return;
    }
    const Duration every = *clause.every;
    const int months = months_of(every);
    if (months == 0) return short_period(clause, every);
    if (months > 12 || 12 % months != 0)
      return agenda_.unphased.push_back(undated());
    if (clause.within) return after_periods(clause, months);
    for (int first = 1; first <= 12; first += months) {
      if (clause.by.empty()) {
        on(month_end(year_, first + months - 1));
      } else if (const auto days = days_by(clause.by, year_, first, months)) {
        for (const Date day : *days) on(day);
      } else {
        return agenda_.unphased.push_back(undated());
      }
    }
  }

  void short_period(const Clause& clause, Duration every) {
    if (every.unit != Unit::week) return agenda_.daily.push_back(undated());
    if (every.count != 1) return agenda_.unphased.push_back(undated());
    const int wanted = weekday_of(clause.by);
    for (Date day{static_cast<std::int16_t>(year_), 1, 1}; day.year == year_;
         day = days::plus_days(day, 1))
      if (days::weekday(day) == wanted) on(day);
  }

  /// 每季度结束后15日内: counted from the end of each period that matters.
  void after_periods(const Clause& clause, int months) {
    const auto period = phrase::period_of(*clause.within);
    if (!period) return;
    bool is_unknown = false;
    for (int year = year_ - 1; year <= year_; ++year)
      for (int last = months; last <= 12; last += months) {
        const Date end = month_end(year, last);
        if (const auto count = days::count_from(end, *period, calendar_))
          on(count->last);
        else if (year == year_ ? last < 12 : last == 12)
          is_unknown = true;
      }
    if (is_unknown) agenda_.unknown.push_back(undated());
  }

  int year_;
  const days::Calendar& calendar_;
  Agenda agenda_;
  Due due_;
};

}  // namespace

Agenda agenda_of(const resolve::Edition& edition, int year,
                 const days::Calendar& calendar) {
  Collector collector(year, calendar);
  for (const resolve::ItemId id : edition.items) {
    const resolve::Item& item = edition[id];
    for (const auto& part : item.timing.parts)
      collector.add(item, id, part.value, part.level);
    for (const model::ContentEntry* entry : edition.content_of(item))
      if (entry->timing) collector.add(item, id, *entry->timing, std::nullopt);
  }
  return collector.done();
}

}  // namespace catalog::view
