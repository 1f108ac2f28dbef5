#include "emit/html/columns.h"

#include <algorithm>
#include <cmath>

namespace catalog::emit::site {
namespace {

// What table.css has classes for.
constexpr std::size_t least_width = 3;
constexpr std::size_t most_width = 24;
constexpr std::size_t most_frozen = 32;
constexpr std::size_t width_step = 5;
constexpr std::size_t most_table = 240;

/// From this width on a column holds prose, which can use more room.
constexpr double prose = 24;
constexpr std::size_t least_prose = 13;

/// What a laptop's screen shows side by side. A wider table gives up room
/// where text can wrap, down to `least_wrapped`, before it has to be scrolled.
constexpr std::size_t screen = 100;
constexpr std::size_t least_wrapped = 8;
constexpr std::size_t least_boxes = 14;  // two abreast

/// In characters of half width; by what it holds where the layout says none.
double characters(const view::Column& column) {
  if (column.width > 0) return column.width;
  switch (column.as) {
    case model::As::tick: return 5;
    case model::As::boxes: return 30;
    case model::As::lines:
    case model::As::numbered: return 34;
    case model::As::text:
    case model::As::names: return column.centred ? 8 : 14;
  }
  return 14;
}

std::size_t width_of(const view::Column& column) {
  if (column.as == model::As::tick) return least_width;
  // Two characters of half width are one unit; the rest is padding.
  const auto width =
      static_cast<std::size_t>(std::ceil(characters(column) / 2 + 1));
  return std::clamp(width, least_width, most_width);
}

/// The header over a column's own, where several columns share one.
void find_groups(const view::Table& table, std::vector<ColumnStyle>& styles) {
  for (const view::HeaderCell& cell : table.header) {
    if (cell.columns < 2) continue;
    const std::size_t end =
        std::min<std::size_t>(cell.column + cell.columns, styles.size());
    for (std::size_t i = cell.column; i < end; ++i) styles[i].group = cell.text;
  }
}

/// Frozen columns keep their width, so that the next one's place is known. A
/// table whose frozen columns would fill a screen freezes fewer.
void freeze(const view::Table& table, std::vector<ColumnStyle>& styles) {
  std::size_t left = 0;
  for (std::size_t i = 0; i < table.frozen_columns && i < styles.size(); ++i) {
    if (left + styles[i].width > most_frozen) return;
    styles[i].is_frozen = true;
    styles[i].left = left;
    left += styles[i].width;
  }
}

/// The last of the frozen columns may stretch: none stands beside it.
void stretch(const view::Table& table, std::vector<ColumnStyle>& styles) {
  for (std::size_t i = 0; i < styles.size(); ++i) {
    const bool is_fixed = i + 1 < styles.size() && styles[i + 1].is_frozen;
    if (is_fixed || table.columns[i].centred ||
        table.columns[i].as == model::As::boxes ||
        characters(table.columns[i]) < prose)
      continue;
    styles[i].stretches = true;
    styles[i].width = least_prose;
  }
}

std::size_t sum_of(const std::vector<ColumnStyle>& styles) {
  std::size_t width = 0;
  for (const ColumnStyle& style : styles) width += style.width;
  return width;
}

/// Takes from the widest columns first. Frozen ones keep what they have.
void fit(const view::Table& table, std::vector<ColumnStyle>& styles) {
  for (std::size_t sum = sum_of(styles); sum > screen; --sum) {
    ColumnStyle* widest = nullptr;
    for (std::size_t i = 0; i < styles.size(); ++i) {
      const std::size_t least =
          table.columns[i].as == model::As::boxes ? least_boxes : least_wrapped;
      if (!styles[i].is_frozen && styles[i].width > least &&
          (!widest || styles[i].width > widest->width))
        widest = &styles[i];
    }
    if (!widest) return;
    --widest->width;
  }
}

}  // namespace

std::vector<ColumnStyle> column_styles(const view::Table& table) {
  std::vector<ColumnStyle> styles(table.columns.size());
  for (std::size_t i = 0; i < styles.size(); ++i) {
    styles[i].width = width_of(table.columns[i]);
    styles[i].label = table.columns[i].title;
  }
  find_groups(table, styles);
  freeze(table, styles);
  stretch(table, styles);
  fit(table, styles);
  return styles;
}

std::size_t table_width(const std::vector<ColumnStyle>& styles) {
  const std::size_t steps = (sum_of(styles) + width_step - 1) / width_step;
  return std::min(steps * width_step, most_table);
}

}  // namespace catalog::emit::site
