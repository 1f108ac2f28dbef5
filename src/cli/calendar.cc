#include "compare/calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <vector>

#include "cli/calendar_ics.h"
#include "cli/command.h"
#include "cli/report.h"
#include "cli/settings.h"
#include "cli/terminal.h"
#include "emit/csv/record.h"
#include "model/level.h"
#include "unicode/closest.h"
#include "view/agenda.h"

namespace catalog::cli {
namespace {

using diagnostics::Message;
using resolve::BodyId;
using resolve::Edition;
using view::Agenda;
using view::Due;

constexpr Message<std::string> no_year{
    "error: `{}` is not a year from 1900 to 2200\n",
    "错误：`{}` 不是 1900 至 2200 之间的年份\n"};
constexpr Message<std::string> no_body{"error: there is no body `{}`\n",
                                       "错误：没有标识为 `{}` 的公开主体\n"};
constexpr Message<std::string> did_you_mean{"  help: did you mean `{}`?\n",
                                            "  建议：是否应为 `{}`？\n"};
constexpr Message<int> unknown_year{
    "warning: the days off of {} are not known: fixed days only, none moved\n",
    "警告：{} 年的放假安排未知：只列固定日期，不作顺延\n"};
constexpr Message<std::size_t> uncounted{
    "  left out for that: {}, counted in days from the end of a period\n",
    "  因此未列 {} 项：自周期届满起按日计算\n"};
constexpr Message<std::size_t> undated{
    "{} without a day of the year: daily or more often, or every few years\n",
    "另有 {} 项没有固定日期：每日以内，或者隔年一次\n"};
constexpr Message<int> none{"nothing recurs on a day of {}\n",
                            "{} 年没有按期公开的事项\n"};
constexpr Words off{"day off", "放假"};
constexpr Words no_office{"(no body)", "（未定主体）"};

std::string names_of(const resolve::Item& item) {
  std::string text;
  for (const model::Text& name : item.name)
    (text += text.empty() ? "" : "/") += name.text;
  return text;
}

/// One line of the calendar: a duty of one body.
struct Entry {
  const Due* due;
  const model::Body* body;  // null: nobody is named
  std::size_t rank;         // of the body, in the order of the registry
};

class Calendar {
 public:
  Calendar(const Edition& edition, const Agenda& agenda,
           const days::Calendar& known, Language language)
      : edition_(edition),
        agenda_(agenda),
        known_(known),
        language_(language) {}

  /// Entries by body, then by day; `only` one body, or all.
  void select(std::optional<BodyId> only) {
    for (const Due& due : agenda_.due) {
      for (const BodyId body : due.bodies)
        if (!only || *only == body)
          entries_.push_back(
              {&due, &edition_[body], static_cast<std::size_t>(body)});
      if (due.bodies.empty() && !only)
        entries_.push_back({&due, nullptr, edition_->bodies.size()});
    }
    std::stable_sort(
        entries_.begin(), entries_.end(),
        [](const Entry& a, const Entry& b) { return a.rank < b.rank; });
  }

  std::string text() const {
    std::string out;
    const model::Body* last = nullptr;
    bool is_first = true;
    for (const Entry& each : entries_) {
      if (is_first || each.body != last) {
        if (!is_first) out += '\n';
        out += body_name(each);
        out += '\n';
      }
      is_first = false;
      last = each.body;
      out += fmt::format("  {}{}  {}  {}\n", days::iso(each.due->day),
                         remark(each), names_of(item(each)), timing(each));
    }
    if (entries_.empty()) out = none.in(language_, agenda_.year);
    return out;
  }

  std::string csv() const {
    std::string out = emit::csv_mark;
    emit::append_record(out, {"日期", "公开主体", "事项标识", "公开事项",
                              "公开层级", "公开时限", "备注"});
    for (const Entry& each : entries_)
      emit::append_record(
          out, {days::iso(each.due->day), body_name(each),
                std::string(item(each).id.text), names_of(item(each)),
                level(each), timing(each), is_off(each) ? "放假" : ""});
    return out;
  }

  std::string ics() const {
    std::vector<IcsEvent> events;
    const std::string_view catalog = edition_->manifest.id.text;
    for (const Entry& each : entries_) {
      const std::string place =
          each.due->level ? std::string(model::word(*each.due->level)) : "all";
      events.push_back(
          {fmt::format("{}/{}/{}/{}/{}@{}", item(each).id.text, place,
                       each.body ? each.body->id.text : std::string_view("-"),
                       each.due->number, days::iso(each.due->day), catalog),
           each.due->day, names_of(item(each)),
           fmt::format("{}\n{}", timing(each), body_name(each)),
           std::string(edition_[item(each).domain].name.text)});
    }
    return cli::ics(edition_->manifest.title.text, edition_.date, events);
  }

