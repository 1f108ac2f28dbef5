#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "phrase/timing.h"

namespace catalog::phrase {
namespace {

struct Line {
  std::string phrase, reading;
};

/// A phrase as offices write it, a tab, its canonical reading; `-` where it is
/// rightly reported instead. Each reading was judged by eye.
std::vector<Line> lines_of(std::string_view name) {
  std::ifstream file(std::filesystem::path(CATALOG_SOURCE_DIR) /
                     "tests/unit/phrase" / name);
  REQUIRE(file);
  std::vector<Line> lines;
  for (std::string line; std::getline(file, line);) {
    const auto tab = line.find('\t');
    REQUIRE(tab != line.npos);
    lines.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  return lines;
}

void check_readings(std::string_view name) {
  for (const auto& [text, reading] : lines_of(name)) {
    const auto& phrase = text;  // clang 14 captures no bindings
    CAPTURE(phrase);
    const Timing read = timing(phrase);
    CHECK((read.is_read() ? canonical(read) : "-") == reading);
    if (!read.is_read()) continue;
    const Timing again = timing(canonical(read));
    CHECK(again.is_read());
    CHECK(again.clauses == read.clauses);
  }
}

TEST_CASE("phrases as offices write them are read as they were judged") {
  CHECK(lines_of("timings.tsv").size() > 600);
  check_readings("timings.tsv");
}

/// Phrases that were written before anybody looked at what the reader made of
/// them, with their readings.
TEST_CASE("phrases written blind are read as they were judged") {
  CHECK(lines_of("timings_blind.tsv").size() > 300);
  check_readings("timings_blind.tsv");
}

/// The reader may not pass over a word that it does not know.
TEST_CASE("a foreign word in a phrase is reported or said again") {
  constexpr std::string_view roles[] = {"在",   "由",   "至",  "栏",
                                        "网站", "政府", "通过"};
  for (const std::string_view word : {"蓝色", "每月", "3日", "第二"})
    for (const auto& [phrase, reading] : lines_of("timings.tsv")) {
      // Who publishes, and where, is no part of a timing.
      bool has_role = false;
      for (const std::string_view role : roles)
        has_role |= phrase.find(role) != phrase.npos;
      if (has_role) continue;
      for (std::size_t at = 0; at <= phrase.size(); ++at) {
        if (at < phrase.size() && (phrase[at] & 0xC0) == 0x80) continue;
        std::string with = phrase;
        with.insert(at, word);
        const Timing read = timing(with);
        if (!read.is_read()) continue;
        CAPTURE(with);
        const std::string said = canonical(read);
        CAPTURE(said);
        CHECK(said.find(word) != said.npos);
      }
    }
}

TEST_CASE("what cuts a limit short is not taken for a name") {
  for (const std::string_view phrase :
       {"每学年初公布", "信息不少后于7日", "每月最后一个工作日",
        "地方政府债务余额与预算同步公开情况每日", "节假日每日更新客流",
        "会议召开前7日内", "审批后、公布前3日或者5日"}) {
    CAPTURE(phrase);
    const Timing read = timing(phrase);
    for (const Clause& clause : read.clauses) {
      CHECK(clause.part.find("每学") == clause.part.npos);
      CHECK(clause.after.find("最") == clause.after.npos);
      CHECK(clause.after.find("不少") == clause.after.npos);
      CHECK(clause.rider.find("每日") == clause.rider.npos);
    }
  }
}

TEST_CASE("a condition is made of words, and says no limit of its own") {
  for (const std::string_view phrase :
       {"收到申请之\xbc需要延长的，可延长20个工作日",
        "收到申请之日起20日内答复，5日内需要延长的，可延长20个工作日"}) {
    CAPTURE(phrase);
    CHECK(!timing(phrase).is_read());
  }
}

TEST_CASE("before May is not in May") {
  CHECK(canonical(timing("每年5月前公布")) == "每年5月前公开");
  CHECK(canonical(timing("每年5月公布")) == "每年5月内");
  CHECK(canonical(timing("每年5月中旬前")) == "每年5月中旬前公开");
}

}  // namespace
}  // namespace catalog::phrase
