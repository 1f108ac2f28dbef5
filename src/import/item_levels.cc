#include "import/item_levels.h"

#include <algorithm>

#include "import/ticks.h"

namespace catalog::import {
namespace {

using model::Level;

constexpr RemarkKind unknown_level{
    "unknown-level",
    Sure::unsure,
    {"`{}` is not one of the levels of the language", "`{}` 不是可识别的层级"}};

void add_levels(Item& item, const std::vector<Level>& levels) {
  for (const Level each : levels)
    if (std::find(item.levels.begin(), item.levels.end(), each) ==
        item.levels.end())
      item.levels.push_back(each);
}

}  // namespace

std::vector<Level> levels_of(const ItemRow& row, const TierWords& tiers) {
  std::vector<Level> levels;
  if (tiers.province) levels.push_back(Level::province);
  if (tiers.city && (row.has_county() || tiers.county))
    levels.push_back(Level::city);
  if (tiers.county || (tiers.city && !row.has_county() && !tiers.county))
    levels.push_back(Level::county);
  if (tiers.town) levels.push_back(Level::town);
  if (tiers.village) levels.push_back(Level::village);
  return levels;
}

void read_levels(ItemRow& row, Item& item) {
  for (std::size_t i = 0; i < row.columns().size(); ++i) {
    const Column& column = row.columns()[i];
    const std::string& text = row.text(i);
    if (column.field == Field::levels && !is_empty_mark(text)) {
      const auto levels = levels_of(row, tiers_in(text));
      if (levels.empty())
        row.ask(item, "levels", unknown_level, row.place(i), text,
                plain_text(text));
      add_levels(item, levels);
    }
    if (column.field != Field::level || text.empty() || is_untick(text))
      continue;
    if (is_doubtful_tick(text))
      row.remarks.add(lost_font, row.place(i), text, "√");
    const TierWords named = is_tick(text) ? TierWords() : tiers_in(text);
    const auto levels = levels_of(row, named.any() ? named : column.tiers);
    if (levels.empty())
      row.ask(item, "levels", unknown_level, row.place(i), text, column.title);
    add_levels(item, levels);
  }
  std::sort(item.levels.begin(), item.levels.end());
}

}  // namespace catalog::import
