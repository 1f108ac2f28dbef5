#include "view/class_table.h"

#include <fmt/format.h>

#include "view/census.h"
#include "view/list_table.h"

namespace catalog::view {
namespace {

using resolve::Edition;

std::string share_text(std::size_t part, std::size_t whole) {
  if (whole == 0) return {};
  return fmt::format("{:.1f}%", 100.0 * static_cast<double>(part) /
                                    static_cast<double>(whole));
}

std::string difference_text(std::size_t now, std::size_t base) {
  if (now == base) return "0";
  return now > base ? fmt::format("+{}", now - base)
                    : fmt::format("-{}", base - now);
}

}  // namespace

Table class_table(const Edition& edition) {
  const bool has_base = edition->base != nullptr && !edition.is_of_place_below;
  std::vector<std::string> columns{"序号", "类别", "事项数", "占比"};
  if (has_base) columns.insert(columns.end(), {"上级目录", "增减"});
  Table table =
      list_table(Table::Kind::appendix, "classes", "分类统计", columns);
  table.columns[1].width = 26;
  for (std::size_t i = 2; i < columns.size(); ++i) table.columns[i].width = 9;
  const Edition base =
      has_base ? edition_of(*edition->base, edition.date) : Edition();
  for (const Census& census : census_of(edition, has_base ? &base : nullptr)) {
    if (census.id == "domain") continue;  // the table of domains has them
    table.rows.emplace_back().group =
        census.name.empty() ? std::string(census.title.zh) : "按" + census.name;
    std::size_t number = 0;
    for (const Count& count : census.counts) {
      Row& row = table.rows.emplace_back();
      const auto add = [&](std::string text) {
        row.cells.push_back({std::move(text), {}});
      };
      add(std::to_string(++number));
      add(count.name);
      add(std::to_string(count.items));
      add(share_text(count.items, edition.items.size()));
      if (!has_base) continue;
      const std::size_t before = count.base.value_or(0);
      add(std::to_string(before));
      add(difference_text(count.items, before));
    }
    ++table.items;
  }
  table.note = "同一事项可以同时属于几类，各类之和可能大于事项总数。";
  return table;
}

}  // namespace catalog::view