 private:
  const resolve::Item& item(const Entry& entry) const {
    return edition_[entry.due->item];
  }
  std::string body_name(const Entry& entry) const {
    return std::string(entry.body ? entry.body->name.text
                                  : no_office.in(language_));
  }
  static std::string timing(const Entry& entry) {
    return phrase::canonical(*entry.due->clause);
  }
  static std::string level(const Entry& entry) {
    return entry.due->level ? std::string(model::chinese(*entry.due->level))
                            : std::string();
  }
  bool is_off(const Entry& entry) const {
    return known_.knows(entry.due->day) &&
           !known_.is_working_day(entry.due->day);
  }
  std::string remark(const Entry& entry) const {
    std::string text;
    if (entry.due->level)
      text = language_ == Language::zh
                 ? std::string(model::chinese(*entry.due->level))
                 : std::string(model::word(*entry.due->level));
    const bool is_zh = language_ == Language::zh;
    if (is_off(entry)) {
      if (!text.empty()) text += is_zh ? "，" : ", ";
      text += off.in(language_);
    }
    if (text.empty()) return text;
    return is_zh ? "（" + text + "）" : " (" + text + ")";
  }

  const Edition& edition_;
  const Agenda& agenda_;
  const days::Calendar& known_;
  Language language_;
  std::vector<Entry> entries_;
};

int unknown_body(const Edition& edition, const std::string& id,
                 Language language) {
  print_error(no_body.in(language, id));
  std::vector<std::string_view> ids;
  for (const model::Body& body : edition->bodies) ids.push_back(body.id.text);
  if (const auto meant = unicode::closest(id, ids))
    print_error(did_you_mean.in(language, *meant));
  return exit_usage;
}

std::optional<int> year_of(std::string_view text) {
  int year = 0;
  const auto [end, wrong] =
      std::from_chars(text.data(), text.data() + text.size(), year);
  if (wrong != std::errc() || end != text.data() + text.size() || year < 1900 ||
      year > 2200)
    return std::nullopt;
  return year;
}

void warn(const Agenda& agenda, const days::Calendar& known,
          Language language) {
  const days::Date first{static_cast<std::int16_t>(agenda.year), 1, 1};
  if (!known.knows(first)) {
    print_error(unknown_year.in(language, agenda.year));
    if (!agenda.unknown.empty())
      print_error(uncounted.in(language, agenda.unknown.size()));
  }
  if (const auto count = agenda.daily.size() + agenda.unphased.size())
    print_error(undated.in(language, count));
}

int run(const Arguments& arguments) {
  const Language language = arguments.language;
  const auto written = arguments.value("--year");
  const auto year = written ? year_of(*written) : std::nullopt;
  if (written && !year) {
    print_error(no_year.in(language, *written));
    return exit_usage;
  }
  const std::filesystem::path folder = arguments.value("DIR").value_or(".");
  ProgressLine line(language);
  const auto compiled =
      compile::edition_in(folder, settings_of(arguments, line));
  line.clear();
  const Edition& edition = compiled->edition;
  std::optional<BodyId> body;
  if (const auto id = arguments.value("--body")) {
    body = edition->bodies.find(*id);
    if (!body) return unknown_body(edition, *id, language);
  }
  const days::Calendar known = compare::calendar_of(*edition);
  const Agenda agenda =
      view::agenda_of(edition, year.value_or(edition.date.year), known);
  Calendar calendar(edition, agenda, known, language);
  calendar.select(body);
  const std::string format = arguments.value("--format").value_or("text");
  print(format == "ics"   ? calendar.ics()
        : format == "csv" ? calendar.csv()
                          : calendar.text());
  warn(agenda, known, language);
  return note_errors(*compiled, language);
}

constexpr std::string_view formats[] = {"text", "ics", "csv"};
constexpr Positional positionals[] = {
    {"DIR",
     {"folder of the catalog; else the current one",
      "目录所在的文件夹；不写则为当前文件夹"}},
};
constexpr Option options[] = {
    {"--year",
     "",
     "YEAR",
     {"which year; else that of the catalog's date",
      "哪一年；不写则为目录日期所在的年份"}},
    {"--body", "", "ID", {"only the duties of this body", "只列该主体的事项"}},
    {"--format",
     "",
     "FORMAT",
     {"text (default), ics or csv", "text（默认）、ics 或 csv"},
     formats},
};
constexpr Example examples[] = {
    {"catalog calendar --year 2026 catalog",
     {"what each body must publish, and by when", "各主体全年按期公开的事项"}},
    {"catalog calendar --body finance-authority --format ics catalog > "
     "duties.ics",
     {"for a calendar program", "供日历软件导入"}},
};

}  // namespace

constinit const Command calendar_command{
    "calendar",
    {"the recurring duties of each body through a year",
     "列出各主体全年按期公开的事项"},
    positionals,
    options,
    examples,
    run};

}  // namespace catalog::cli
