#include <fmt/format.h>

#include "emit/xlsx/pages.h"
#include "emit/xlsx/sheet.h"
#include "view/measure.h"

namespace catalog::emit {
namespace {

constexpr double side_width = 20;
constexpr double label_width = 16;
constexpr double value_width = 48;
constexpr double whole_width = 2 * side_width + label_width + value_width;

struct Line {
  std::string_view label;
  std::string value;
};

/// How much the catalog holds, in one line.
std::string extent_of(const view::Publication& publication,
                      const Contents& contents) {
  std::size_t items = 0;
  if (!publication.body.empty())
    return fmt::format("{}项公开事项", publication.edition->items.size());
  for (const TableSheet& sheet : contents.domains) items += sheet.table.items;
  return fmt::format("{}个领域，{}项公开事项", contents.domains.size(), items);
}

}  // namespace

void write_cover(const Book& book) {
  const view::Publication& from = *book.publication;
  Sheet sheet(book.workbook, book.contents->cover, book.cells);
  sheet.set_column(0, side_width);
  sheet.set_column(1, label_width);
  sheet.set_column(2, value_width);
  sheet.set_column(3, side_width);

  std::uint32_t row = 0;
  const auto space = [&](double height) { sheet.set_row(row++, height); };
  const auto across = [&](std::string_view text, double points,
                          lxw_format* format) {
    sheet.set_row(row, view::wrapped_height(text, whole_width, points));
    sheet.write({row, 0, row, 3}, text, format);
    ++row;
  };
  sheet.write_link({row, 0, row, 0}, "查看索引",
                   target_of(book.contents->index), book.formats->way_back);
  space(16);
  space(110);
  const std::uint32_t first = row;
  across(from.title, 28, book.formats->cover_title);
  if (!from.place.empty() && from.title.find(from.place) == from.title.npos)
    across(from.place, 20, book.formats->cover_place);
  space(90);

  const Line lines[] = {
      {"责任单位", from.body},   {"编制单位", from.issuer},
      {"版本", from.version},    {"日期", from.date},
      {"适用层级", from.levels}, {"收录范围", extent_of(from, *book.contents)}};
  for (const Line& line : lines) {
    if (line.value.empty()) continue;
    sheet.set_row(row, std::max(36.0, view::wrapped_height(
                                          line.value, value_width - 2, 16)));
    sheet.write({row, 1, row, 1}, line.label, book.formats->cover_label);
    sheet.write({row, 2, row, 2}, line.value, book.formats->cover_value);
    ++row;
  }
  const auto paper =
      from.domains.empty() ? model::Paper::a4 : from.domains.front().paper;
  sheet.set_page(paper, {first, 0, row - 1, 3});
  sheet.centre_on_page();
  sheet.finish();
}

}  // namespace catalog::emit
