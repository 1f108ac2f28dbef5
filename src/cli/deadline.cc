#include <fmt/format.h>

#include <filesystem>
#include <vector>

#include "cli/command.h"
#include "cli/item.h"
#include "cli/report.h"
#include "cli/settings.h"
#include "cli/terminal.h"
#include "compare/calendar.h"
#include "days/counting.h"
#include "model/level.h"

namespace catalog::cli {
namespace {

using days::Calendar;
using days::Count;
using days::Date;
using days::Period;
using diagnostics::Message;
using phrase::Clause;

constexpr Message<std::string> no_date{
    "error: `{}` is not a day like 2026-09-24\n",
    "错误：`{}` 不是 2026-09-24 这样的日期\n"};
constexpr Message<std::string, int> beyond{
    "error: `{}` cannot be counted: the days off of {} are not known\n",
    "错误：无法计算 `{}`：{} 年的放假安排未知\n"};
constexpr Message<> add_year{
    "  help: add the year to `calendar:` when its notice is out\n",
    "  建议：通知公布后，在 `calendar:` 中补上该年\n"};
constexpr Message<> nothing{"error: no part of this timing counts from a day\n",
                            "错误：这一时限没有可以起算的期限\n"};
constexpr Message<std::string> last_day{"  last day: {}\n", "  最后一日：{}\n"};
constexpr Message<std::string> earliest{"  not before: {}\n",
                                        "  最早结束：{}\n"};
constexpr Message<std::string> not_counted{
    "  {}  the day itself is not counted (Civil Code art. 201)\n",
    "  {}  当日不计入（民法典第二百零一条）\n"};
constexpr Message<std::string> same_day{
    "  {}  the same day of the month, or its last (Civil Code art. 202)\n",
    "  {}  到期月的对应日，没有对应日的为月末日（民法典第二百零二条）\n"};
constexpr Message<std::string> moved{
    "  {}  moved to the next working day (Civil Code art. 203)\n",
    "  {}  期间最后一日放假，顺延至次一工作日（民法典第二百零三条）\n"};
constexpr Message<std::string> moved_back{
    "  {}  moved to the working day before\n", "  {}  提前至上一工作日\n"};
constexpr Words off{"off", "放假"};

/// `2026-09-24 Thu`, `2026-09-24 周四`.
std::string day_text(Date date, Language language) {
  constexpr Words names[] = {{"Mon", "周一"}, {"Tue", "周二"}, {"Wed", "周三"},
                             {"Thu", "周四"}, {"Fri", "周五"}, {"Sat", "周六"},
                             {"Sun", "周日"}};
  const auto& name = names[static_cast<std::size_t>(days::weekday(date))];
  return fmt::format("{} {}", days::iso(date), name.in(language));
}

std::string span_text(Date first, Date last, Language language) {
  if (first == last) return day_text(first, language);
  return fmt::format("{} – {}", day_text(first, language),
                     day_text(last, language));
}

/// The days that were counted, those alike in a row on one line: which
/// working days, or that they are off.
std::string counting(const Count& count, int step, const Calendar& calendar,
                     Language language) {
  std::string text;
  int number = 0;
  for (Date day = days::plus_days(count.start, step);;) {
    const bool is_worked = calendar.is_working_day(day);
    const Date first = day;
    const int begin = number + 1;
    Date last = day;
    while (true) {
      number += is_worked;
      last = day;
      if (day == count.counted) break;
      day = days::plus_days(day, step);
      if (calendar.is_working_day(day) != is_worked) break;
    }
    const std::string which = !is_worked ? std::string(off.in(language))
                              : begin == number
                                  ? std::to_string(begin)
                                  : fmt::format("{}–{}", begin, number);
    text += fmt::format("  {}  {}\n", span_text(first, last, language), which);
    if (last == count.counted) return text;
  }
}

/// What is counted in a clause: forward from an event, or back before one.
struct Counted {
  std::optional<phrase::Duration> length;
  int step = 1;
  bool is_least = false;  // a notice: shown until then at least
};

Counted counted_in(const Clause& clause) {
  if (clause.within) return {clause.within, 1, false};
  if (clause.lead) return {clause.lead, -1, false};
  if (clause.notice) return {clause.notice, 1, true};
  return {};
}

std::string explained(const Count& count, const Counted& what, Period period,
                      const Calendar& calendar, Language language) {
  const std::string last = day_text(count.last, language);
  std::string text =
      what.is_least ? earliest.in(language, last) : last_day.in(language, last);
  text += not_counted.in(language, day_text(count.start, language));
  if (period.unit == Period::Unit::working_day)
    text += counting(count, what.step, calendar, language);
  else if (period.unit == Period::Unit::month)
    text += same_day.in(language, day_text(count.counted, language));
  else
    text += fmt::format("  {}  {}\n",
                        span_text(days::plus_days(count.start, what.step),
                                  count.counted, language),
                        period.count == 1 ? std::string("1")
                                          : fmt::format("1–{}", period.count));
  if (count.last != count.counted)
    text += (what.step > 0 ? moved : moved_back).in(language, last);
  return text;
}

/// Prints how each clause of a timing that counts is counted; whether one did,
/// and whether the calendar reached far enough.
struct Told {
  bool any = false;
  bool is_beyond = false;
};

void tell(const model::Timing& timing, std::string_view whose, Date from,
          const Calendar& calendar, Language language, Told& told) {
  for (const Clause& clause : timing.clauses()) {
    const Counted what = counted_in(clause);
    const auto period =
        what.length ? phrase::period_of(*what.length) : std::nullopt;
    if (!period) continue;
    told.any = true;
    const std::string text = phrase::canonical(clause);
    const auto count = what.step > 0
                           ? days::count_from(from, *period, calendar)
                           : days::count_back(from, *period, calendar);
    if (!count) {
      told.is_beyond = true;
      const auto last = calendar.last();
      const bool is_late = last && from <= *last && what.step > 0;
      print_error(
          beyond.in(language, text, is_late ? last->year + 1 : from.year));
      print_error(add_year.in(language));
      continue;
    }
    print(std::string(whose) + text + "\n");
    print(explained(*count, what, *period, calendar, language));
  }
}

int run(const Arguments& arguments) {
  const Language language = arguments.language;
  const std::string id = *arguments.value("ID");
  const std::string written = *arguments.value("--from");
  const auto from = days::parse_date(written);
  if (!from) {
    print_error(no_date.in(language, written));
    return exit_usage;
  }
  const std::filesystem::path folder = arguments.value("DIR").value_or(".");
  ProgressLine line(language);
  const auto compiled =
      compile::edition_in(folder, settings_of(arguments, line));
  line.clear();
  const auto found = compiled->catalog.items.find(id);
  if (!found) return unknown_item(*compiled, id, language);
  const resolve::Item& item = compiled->catalog[*found];
  const Calendar calendar = compare::calendar_of(compiled->catalog);
  Told told;
  for (const auto& part : item.timing.parts) {
    std::string whose;
    if (part.level) {
      whose = language == Language::zh ? model::chinese(*part.level)
                                       : model::word(*part.level);
      whose += language == Language::zh ? "：" : ": ";
    }
    tell(part.value, whose, *from, calendar, language, told);
  }
  for (const model::ContentEntry& entry : item.content)
    if (entry.timing)
      tell(*entry.timing, std::string(entry.text.text) + "：", *from, calendar,
           language, told);
  if (!told.any) {
    print_error(nothing.in(language));
    return exit_errors;
  }
  return told.is_beyond ? exit_errors : note_errors(*compiled, language);
}

constexpr Positional positionals[] = {
    {"ID", {"an item's id", "事项的标识"}, true},
    {"DIR",
     {"folder of the catalog; else the current one",
      "目录所在的文件夹；不写则为当前文件夹"}},
};
constexpr Option options[] = {
    {"--from",
     "",
     "DATE",
     {"the day of the event, like 2026-09-24", "事由发生之日，如 2026-09-24"},
     {},
     false,
     true},
};
constexpr Example examples[] = {
    {"catalog deadline compulsory-education/enrolment-policy --from "
     "2026-09-24 catalog",
     {"the last day, and how it is counted", "最后一日及其算法"}},
    {"catalog show compulsory-education/enrolment-policy catalog",
     {"the timing that it is counted by", "查看据以计算的公开时限"}},
};

}  // namespace

constinit const Command deadline_command{
    "deadline",
    {"the last day of an item's limit, and how it is counted",
     "计算一个事项公开时限的最后一日"},
    positionals,
    options,
    examples,
    run};

}  // namespace catalog::cli
