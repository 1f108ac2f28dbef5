#include "import/settle.h"

#include <algorithm>
#include <set>

#include "import/text.h"
#include "import/values.h"
#include "unicode/utf8.h"

namespace catalog::import {
namespace {

/// Two columns of one field: the first is the field, the second is kept as an
/// element. Channels may be given a level each; a second 一级 is what stands
/// between the domain and the items.
void settle_doubles(Header& header) {
  std::set<Field> seen;
  const auto names = std::count_if(
      header.columns.begin(), header.columns.end(),
      [](const Column& each) { return each.field == Field::name1; });
  auto left_of_names = names;
  // 公开主体 before 责任单位, whichever comes first.
  const auto is_the_body = [](const Column& each) {
    return each.field == Field::body && contains(each.title, "公开主体");
  };
  const bool has_the_body =
      std::any_of(header.columns.begin(), header.columns.end(), is_the_body);
  for (Column& each : header.columns) {
    if (each.field == Field::name1 && --left_of_names > 0) {
      each.field = Field::extra;
      continue;
    }
    if (has_the_body && each.field == Field::body && !is_the_body(each))
      each.field = Field::extra;
    const bool may_repeat =
        each.field == Field::level || each.field == Field::extra ||
        each.field == Field::phone || each.field == Field::url ||
        each.field == Field::channels || each.field == Field::channel ||
        each.field == Field::levels || each.field == Field::number ||
        each.field == Field::code;
    if (!may_repeat && !seen.insert(each.field).second)
      each.field = Field::extra;
  }
}

/// 公开事项 over several columns, and nothing below it: the levels in turn.
void name_levels(const Grid& grid, Header& header) {
  constexpr Field levels[] = {Field::name1, Field::name2, Field::name3};
  const std::size_t row = header.end - 1;
  std::size_t level = 0;
  for (std::size_t i = 1; i < header.columns.size(); ++i) {
    Column &left = header.columns[i - 1], &column = header.columns[i];
    const bool goes_on = column.field == Field::name1 && is_name(left.field) &&
                         grid.is_one_cell(row, left.index, column.index) &&
                         level < 2;
    level = goes_on ? level + 1 : 0;
    if (goes_on) column.field = levels[level];
  }
}

/// 公开事项 over words that name no level: 子领域, 职责, 环节. They are the
/// levels, in turn, where nothing else names the items; up to the one that
/// does, where its word is that of the first level: 事项大类, 事项名称.
void name_parts(Header& header) {
  constexpr Field levels[] = {Field::name1, Field::name2, Field::name3};
  const auto is_item = [](const Column& each) { return is_name(each.field); };
  auto last = header.columns.end();
  const auto named =
      std::count_if(header.columns.begin(), header.columns.end(), is_item);
  if (named > 0) {
    last = std::find_if(header.columns.begin(), header.columns.end(), is_item);
    if (named > 1 || last->field != Field::name1 || !last->is_under_items)
      return;
    ++last;
  }
  std::size_t level = 0;
  for (auto each = header.columns.begin(); each != last; ++each)
    if (each->is_under_items && level < 3 &&
        (each->field == Field::extra || is_item(*each)))
      each->field = levels[level++];
}

/// The cells of a column below the header that say something of their own, of
/// a part of the table.
std::vector<std::string_view> sample_of(const Grid& grid, const Header& header,
                                        std::size_t column,
                                        const std::string& title) {
  constexpr std::size_t most_cells = 60;
  std::vector<std::string_view> sample;
  const std::size_t end = std::min(grid.rows(), header.end + 4 * most_cells);
  for (std::size_t row = header.end; row < end; ++row) {
    const std::string& text = grid.own(row, column);
    if (text.empty() || contains(text, "同上") || squashed(text) == title)
      continue;
    sample.push_back(text);
    if (sample.size() == most_cells) break;
  }
  return sample;
}

/// 公开类别 and 公开方式 whose cells say nothing of a mode: groups of items,
/// or channels. What they are their cells say, or the column beside them.
void settle_mistaken_modes(const Grid& grid, Header& header) {
  for (Column& each : header.columns) {
    if (each.field != Field::mode) continue;
    const auto cells =
        sample_of(grid, header, each.index, squashed(each.title));
    if (!cells.empty() && std::none_of(cells.begin(), cells.end(), says_mode))
      each.field = Field::extra;
  }
}

/// The one column of long texts that nothing claims, where no other is the
/// content.
void settle_content(const Grid& grid, Header& header) {
  if (header.has(Field::content)) return;
  constexpr std::size_t least = 8;
  Column* longest = nullptr;
  std::size_t most = 0, next = 0;
  bool is_behind_names = false;
  for (Column& each : header.columns) {
    is_behind_names = is_behind_names || is_name(each.field);
    if (!is_behind_names || each.field != Field::extra ||
        field_of(each.title) != Field::none)
      continue;
    const auto cells =
        sample_of(grid, header, each.index, squashed(each.title));
    std::size_t length = 0;
    for (const std::string_view cell : cells) length += unicode::count(cell);
    length = cells.size() < 2 ? 0 : length / cells.size();
    next = std::max(next, std::min(most, length));
    if (length <= most) continue;
    most = length;
    longest = &each;
  }
  if (longest == nullptr || most < least || most < 2 * next) return;
  longest->field = Field::content;
  longest->stands_in = true;
}

/// Where no column has the words of a field, one whose cells are plainly such.
void settle_by_values(const Grid& grid, Header& header,
                      std::initializer_list<Field> fields) {
  for (Column& each : header.columns) {
    if (each.field != Field::extra) continue;
    const Field field = field_by_values(
        sample_of(grid, header, each.index, squashed(each.title)));
    if (std::find(fields.begin(), fields.end(), field) == fields.end() ||
        header.has(field))
      continue;
    if (field == Field::channels && header.has(Field::channel)) continue;
    if (field == Field::levels && header.has(Field::level)) continue;
    if (field == Field::mode &&
        (header.has(Field::proactive) || header.has(Field::on_request)))
      continue;
    if (field == Field::audience &&
        (header.has(Field::everyone) || header.has(Field::group)))
      continue;
    each.field = field;
    each.stands_in = true;
  }
}

/// Whether cells of a column stand for several rows of another.
bool stands_for_several(const Grid& grid, const Header& header,
                        const Column& group, const Column& items) {
  std::size_t groups = 0, rows = 0;
  for (std::size_t row = header.end; row < grid.rows(); ++row) {
    groups += grid.own(row, group.index).empty() ? 0U : 1U;
    rows += grid.own(row, items.index).empty() ? 0U : 1U;
  }
  return groups > 0 && groups < rows;
}

/// 信息类别 left of 公开事项, which has no levels of its own: the first level.
void settle_group(const Grid& grid, Header& header) {
  std::size_t names = 0, first = 0;
  for (std::size_t i = 0; i < header.columns.size(); ++i)
    if (is_name(header.columns[i].field)) {
      ++names;
      first = i;
    }
  if (names != 1 || first == 0) return;
  Column &group = header.columns[first - 1], &items = header.columns[first];
  if (group.field != Field::extra || items.field != Field::name1) return;
  const Grouping grouping = grouping_of(group.title);
  if (grouping == Grouping::none ||
      (grouping == Grouping::possible &&
       !stands_for_several(grid, header, group, items)))
    return;
  group.field = Field::name1;
  group.stands_in = true;
  items.field = Field::name2;
  // Its title may stand over its numbers as well.
  if (first < 2 || header.columns[first - 2].title != group.title) return;
  Column& numbers = header.columns[first - 2];
  const auto cells = sample_of(grid, header, numbers.index, numbers.title);
  if (numbers.field == Field::extra &&
      std::all_of(cells.begin(), cells.end(),
                  [](std::string_view cell) { return cell.size() <= 6; }))
    numbers.field = Field::number;
}

/// Where no column has the words of a field, one that stands in for it.
void settle_stand_ins(Header& header) {
  for (Column& each : header.columns) {
    if (each.field != Field::extra && each.field != Field::url) continue;
    const Field field = stand_in_of(each.title);
    if (field == Field::none || header.has(field)) continue;
    if (field == Field::channels && header.has(Field::channel)) continue;
    each.field = field;
    each.stands_in = true;
  }
}

}  // namespace

void settle_columns(const Grid& grid, Header& header) {
  name_levels(grid, header);
  settle_mistaken_modes(grid, header);
  settle_doubles(header);
  name_parts(header);
  // Cells that cannot be mistaken speak before words that can.
  settle_by_values(grid, header,
                   {Field::basis, Field::mode, Field::levels, Field::audience,
                    Field::channels});
  settle_group(grid, header);
  settle_stand_ins(header);
  settle_by_values(grid, header, {Field::timing, Field::body});
  settle_content(grid, header);
}

}  // namespace catalog::import
