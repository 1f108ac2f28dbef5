#include <doctest/doctest.h>

#include <map>

#include "emit/emitters.h"
#include "sample.h"

namespace catalog::emit {
namespace {

using Files = std::map<std::string, std::string>;

Files files_of(const view::Publication& publication) {
  Files files;
  Sink sink;
  sink.put = [&](std::string_view path, std::string_view bytes) {
    REQUIRE(files.emplace(path, bytes).second);
  };
  csv(publication, sink);
  return files;
}

/// Reads RFC 4180; what is not so fails.
std::vector<std::vector<std::string>> records(std::string_view text) {
  REQUIRE(text.starts_with("\xEF\xBB\xBF"));
  text.remove_prefix(3);
  std::vector<std::vector<std::string>> all{{""}};
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char each = text[i];
    std::string& field = all.back().back();
    if (quoted && each == '"' && text.substr(i + 1, 1) == "\"") {
      field += '"';
      ++i;
    } else if (each == '"') {
      quoted = !quoted;
    } else if (quoted) {
      field += each;
    } else if (each == ',') {
      all.back().emplace_back();
    } else if (each == '\r') {
      REQUIRE(text.substr(i + 1, 1) == "\n");
      all.push_back({""});
      ++i;
    } else {
      REQUIRE(each != '\n');
      field += each;
    }
  }
  REQUIRE_FALSE(quoted);
  all.pop_back();
  return all;
}

TEST_CASE("a table becomes one file with one header row") {
  const Files files = files_of(sample()->publication);
  CHECK(files.size() == 3);
  const auto rows = records(files.at("csv/compulsory-education.csv"));
  REQUIRE(rows.size() == 13);
  for (const auto& row : rows) CHECK(row.size() == 14);
  CHECK(rows[0][0] == "序号");
  CHECK(rows[0][1] == "公开事项/一级事项");
  CHECK(rows[0][13] == "公开层级/乡级");
}

TEST_CASE("merged cells stand in every row and column they cover") {
  const Files files = files_of(sample()->publication);
  const auto rows = records(files.at("csv/compulsory-education.csv"));
  CHECK(rows[1][1].starts_with("招生管理"));
  CHECK(rows[6][1] == rows[1][1]);
  CHECK(rows[7][1] == "学校概况");
  CHECK(rows[7][2] == "学校概况");
}

TEST_CASE("headings between rows become a column") {
  const Files files = files_of(sample()->publication);
  const auto rows = records(files.at("csv/life.csv"));
  REQUIRE(rows.size() == 3);
  CHECK(rows[0][0] == "分组");
  CHECK(rows[1][0] == "出生");
  CHECK(rows[2][0] == "入学");
}

TEST_CASE("what a spreadsheet would run is made text") {
  const Files files = files_of(sample()->publication);
  const auto rows = records(files.at("csv/compulsory-education.csv"));
  CHECK(rows[8][2] == "'" + hostile_texts[0]);
  CHECK(rows[9][2] == "'" + hostile_texts[1]);
  CHECK(rows[10][2] == hostile_texts[2]);
  CHECK(rows[12][2] == "'" + hostile_texts[4]);
}

TEST_CASE("every sign that begins a formula is caught, after spaces too") {
  auto made = sample();
  view::Table& table = made->publication.laws;
  const view::Row row = table.rows[0];
  table.rows.clear();
  const std::vector<std::string> hostile = {
      "=1",  "+1",  "-1",  "@a",  "\t=1", "\r=1",     "\n=1",    "＝1",
      "＋1", "－1", "＠a", " =1", "　=1", "\u00A0=1", "\uFEFF=1"};
  for (const std::string& text : hostile) {
    table.rows.push_back(row);
    table.rows.back().cells[1].text = text;
  }
  const auto rows = records(files_of(made->publication).at("csv/laws.csv"));
  REQUIRE(rows.size() == hostile.size() + 1);
  for (std::size_t i = 0; i < hostile.size(); ++i)
    CHECK(rows[i + 1][1] == "'" + hostile[i]);
}

TEST_CASE("a view with a domain's id gets a file of its own") {
  auto made = sample();
  made->publication.views[0].id = "compulsory-education";
  made->publication.domains[0].id = "laws";
  const Files files = files_of(made->publication);
  CHECK(files.size() == 3);
  CHECK(files.contains("csv/laws.csv"));
  CHECK(files.contains("csv/domain-laws.csv"));
}

}  // namespace
}  // namespace catalog::emit
