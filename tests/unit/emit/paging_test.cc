#include "emit/xlsx/paging.h"

#include <doctest/doctest.h>

#include "view/measure.h"

namespace catalog::emit {
namespace {

/// Rows of three columns: a merged name, a text and a tick.
view::Table table_of(std::size_t rows, const std::string& text) {
  view::Table table;
  for (const double width : {12.0, 40.0, 5.0}) {
    view::Column& column = table.columns.emplace_back();
    column.width = width;
  }
  for (std::uint32_t i = 0; i < 3; ++i)
    table.header.push_back({"列", 0, i, 1, 1});
  for (std::size_t i = 0; i < rows; ++i) {
    view::Row& row = table.rows.emplace_back();
    row.cells = {{i == 0 ? "名称" : "", {}}, {text, {}}, {"√", {}}};
  }
  if (rows > 1)
    table.merges.push_back({0, static_cast<std::uint32_t>(rows) - 1, 0, 0});
  view::measure(table);
  return table;
}

double height(const view::Table& table, std::size_t first, std::size_t last) {
  double sum = 0;
  for (std::size_t i = first; i < last; ++i) sum += table.rows[i].height;
  return sum;
}

void check_pages(const Paged& pages) {
  const double page = page_height(pages.table);
  std::size_t first = 0;
  for (const auto next : pages.breaks) {
    CHECK(height(pages.table, first, next) <= page);
    first = next;
  }
  CHECK(height(pages.table, first, pages.table.rows.size()) <= page);
}

TEST_CASE("a merged cell over several pages becomes one a page") {
  const Paged pages = paged(table_of(40, "一\n二\n三\n四\n五"), 60);
  check_pages(pages);
  REQUIRE(pages.breaks.size() >= 2);
  REQUIRE(pages.table.merges.size() == pages.breaks.size() + 1);
  CHECK(pages.table.merges[0].last_row + 1 == pages.breaks[0]);
  CHECK(pages.table.merges[1].first_row == pages.breaks[0]);
  CHECK(pages.table.rows[pages.breaks[0]].cells[0].text == "名称");
  CHECK(pages.table.rows[pages.breaks[0] + 1].cells[0].text.empty());
}

TEST_CASE("what fits on a page stays as it is") {
  const view::Table table = table_of(5, "一");
  const Paged pages = paged(table, 60);
  CHECK(pages.breaks.empty());
  CHECK(pages.table.rows.size() == 5);
  CHECK(pages.table.merges.size() == 1);
}

TEST_CASE("a text over several pages goes on from row to row, whole") {
  std::string text;
  for (int i = 0; i < 3'000; ++i) text += i % 20 == 19 ? "。" : "字";
  for (int i = 0; i < 200; ++i) text += "\n第" + std::to_string(i) + "行";
  const Paged pages = paged(table_of(2, text), 60);
  check_pages(pages);
  REQUIRE(pages.table.rows.size() > 4);
  std::string all;
  for (std::size_t i = 0; i < pages.table.rows.size() / 2; ++i) {
    const view::Row& row = pages.table.rows[i];
    CHECK(row.height >= height_of(pages.table, i, 1));
    CHECK(row.cells[2].text == "√");
    all += row.cells[1].text;
  }
  std::erase(all, '\n');
  std::string whole = text;
  std::erase(whole, '\n');
  CHECK((all == whole));
}

TEST_CASE("a heading stays with the row below it") {
  view::Table table = table_of(60, "一\n二\n三\n四\n五");
  table.merges.clear();
  for (std::size_t i = 0; i < 60; i += 2) {
    table.rows[i].cells.clear();
    table.rows[i].group = "分组";
  }
  view::measure(table);
  const Paged pages = paged(table, 0);
  check_pages(pages);
  REQUIRE_FALSE(pages.breaks.empty());
  for (const auto each : pages.breaks)
    CHECK(pages.table.rows[each - 1].group.empty());
}

TEST_CASE("a merged text that no page holds stands in each of its rows") {
  view::Table table = table_of(3, "一");
  std::string text;
  for (int i = 0; i < 4'000; ++i) text += "字";
  table.rows[0].cells[0].text = text;
  view::measure(table);
  const Paged pages = paged(table, 0);
  check_pages(pages);
  CHECK(pages.table.merges.empty());
  CHECK(pages.table.rows.size() > 6);
}

}  // namespace
}  // namespace catalog::emit
