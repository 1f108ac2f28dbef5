#include "phrase/timing_day.h"

#include <algorithm>

#include "phrase/timing_tail.h"
#include "phrase/timing_words.h"

namespace catalog::phrase {
namespace {

using std::string_view;

std::string arabic(int number, string_view unit) {
  return std::to_string(number) + std::string(unit);
}

/// `20日`, `底`, `上旬` behind a month; empty where nothing is.
std::optional<std::string> take_day_of_month(string_view& text) {
  string_view rest = text;
  take(rest, "的");
  if (take(rest, "份")) take(rest, "的");
  constexpr string_view ends[] = {"月底", "月末", "底",   "末",
                                  "初",   "上旬", "中旬", "下旬"};
  if (const auto end = take_any(rest, ends); !end.empty()) {
    text = rest;
    return std::string(end == "月底" || end == "月末" || end == "末" ? "底"
                                                                     : end);
  }
  if (const auto number = take_number(rest);
      number && *number >= 1 && *number <= 31 &&
      (take(rest, "日") || take(rest, "号"))) {
    text = rest;
    return arabic(*number, "日");
  }
  return std::nullopt;
}

/// `前5个工作日`, `的前10日` of a month: what they are the first of stands
/// before. Only with 内 or at the end.
std::optional<std::string> take_first_days(string_view& text) {
  string_view rest = text;
  take(rest, "的");
  if (!take(rest, "前")) return std::nullopt;
  const auto count = take_number(rest);
  if (!count || *count < 1) return std::nullopt;
  constexpr string_view days[] = {"个工作日", "日", "天"};
  const auto unit = take_any(rest, days);
  constexpr string_view inside[] = {"之内", "以内", "内"};
  string_view next = rest;
  if (unit.empty() ||
      !(rest.empty() || !take_any(next, inside).empty() || take_tail(next)))
    return std::nullopt;
  text = rest;
  return "前" + arabic(*count, unit == "天" ? "日" : unit);
}

/// 2025年, 次年, 本年度; empty where none stands there.
std::string take_year(string_view& text) {
  constexpr string_view years[] = {"下一学年", "下学年", "次年度", "次年",
                                   "当年",     "翌年",   "本年度", "本年",
                                   "下一年度", "下一年", "下年度"};
  std::string year;
  string_view rest = text;
  if (const auto number = take_number(rest);
      number && *number >= 1900 && take(rest, "年")) {
    year = arabic(*number, "年");
    take(rest, "度");
    text = rest;
  }
  if (const auto word = take_any(text, years); !word.empty()) {
    year = word;
    take(text, "的");
  }
  return year;
}

constexpr string_view to[] = {"至", "到", "-", "—", "~"};

/// 3月底, 4月1日至4月30日.
std::optional<std::string> take_dates(string_view& text) {
  auto dates = take_months(text);
  if (!dates) return std::nullopt;
  string_view last = text;
  if (!take_any(last, to).empty())
    if (const auto end = take_months(last)) {
      *dates += "至" + *end;
      text = last;
    }
  return dates;
}

/// 首个月20日, 次月的前10日, 当月.
std::optional<std::string> take_named_month(string_view& text) {
  constexpr string_view months[] = {
      "首个月",  "第一个月", "首月",    "第1个月",    "第二个月",
      "第2个月", "第三个月", "第3个月", "最后一个月", "末月",
      "次月",    "下个月",   "下月",    "当月",       "本月"};
  const string_view month = take_any(text, months);
  if (month.empty()) return std::nullopt;
  std::string day(month);
  if (const auto end = take_day_of_month(text))
    day += *end;
  else if (const auto first = take_first_days(text))
    day += *first;
  return day;
}

/// 第一季度, 二季度末, 一季度、三季度.
std::optional<std::string> take_quarter(string_view& text) {
  constexpr string_view names[] = {"第一季度", "第二季度", "第三季度",
                                   "第四季度"};
  std::string quarters;
  for (string_view rest = text;;) {
    take(rest, "第");
    const auto number = take_number(rest);
    if (!number || *number < 1 || *number > 4 || !take(rest, "季度")) break;
    take(rest, "末") || take(rest, "底");
    text = rest;
    quarters +=
        (quarters.empty() ? "" : "、") + std::string(names[*number - 1]);
    if (!take(rest, "、") && !take(rest, "和")) break;
  }
  if (quarters.empty()) return std::nullopt;
  return quarters;
}

/// 20日, 1日至5日, 15日、30日, of a period.
std::optional<std::string> take_days_of_month(string_view& text) {
  auto days = take_day_of_month(text);
  if (!days) return std::nullopt;
  if (string_view next = text; !take_any(next, to).empty())
    if (const auto last = take_day_of_month(next)) {
      *days += "至" + *last;
      text = next;
    }
  for (string_view next = text; take(next, "、");) {
    const auto more = take_day_of_month(next);
    if (!more) break;
    *days += "、" + *more;
    text = next;
  }
  return days;
}

/// 周五, 星期日.
std::optional<std::string> take_weekday(string_view& text) {
  constexpr string_view names[] = {"一", "二", "三", "四", "五", "六", "日"};
  string_view rest = text;
  if (!take(rest, "周") && !take(rest, "星期")) return std::nullopt;
  const string_view name = take_any(rest, names);
  if (name.empty()) return std::nullopt;
  text = rest;
  return "周" + std::string(name);
}

/// A day as it is said within a period, which stands before: 底, 20日,
/// 第一个工作日, 的前5个工作日.
std::optional<std::string> take_day_of_period(string_view& text) {
  constexpr string_view working_days[] = {"最后一个工作日", "第一个工作日",
                                          "首个工作日"};
  constexpr string_view parts[] = {"底", "末", "初", "上旬", "中旬", "下旬"};
  if (const auto day = take_any(text, working_days); !day.empty())
    return std::string(day);
  if (text.starts_with("第") || size_of_numerals(text))
    return take_days_of_month(text);
  if (const auto first = take_first_days(text)) return first;
  if (const auto part = take_any(text, parts); !part.empty())
    return part == "末" ? "底" : std::string(part);
  return std::nullopt;
}

/// A day of a year, or of what goes without saying.
std::optional<std::string> take_day_of_year(string_view& text, bool has_year) {
  constexpr string_view ends[] = {"年底",   "年末", "年初", "年终",   "年中",
                                  "月底",   "月末", "月初", "季度末", "季末",
                                  "季度初", "季初", "周末", "上半年", "下半年"};
  if (const auto dates = take_dates(text)) return dates;
  if (const auto month = take_named_month(text)) return month;
  if (const auto end = take_any(text, ends); !end.empty())
    return std::string(end);
  if (has_year && (take(text, "底") || take(text, "末"))) return "底";
  if (has_year && take(text, "初")) return "初";
  return take_quarter(text);
}

}  // namespace

std::optional<std::string> take_months(string_view& text) {
  std::string days;
  string_view rest = text;
  // 1-3月
  if (const auto first = take_number(rest); first && *first <= 12) {
    constexpr string_view through[] = {"-", "—", "至", "~"};
    string_view next = rest;
    if (!take_any(next, through).empty())
      if (const auto last = take_number(next);
          last && *last <= 12 && *first >= 1 && *first < *last &&
          take(next, "月") && !next.starts_with("份") &&
          !size_of_numerals(next)) {
        text = next;
        return arabic(*first, "月至") + arabic(*last, "月");
      }
  }
  rest = text;
  for (;;) {
    const auto number = take_number(rest);
    if (!number || *number < 1 || *number > 12 || !take(rest, "月")) break;
    days += arabic(*number, "月");
    if (const auto day = take_day_of_month(rest)) {
      // 2月30日 there is none.
      if (*number == 2 && (*day == "30日" || *day == "31日"))
        return std::nullopt;
      constexpr int of_30_days[] = {4, 6, 9, 11};
      if (*day == "31日" &&
          std::ranges::find(of_30_days, *number) != std::end(of_30_days))
        return std::nullopt;
      days += *day;
    } else {
      take(rest, "份");
    }
    text = rest;
    constexpr string_view joints[] = {"、", "和", "或者", "或", "及"};
    if (take_any(rest, joints).empty() || !size_of_numerals(rest)) break;
    string_view next = rest;
    if (!take_number(next) || !take(next, "月")) break;
    days += "、";
  }
  if (days.empty()) return std::nullopt;
  return days;
}

std::optional<std::string> take_day(string_view& text, bool in_period) {
  string_view rest = text;
  const std::string year = take_year(rest);
  auto day = take_day_of_year(rest, !year.empty());
  if (day) {
    *day = year + *day;
  } else if (year.empty()) {
    if (in_period) day = take_day_of_period(rest);
    if (!day) day = take_weekday(rest);
  }
  if (day) text = rest;
  return day;
}

bool is_span_of_days(string_view by) {
  constexpr string_view ends[] = {"初",   "年中", "旬",   "月",
                                  "个月", "季度", "半年", "上旬"};
  return by.starts_with("周") || ends_with_any(by, ends) ||
         by.find("至") != by.npos || by.find("前") != by.npos;
}

bool is_day_of(string_view by, Duration every) {
  struct Row {
    string_view end;
    Unit unit;
  };
  constexpr Row rows[] = {{"季末", Unit::quarter},   {"季初", Unit::quarter},
                          {"季度末", Unit::quarter}, {"季度初", Unit::quarter},
                          {"月底", Unit::month},     {"月末", Unit::month},
                          {"月初", Unit::month},     {"上旬", Unit::month},
                          {"中旬", Unit::month},     {"下旬", Unit::month},
                          {"周末", Unit::week},      {"年底", Unit::year},
                          {"年末", Unit::year},      {"年终", Unit::year},
                          {"年初", Unit::year},      {"年中", Unit::year},
                          {"上半年", Unit::year},    {"下半年", Unit::year}};
  for (const Row& row : rows)
    if (by == row.end) return every.unit == row.unit;
  // 每月3月底前: of which year? 每季度3月、6月、9月、12月 names one of each.
  string_view month = by;
  if (take_number(month) && month.starts_with("月") &&
      (every.unit < Unit::quarter ||
       (every.unit == Unit::quarter && by.find("、") == by.npos)))
    return false;
  // 每年20日前: of which month?
  string_view rest = by;
  const bool is_number = take_number(rest) && rest == "日";
  return !(is_number && every.unit >= Unit::half_year);
}

bool is_day_of_event(string_view by) { return by == "当日" || by == "次日"; }

}  // namespace catalog::phrase
