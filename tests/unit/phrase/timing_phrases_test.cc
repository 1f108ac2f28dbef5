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

/// `\n` in a list of phrases is a line break within the cell.
std::string unescaped(std::string text) {
  for (auto at = text.find("\\n"); at != text.npos; at = text.find("\\n", at))
    text.replace(at, 2, "\n");
  return text;
}

/// A phrase as offices write it, a tab, its canonical reading; `-` where it is
/// reported instead. Each reading was judged by eye. `# ` begins a remark.
std::vector<Line> lines_of(std::string_view name) {
  std::ifstream file(std::filesystem::path(CATALOG_SOURCE_DIR) /
                     "tests/unit/phrase" / name);
  REQUIRE(file);
  std::vector<Line> lines;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("# ")) continue;
    const auto tab = line.find('\t');
    REQUIRE(tab != line.npos);
    lines.push_back({unescaped(line.substr(0, tab)), line.substr(tab + 1)});
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
  constexpr std::string_view roles[] = {"在",   "由",   "至",   "栏",
                                        "网站", "政府", "通过", "部门"};
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
        // 公示3日不超过7日 is said as 3至7日.
        const bool is_range = word == "3日" && said.find("3至") != said.npos;
        CHECK((is_range || said.find(word) != said.npos));
      }
    }
}

/// The canonical reading, or nothing where the phrase is reported.
std::string reading_of(std::string_view phrase) {
  const Timing read = timing(phrase);
  return read.is_read() ? canonical(read) : std::string();
}

/// A phrase that is read, and what its reading is.
std::vector<Line> read_lines() {
  std::vector<Line> all;
  for (const std::string_view name : {"timings.tsv", "timings_blind.tsv"})
    for (Line& line : lines_of(name))
      if (line.reading != "-") all.push_back(std::move(line));
  return all;
}

TEST_CASE("no word that changes the meaning is passed over in silence") {
  constexpr std::string_view words[] = {
      "不",   "未",   "除外",   "左右", "约", "仅",   "每两年",
      "半年", "暂",   "不得",   "非",   "除", "3日",  "连续",
      "分别", "首次", "工作日", "每月", "无", "停止", "再"};
  const auto lines = read_lines();
  std::size_t index = 0;
  for (const auto& [phrase, reading] : lines) {
    ++index;
    for (std::size_t word = index % 5; word < std::size(words); word += 5)
      for (std::size_t at = 0; at <= phrase.size(); ++at) {
        if (at < phrase.size() && (phrase[at] & 0xC0) == 0x80) continue;
        std::string with = phrase;
        with.insert(at, words[word]);
        if (reading_of(with) == reading) {
          CAPTURE(with);
          CHECK(reading == "changed or reported");
        }
      }
  }
}

TEST_CASE("another word in place of one gives another reading or none") {
  struct Swap {
    std::string_view from, to;
  };
  constexpr Swap swaps[] = {
      {"20", "21"},         {"工作日", "自然日"}, {"后", "前"},
      {"前", "后"},         {"不少于", "不超过"}, {"不超过", "不少于"},
      {"一次", "两次"},     {"1次", "2次"},       {"每年", "每两年"},
      {"每月", "每两月"},   {"长期", "短期"},     {"首月", "末月"},
      {"可延长", "不延长"}, {"收到", "未收到"},   {"公开", "不公开"},
      {"公示", "不公示"},   {"次年", "当年"},     {"次月", "当月"},
      {"季度", "年度"},     {"提前", "推迟"},     {"至少", "至多"},
      {"最迟", "最早"},     {"半年", "一年"},     {"上旬", "下旬"},
      {"第一", "第三"},     {"除外", "在内"},     {"满", "未满"}};
  for (const auto& [phrase, reading] : read_lines())
    for (const Swap& swap : swaps)
      for (auto at = phrase.find(swap.from); at != phrase.npos;
           at = phrase.find(swap.from, at + swap.from.size())) {
        std::string with = phrase;
        with.replace(at, swap.from.size(), swap.to);
        if (reading_of(with) == reading) {
          CAPTURE(with);
          CHECK(reading == "changed or reported");
        }
      }
}

TEST_CASE("what may mean two things is reported") {
  for (const std::string_view phrase :
       {"每月或每季度公布", "7至15个工作日内", "每隔一年公布一次",
        "公示不超过7日", "公示期限为6个月，严重的3年", "许可证有效期：5年",
        "公告期一般10个工作日，小额项目5个工作日", "公告之日起30日",
        "3年内持续公布", "自政府信息形之日起20个工作日"}) {
    CAPTURE(phrase);
    CHECK(reading_of(phrase).empty());
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
