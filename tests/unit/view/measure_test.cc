#include "view/measure.h"

#include <doctest/doctest.h>

#include "view/wrap.h"

namespace catalog::view {
namespace {

constexpr double one_line = 10 * 1.45 + 4;

Column column_of(std::string value, double width,
                 model::As as = model::As::text) {
  Column column;
  column.value = std::move(value);
  column.width = width;
  column.as = as;
  return column;
}

Table table_of(std::vector<Column> columns,
               std::vector<std::vector<std::string>> texts) {
  Table table;
  table.columns = std::move(columns);
  for (auto& line : texts) {
    Row& row = table.rows.emplace_back();
    for (auto& text : line) row.cells.push_back({std::move(text), {}});
  }
  return table;
}

TEST_CASE("a Chinese text wraps after as many characters as have room") {
  CHECK(wrapped_lines("", 10) == 1);
  CHECK(wrapped_lines("一二三四五六七八九十", 10) == 1);
  CHECK(wrapped_lines("一二三四五六七八九十一", 10) == 2);
  CHECK(wrapped_lines("一二\n三四\n", 10) == 3);
}

TEST_CASE("closing punctuation takes its character along") {
  CHECK(wrapped_lines("一二三四五。", 5) == 2);
  // 四（ may not end the first line, so that the rest needs a third.
  CHECK(wrapped_lines("一二三四（五六七八）", 5) == 3);
}

TEST_CASE("a Latin word stays whole unless it is longer than a line") {
  CHECK(wrapped_lines("一二三四五六 catalog", 8) == 2);
  CHECK(wrapped_lines(std::string(100, 'a'), 10) >= 5);
}

TEST_CASE("ambiguous signs are as wide as in a Chinese font") {
  CHECK(length("■政府网站") == 5);
  CHECK(length("√") == 1);
}

TEST_CASE("columns get widths that suit their values, presets stay") {
  Table table = table_of(
      {column_of("number", 0), column_of("content", 0), column_of("timing", 0),
       column_of("level.county", 0, model::As::tick), column_of("note", 21)},
      {{"1",
        "招生计划、招生范围、招生条件、报名办法、录取办法、收费标准、咨询电话",
        "信息形成或者变更之日起20个工作日内", "√", "无"}});
  measure(table);
  CHECK(table.columns[0].width >= 4.5);
  CHECK(table.columns[0].width <= 6);
  CHECK(table.columns[1].width >= 28);
  CHECK(table.columns[1].width <= 40);
  CHECK(table.columns[2].width >= 14);
  CHECK(table.columns[2].width <= 18);
  CHECK(table.columns[3].width == 5);
  CHECK(table.columns[4].width == 21);
}

TEST_CASE("a row is as high as its highest cell") {
  Table table = table_of({column_of("content", 30), column_of("timing", 14)},
                         {{"一\n二\n三", "一"}, {"一", "一"}});
  measure(table);
  CHECK(table.rows[0].height == doctest::Approx(3 * 14.5 + 4));
  CHECK(table.rows[1].height == doctest::Approx(one_line));
}

TEST_CASE("a merged cell's need is spread over its rows") {
  Table table =
      table_of({column_of("name.1", 10), column_of("content", 30)},
               {{"一\n二\n三\n四\n五\n六", "甲"}, {"", "乙"}, {"另一", "丙"}});
  table.merges.push_back({0, 1, 0, 0});
  measure(table);
  const double needed = 6 * 14.5 + 4;
  CHECK(table.rows[0].height + table.rows[1].height >= needed);
  CHECK(table.rows[0].height + table.rows[1].height < needed + 1);
  CHECK(table.rows[2].height == doctest::Approx(one_line));
}

TEST_CASE("a cell merged across has the room of all its columns") {
  Table table = table_of({column_of("name.1", 10), column_of("name.2", 10)},
                         {{"一二三四五六七八", ""}});
  table.merges.push_back({0, 0, 0, 1});
  measure(table);
  CHECK(table.rows[0].height == doctest::Approx(one_line));
}

TEST_CASE("two boxes stand on a line where both have room") {
  const Column column = column_of("", 34, model::As::boxes);
  CHECK(
      printed(column,
              "■政府网站\n□政府公报\n□社区/企事业单位/村公示栏（电子屏）"
              "\n□其他") ==
      "■政府网站　　　　□政府公报\n□社区/企事业单位/村公示栏（电子屏）\n□其他");
  const Column narrow = column_of("", 12, model::As::boxes);
  CHECK(printed(narrow, "■政府网站\n□政府公报") == "■政府网站\n□政府公报");
  const Column prose = column_of("", 34, model::As::lines);
  CHECK(printed(prose, "甲\n乙") == "甲\n乙");
}

TEST_CASE("header rows hold what stands over several of them") {
  Table table = table_of({column_of("", 5), column_of("", 5)}, {});
  table.header_rows = 2;
  table.header = {{"公开渠道和载体", 0, 0, 2, 1},
                  {"公开", 0, 1, 1, 1},
                  {"县级", 1, 1, 1, 1}};
  const auto heights = header_heights(table);
  REQUIRE(heights.size() == 2);
  CHECK(heights[0] + heights[1] >= 4 * 10.5 * 1.45);
}

}  // namespace
}  // namespace catalog::view
