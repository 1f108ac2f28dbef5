#include "days/calendar.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "days/counting.h"

namespace catalog::days {
namespace {

namespace fs = std::filesystem;

Date at(std::string_view text) { return *parse_date(text); }

/// The three years of catalog/calendar.yaml, read without the program's help:
/// a list of days below `off:` and `work:`.
std::vector<Year> years_of_the_repository() {
  std::ifstream file(fs::path(CATALOG_SOURCE_DIR) / "catalog/calendar.yaml");
  std::vector<Year> years;
  std::vector<Date>* into = nullptr;
  for (std::string line; std::getline(file, line);) {
    if (const auto place = line.find("year: "); place != line.npos)
      years.push_back({std::stoi(line.substr(place + 6)), {}, {}});
    if (line.find("off:") != line.npos) into = &years.back().off;
    if (line.find("work:") != line.npos) into = &years.back().work;
    if (const auto place = line.find("- 20"); place != line.npos && into)
      into->push_back(at(line.substr(place + 2, 10)));
  }
  return years;
}

Calendar calendar() { return Calendar(years_of_the_repository()); }

int working_days_of(const Calendar& all, int year) {
  int count = 0;
  for (Date date{static_cast<std::int16_t>(year), 1, 1}; date.year == year;
       date = plus_days(date, 1))
    count += all.is_working_day(date);
  return count;
}

TEST_CASE("the official calendar has 251, 248 and 248 working days") {
  const Calendar all = calendar();
  CHECK(all.years() == std::vector{2024, 2025, 2026});
  CHECK(working_days_of(all, 2024) == 251);
  CHECK(working_days_of(all, 2025) == 248);
  CHECK(working_days_of(all, 2026) == 248);
  CHECK(!all.knows(at("2023-12-31")));
  CHECK(!all.knows(at("2027-01-01")));
}

TEST_CASE("the calendar is that of the official notices") {
  const fs::path path =
      fs::path(CATALOG_SOURCE_DIR) / "../shared/data/holidays.json";
  std::ifstream file(path);
  if (!file) {
    MESSAGE("skipped: there is no ", path.string());
    return;
  }
  const auto years = years_of_the_repository();
  const auto notices = nlohmann::json::parse(file);
  REQUIRE(years.size() == notices.size());
  for (const Year& year : years) {
    const auto& notice = notices.at(std::to_string(year.year));
    const auto same = [](const std::vector<Date>& dates, const auto& texts) {
      std::vector<std::string> all;
      for (const Date date : dates) all.push_back(iso(date));
      return all == texts.template get<std::vector<std::string>>();
    };
    CHECK(same(year.off, notice.at("off_days")));
    CHECK(same(year.work, notice.at("makeup_workdays")));
  }
}

TEST_CASE("days are numbered without gaps, and their weekdays follow") {
  for (Date date = at("1899-12-25"); date < at("2105-01-01");
       date = plus_days(date, 1)) {
    const Date next = plus_days(date, 1);
    REQUIRE(serial(next) == serial(date) + 1);
    REQUIRE(next > date);
    REQUIRE(weekday(next) == (weekday(date) + 1) % 7);
  }
  CHECK(weekday(at("2026-09-24")) == 3);
  CHECK(plus_days(at("2024-02-28"), 1) == at("2024-02-29"));
  CHECK(plus_days(at("2026-03-01"), -1) == at("2026-02-28"));
}

struct Counted {
  std::string_view start;
  Period period;
  std::string_view counted;
  std::string_view last;
};

TEST_CASE("periods are counted as the Civil Code says") {
  using enum Period::Unit;
  constexpr Counted cases[] = {
      // Art. 201: the day itself is not counted.
      {"2026-01-05", {1, working_day}, "2026-01-06", "2026-01-06"},
      {"2026-01-09", {1, working_day}, "2026-01-12", "2026-01-12"},
      // Over the National Day, with make-up days on a Sunday and a Saturday.
      {"2024-09-24", {20, working_day}, "2024-10-25", "2024-10-25"},
      {"2026-09-24", {20, working_day}, "2026-10-29", "2026-10-29"},
      // Art. 203: a last day off moves to the next working day.
      {"2026-09-14", {20, day}, "2026-10-04", "2026-10-08"},
      {"2026-09-24", {15, day}, "2026-10-09", "2026-10-09"},
      // A make-up Sunday is no day off.
      {"2024-09-09", {20, day}, "2024-09-29", "2024-09-29"},
      // Art. 202: no such day in the month, so its last.
      {"2026-01-31", {1, month}, "2026-02-28", "2026-02-28"},
      {"2024-01-31", {1, month}, "2024-02-29", "2024-02-29"},
      {"2025-08-31", {6, month}, "2026-02-28", "2026-02-28"},
      {"2024-02-29", {12, month}, "2025-02-28", "2025-02-28"},
      {"2026-05-10", {3, month}, "2026-08-10", "2026-08-10"},
  };
  const Calendar all = calendar();
  for (const Counted& each : cases) {
    CAPTURE(each.start);
    CAPTURE(each.last);
    const auto found = count_from(at(each.start), each.period, all);
    REQUIRE(found);
    CHECK(iso(found->counted) == each.counted);
    CHECK(iso(found->last) == each.last);
  }
}

TEST_CASE("counting stops where the calendar is not known") {
  using enum Period::Unit;
  const Calendar all = calendar();
  CHECK(!count_from(at("2026-12-20"), {20, working_day}, all));
  CHECK(!count_from(at("2026-12-31"), {1, Period::Unit::day}, all));
  CHECK(!count_from(at("2026-06-30"), {12, month}, all));
  CHECK(!count_from(at("2026-06-30"), {1, working_day}, Calendar()));
  CHECK(count_from(at("2026-12-30"), {1, working_day}, all)->last ==
        at("2026-12-31"));
}

TEST_CASE("a time before an event is counted back and never cut short") {
  using enum Period::Unit;
  const Calendar all = calendar();
  CHECK(count_back(at("2026-10-12"), {7, working_day}, all)->last ==
        at("2026-09-24"));
  CHECK(count_back(at("2026-10-12"), {7, Period::Unit::day}, all)->last ==
        at("2026-09-30"));
}

TEST_CASE("20 working days end after one month for 190 start days") {
  using enum Period::Unit;
  const Calendar all = calendar();
  int later = 0;
  for (Date start = *all.first(); start <= *all.last();
       start = plus_days(start, 1)) {
    const auto days = count_from(start, {20, working_day}, all);
    const auto months = count_from(start, {1, month}, all);
    if (days && months) later += days->last > months->last;
  }
  CHECK(later == 190);
}

}  // namespace
}  // namespace catalog::days
