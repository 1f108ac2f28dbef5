#include <algorithm>
#include <set>

#include "check/findings.h"

namespace catalog::check {
namespace {

using diagnostics::Message;
using diagnostics::Severity;
using model::Jurisdiction;
using model::Level;
using resolve::Edition;

/// Whether a code has the form of a level: 330000 a province, 330300 a city,
/// 330304 a county, nine digits a town, twelve a village. GB/T 2260 and 10114.
bool fits(std::string_view code, Level level) {
  switch (level) {
    case Level::national: return code.size() == 6;
    case Level::province: return code.size() == 6 && code.ends_with("0000");
    case Level::city:
      return code.size() == 6 && code.ends_with("00") &&
             !code.ends_with("0000");
    // A city without counties has the level of one, and its code of a city.
    case Level::county: return code.size() == 6 && !code.ends_with("0000");
    case Level::town: return code.size() == 9;
    case Level::village: return code.size() == 12;
  }
  return true;
}

/// The digits that all codes below a place begin with.
std::string_view stem(std::string_view code) {
  while (code.size() > 2 && code.size() <= 6 && code.ends_with("00"))
    code.remove_suffix(2);
  return code;
}

/// What the digits of a town say of its kind: 001-099 streets, 100-199 towns,
/// 200-399 townships.
std::string_view kind_of(std::string_view code) {
  if (code.size() != 9) return {};
  const std::string_view digits = code.substr(6);
  if (digits < "100") return "street";
  if (digits < "200") return "town";
  return digits < "400" ? "township" : "";
}

/// A kind of town in the reader's language.
std::string_view said_kind(std::string_view kind,
                           diagnostics::Language language) {
  if (language == diagnostics::Language::en) return kind;
  return kind == "street" ? "街道" : kind == "town" ? "镇" : "乡";
}

void wrong_division_code(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view, std::string_view> misfit{
      "`{}` is not a code of {} level", "`{}` 不是{}的代码"};
  constexpr Message<> lengths{
      "6 digits to county (provinces end in 0000, cities in 00), 9 for a town, "
      "12 for a village",
      "县级及以上 6 位（省级末四位、市级末两位为零），乡级 9 位，村级 12 位"};
  constexpr Message<std::string_view, std::string_view> outside{
      "`{}` does not lie under `{}`", "`{}` 不在 `{}` 之下"};
  constexpr Message<> begins{"a code begins with that of the place above",
                             "下级代码以上级代码开头"};
  constexpr Message<std::string_view, std::string_view, std::string_view>
      other_kind{"`{}` is the code of a {}, not of a {}",
                 "`{}` 是{}的代码，不是{}的"};
  constexpr Message<> ranges{
      "the last three digits: streets 001-099, towns 100-199, townships "
      "200-399",
      "末三位：街道 001—099，镇 100—199，乡 200—399"};
  std::set<std::string_view> known;
  for (const Jurisdiction& place : edition->jurisdictions)
    known.insert(place.code.text);
  for (const Jurisdiction& place : edition->jurisdictions) {
    const std::string_view code = place.code.text, under = place.under.text;
    const std::string_view kind = kind_of(code);
    if (code.empty()) continue;
    if (place.level && !fits(code, *place.level))
      found
          .at(place.code.span, misfit, code,
              said(*place.level, found.language()))
          .help(lengths);
    // That an unknown place is not above it goes without saying.
    else if (!under.empty() && known.contains(under) &&
             (code == under || !code.starts_with(stem(under))))
      found.at(place.code.span, outside, code, under).help(begins);
    else if (!kind.empty() && kind != place.kind.text &&
             (place.kind.text == "street" || place.kind.text == "town" ||
              place.kind.text == "township"))
      found
          .at(place.code.span, other_kind, code,
              said_kind(kind, found.language()),
              said_kind(place.kind.text, found.language()))
          .help(ranges);
  }
}

void wrong_calendar_day(const Edition& edition, Findings& found) {
  constexpr Message<std::string, int> other_year{"{} is not in {}",
                                                 "{} 不在 {} 年"};
  constexpr Message<std::string> both{"{} is both off and worked",
                                      "{} 既是休息日又是上班日"};
  constexpr Message<> help{
      "copy the days from the State Council's notice of that year",
      "请对照国务院办公厅当年的节假日安排通知"};
  for (const model::CalendarYear& year : edition->calendar) {
    std::set<days::Date> off;
    for (const auto* const each : {&year.off, &year.work})
      for (const model::WrittenDate& day : *each)
        if (day.date && day.date->year != year.year)
          found.at(day.span, other_year, days::iso(*day.date), year.year)
              .help(help);
    for (const model::WrittenDate& day : year.off)
      if (day.date) off.insert(*day.date);
    for (const model::WrittenDate& day : year.work)
      if (day.date && off.contains(*day.date))
        found.at(day.span, both, days::iso(*day.date)).help(help);
  }
}

}  // namespace

std::vector<Rule> place_rules() {
  return {
      {"wrong-division-code",
       Severity::error,
       {"division codes fit the level, the kind and the place above",
        "行政区划代码与层级、类别和上级相符"},
       wrong_division_code},
      {"wrong-calendar-day",
       Severity::error,
       {"a year's days off and days worked are its own and apart",
        "日历各年的休息日和上班日不错年、不重叠"},
       wrong_calendar_day},
  };
}

}  // namespace catalog::check
