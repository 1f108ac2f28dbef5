#include "phrase/timing_duration.h"

#include "phrase/timing_day.h"
#include "phrase/timing_words.h"
#include "unicode/utf8.h"

namespace catalog::phrase {
namespace {

using std::string_view;

std::optional<Unit> take_unit(string_view& text, bool measured) {
  struct Row {
    string_view word;
    Unit unit;
    bool wants_measure;  // 3个月 is a time, 3月 is March
  };
  constexpr Row rows[] = {{"工作日", Unit::working_day, false},
                          {"法定工作日", Unit::working_day, false},
                          {"自然日", Unit::day, false},
                          {"日历日", Unit::day, false},
                          {"日历天", Unit::day, false},
                          {"小时", Unit::hour, false},
                          {"星期", Unit::week, true},
                          {"礼拜", Unit::week, true},
                          {"季度", Unit::quarter, true},
                          {"学年", Unit::school_year, true},
                          {"学期", Unit::semester, true},
                          {"月", Unit::month, true},
                          {"周", Unit::week, false},
                          {"天", Unit::day, false},
                          {"日", Unit::day, false},
                          {"年", Unit::year, false}};
  for (const Row& row : rows)
    if ((measured || !row.wants_measure) && take(text, row.word))
      return row.unit;
  return std::nullopt;
}

}  // namespace

std::optional<CountedUnit> take_duration(string_view& text) {
  string_view rest = text;
  CountedUnit counted;
  if (take(rest, "半年") && !rest.starts_with("度"))
    counted.duration = {1, Unit::half_year};
  else if (rest = text; take(rest, "半个月") || take(rest, "半月"))
    counted.duration = {1, Unit::half_month};
  else {
    rest = text;
    auto count = take_number(rest);
    if (!count || *count < 1) return std::nullopt;
    // 7至15个工作日
    constexpr string_view to[] = {"至", "到", "-", "—", "~", "～"};
    if (string_view more = rest; !take_any(more, to).empty())
      if (const auto last = take_number(more)) {
        if (*last <= *count) return std::nullopt;
        counted.least = *count;
        count = last;
        rest = more;
      }
    const bool measured = take(rest, "个") || take(rest, "(个)");
    const auto unit = take_unit(rest, measured);
    if (!unit || (*unit == Unit::year && *count >= 1900)) return std::nullopt;
    // 20个日: were they working days?
    constexpr string_view days[] = {"自然日", "日历日", "日历天"};
    if (measured && *unit == Unit::day &&
        !ends_with_any(text.substr(0, text.size() - rest.size()), days))
      return std::nullopt;
    if (*unit == Unit::year && take(rest, "度")) return std::nullopt;
    counted.duration = {*count, *unit};
    counted.lacks_measure = *unit == Unit::working_day && !measured;
    for (const string_view same : {"(自然日)", "(日历日)"})
      if (*unit == Unit::day) take(rest, same);
    take(rest, "(含)");
    if (rest.starts_with("半")) return std::nullopt;
    if (*unit == Unit::day)
      take(rest, "(工作日)") ? void(counted.duration.unit = Unit::working_day)
                             : void();
  }
  counted.text = text.substr(0, text.size() - rest.size());
  text = rest;
  return counted;
}

bool is_longer(Duration duration, Duration than) {
  if (duration.unit == than.unit) return duration.count > than.count;
  // The days of a unit, at least and at most; none where it is not counted so.
  struct Days {
    int least, most;
  };
  const auto days = [](Duration of) -> Days {
    switch (of.unit) {
      case Unit::day: return {of.count, of.count};
      case Unit::week: return {7 * of.count, 7 * of.count};
      case Unit::month: return {28 * of.count, 31 * of.count};
      case Unit::quarter: return {90 * of.count, 92 * of.count};
      case Unit::year: return {365 * of.count, 366 * of.count};
      default: return {0, 0};
    }
  };
  const Days longer = days(duration), shorter = days(than);
  return shorter.most > 0 && longer.least > shorter.most;
}

bool is_long(Duration duration) { return duration.unit >= Unit::month; }

std::optional<FoundDuration> find_duration(string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '(' || text.substr(at).starts_with("《") ||
        text.substr(at).starts_with("“")) {
      if (const std::size_t end = end_of_group(text.substr(at))) {
        at += end;
        continue;
      }
    }
    string_view rest = text.substr(at);
    const std::size_t digits = size_of_numerals(rest);
    if (digits == 0 && !rest.starts_with("半年") &&
        !rest.starts_with("半个月") && !rest.starts_with("半月")) {
      at += unicode::decode(text, at).size;
      continue;
    }
    if (string_view day = rest; take_months(day)) {
      at = static_cast<std::size_t>(day.data() - text.data());
      continue;
    }
    // 第3个工作日, 1.5年, 2-3日, 数十日 are no such number.
    constexpr string_view closes[] = {"半年结束", "半年终了", "半年届满"};
    if (string_view next = rest; !take_any(next, closes).empty()) {
      at += std::string_view("半年").size();
      continue;
    }
    constexpr string_view before[] = {"第", ".",  "-",  "—",  "~", "至",
                                      "到", "数", "几", "〔", "/"};
    const string_view ahead = text.substr(0, at);
    const bool is_other = ends_with_any(ahead, before);
    // 次月10日 is a day of the calendar.
    constexpr string_view months[] = {"月", "月份", "月的"};
    if (const auto counted = take_duration(rest); counted && !is_other) {
      const bool is_day =
          counted->duration.unit == Unit::day && ends_with_any(ahead, months);
      if (!is_day) return FoundDuration{ahead, *counted, rest};
    }
    at += digits > 0 ? digits : unicode::decode(text, at).size;
  }
  return std::nullopt;
}

bool has_duration(string_view text) {
  const auto found = find_duration(text);
  if (!found || found->counted.text != "半年") return found.has_value();
  constexpr string_view nouns[] = {"财", "预", "决", "报", "工作总结",
                                   "收", "执", "经", "统"};
  string_view rest = found->rest;
  return take_any(rest, nouns).empty() || has_duration(found->rest);
}

std::optional<Unit> take_period(string_view& text) {
  struct Row {
    string_view word;
    Unit unit;
  };
  constexpr Row rows[] = {{"工作日", Unit::working_day},
                          {"学期", Unit::semester},
                          {"学年度", Unit::school_year},
                          {"学年", Unit::school_year},
                          {"旬", Unit::ten_days},
                          {"半个月", Unit::half_month},
                          {"半月", Unit::half_month},
                          {"小时", Unit::hour},
                          {"日", Unit::day},
                          {"天", Unit::day},
                          {"星期", Unit::week},
                          {"周", Unit::week},
                          {"月度", Unit::month},
                          {"月", Unit::month},
                          {"季度", Unit::quarter},
                          {"季", Unit::quarter},
                          {"半年度", Unit::half_year},
                          {"半年", Unit::half_year},
                          {"年度", Unit::year},
                          {"年", Unit::year}};
  for (const Row& row : rows)
    if (take(text, row.word)) return row.unit;
  return std::nullopt;
}

string_view name_of_period(Unit unit) {
  constexpr string_view names[] = {"小时", "个工作日", "日",   "周",
                                   "旬",   "半月",     "月",   "季度",
                                   "半年", "年",       "学期", "学年"};
  return names[static_cast<std::size_t>(unit)];
}

}  // namespace catalog::phrase
