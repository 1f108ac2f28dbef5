#include "import/header.h"

#include <algorithm>
#include <set>

#include "import/text.h"
#include "import/ticks.h"
#include "import/values.h"
#include "unicode/utf8.h"

namespace catalog::import {
namespace {

constexpr std::size_t most_rows = 4;

bool is_core(Field field) {
  return field == Field::content || field == Field::basis ||
         field == Field::timing || field == Field::body ||
         field == Field::channels;
}

bool is_name(Field field) {
  return field == Field::name1 || field == Field::name2 ||
         field == Field::name3;
}

/// Whether a row has the words of a header.
bool begins_header(const Grid& grid, std::size_t row) {
  std::set<Field> known;
  bool has_core = false, has_name = false;
  for (std::size_t column = 0; column < grid.columns(); ++column) {
    const Field field = field_of(grid.own(row, column));
    if (field == Field::none) continue;
    known.insert(field);
    has_core = has_core || is_core(field);
    has_name = has_name || is_name(field) || field == Field::number ||
               field == Field::code;
  }
  return known.size() >= 3 && has_core && has_name;
}

/// A remark alone: (用"■"标注).
bool is_bracketed(const std::string& text) {
  return starts_with_any(text, {"(", "（"}) && ends_with_any(text, {")", "）"});
}

/// Whether a cell stands under a head that spans several columns.
bool is_under_a_span(const Grid& grid, std::size_t row, std::size_t column) {
  const auto spans = [&](std::size_t other) {
    return grid.is_one_cell(row - 1, column, other);
  };
  if ((column > 0 && spans(column - 1)) ||
      (column + 1 < grid.columns() && spans(column + 1)))
    return !grid.text(row - 1, column).empty();
  // Exports lose merged cells: the head is left over the first of them.
  for (std::size_t left = column; left-- > 0;) {
    if (!grid.text(row - 1, left + 1).empty()) return false;
    if (!grid.text(row - 1, left).empty())
      return field_of(grid.text(row - 1, left)) == Field::channels;
  }
  return false;
}

/// The head over a column, or left of it where merged cells were lost.
const std::string& head_in(const Grid& grid, std::size_t row,
                           std::size_t column) {
  while (column > 0 && grid.text(row, column).empty()) --column;
  return grid.text(row, column);
}

/// Whether a cell names a channel two rows below 公开渠道, under 线上 or 线下.
bool is_channel_below_parts(const Grid& grid, std::size_t row,
                            std::size_t column) {
  if (row < 2 || is_tick(grid.text(row, column))) return false;
  const std::string& part = head_in(grid, row - 1, column);
  return !part.empty() && field_of(part) == Field::none &&
         field_of(head_in(grid, row - 2, column)) == Field::channels;
}

/// Whether a cell stands under a head that others stand under, too.
bool is_below_a_group(const Grid& grid, std::size_t row, std::size_t column) {
  if (column > 0 && grid.text(row - 1, column).empty()) {
    // Exports lose merged cells.
    for (std::size_t left = column; left-- > 0;)
      if (!grid.text(row - 1, left).empty())
        return !grid.own(row, left).empty();
    return false;
  }
  const auto spans = [&](std::size_t other) {
    return grid.is_one_cell(row - 1, column, other);
  };
  return (column > 0 && spans(column - 1)) ||
         (column + 1 < grid.columns() && spans(column + 1));
}

/// Whether a row below the beginning of a header still belongs to it.
bool continues_header(const Grid& grid, std::size_t row) {
  std::size_t known = 0, channels = 0, unknown = 0;
  for (std::size_t column = 0; column < grid.columns(); ++column) {
    const std::string& text = grid.own(row, column);
    if (text.empty() || is_bracketed(text)) continue;
    if (field_of(text) != Field::none || is_under_a_span(grid, row, column))
      ++known;
    else if (is_channel_below_parts(grid, row, column))
      ++channels;
    else
      ++unknown;
    if (text.size() > 60 && field_of(text) == Field::none) return false;
  }
  if (channels > 0) return unknown == 0;
  return known > 0 && (unknown == 0 || (known >= 2 && known > 2 * unknown));
}

/// Whether a row that has the words of a header is the lower part of the one
/// that begins above: 公开事项 and 公开要求 over several columns, 序号 over
/// one.
bool is_lower_part(const Grid& grid, std::size_t begin, std::size_t row) {
  bool is_below = false, leaves_out = false;
  for (std::size_t column = 0; column < grid.columns(); ++column) {
    const bool has_text = !grid.own(row, column).empty();
    is_below = is_below || (has_text && is_below_a_group(grid, row, column));
    leaves_out = leaves_out || (!has_text && !grid.own(begin, column).empty());
  }
  return is_below && leaves_out;
}

/// The cells over a column from the top, each once.
struct Path {
  std::vector<std::string> texts;

  /// A cell, or one that has its parents in it: 公开层级-县级.
  void add(const std::string& cell) {
    for (const std::string& text : header_parts(cell)) {
      if (text.empty() || (is_bracketed(text) && !texts.empty())) continue;
      if (texts.empty() || texts.back() != text) texts.push_back(text);
    }
  }
};

/// Whether a header cell has others below it as a rule.
bool stands_over_others(Field field) {
  return field == Field::heading || field == Field::audience ||
         field == Field::mode || field == Field::levels ||
         field == Field::channels || field == Field::name1;
}

/// Exports lose merged cells: then the cell over several columns stands over
/// the first of them only.
std::string over(const Grid& grid, const Header& header, std::size_t row,
                 std::size_t column) {
  const std::string& text = grid.text(row, column);
  if (!text.empty() || row + 1 >= header.end) return text;
  bool has_below = false;
  for (std::size_t below = row + 1; below < header.end; ++below)
    has_below = has_below || !grid.own(below, column).empty();
  if (!has_below) return text;
  for (std::size_t left = column; left-- > 0;) {
    const std::string& candidate = grid.text(row, left);
    if (candidate.empty()) continue;
    const bool has_children = !grid.own(row + 1, left).empty();
    const bool is_part =
        row > header.begin &&
        field_of(over(grid, header, row - 1, left)) == Field::channels;
    if (has_children && (is_part || stands_over_others(field_of(candidate))))
      return candidate;
    return text;
  }
  return text;
}

/// The nearest head that says what its columns hold: 公开载体, not the 线上
/// between it and them.
Field parent_of(const Path& path) {
  for (std::size_t i = path.texts.size() - 1; i-- > 0;)
    if (const Field field = field_of(path.texts[i]);
        field != Field::none && field != Field::heading)
      return field;
  return Field::none;
}

Column column_of(const Path& path, std::size_t index) {
  Column column;
  column.index = index;
  if (path.texts.empty()) return column;
  const std::string& leaf = path.texts.back();
  column.title = printed(joined(leaf));
  column.field = field_of(leaf);
  const Field parent = parent_of(path);
  if (parent == Field::audience && column.field != Field::everyone)
    column.field = Field::group;
  if (parent == Field::levels) column.field = Field::level;
  if (parent == Field::channels && column.field != Field::channels &&
      column.field != Field::levels)
    column.field = Field::channel;
  column.is_under_items = parent == Field::name1;
  if (column.field == Field::level) column.tiers = tiers_in(leaf);
  if (column.field == Field::heading)
    column.field = contains(column.title, "要求")   ? Field::timing
                   : contains(column.title, "要素") ? Field::content
                                                    : Field::extra;
  if (column.field == Field::none) column.field = Field::extra;
  return column;
}

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

void read_notes(const Grid& grid, Header& header) {
  for (std::size_t row = header.begin; row < header.end; ++row)
    for (std::size_t column = 0; column < grid.columns(); ++column) {
      const std::string text = squashed(grid.own(row, column));
      if (contains(text, "必选") && contains(text, "可选"))
        header.open_box_is_optional = true;
      if (contains(text, "选择其一") || contains(text, "任选其一"))
        header.one_is_enough = true;
    }
}

}  // namespace

const Column* Header::find(Field field) const {
  for (const Column& each : columns)
    if (each.field == field) return &each;
  return nullptr;
}

bool Header::is_like(const Header& other) const {
  return std::equal(columns.begin(), columns.end(), other.columns.begin(),
                    other.columns.end(), [](const Column& a, const Column& b) {
                      return a.index == b.index && a.field == b.field &&
                             squashed(a.title) == squashed(b.title);
                    });
}

const Column* Header::only_name() const {
  const Column* found = nullptr;
  for (const Column& each : columns) {
    if (!is_name(each.field)) continue;
    if (found != nullptr) return nullptr;
    found = &each;
  }
  return found;
}

Header with_headings(Header header) {
  const Column* name = header.only_name();
  if (name == nullptr) return header;
  const auto at = header.columns.begin() + (name - header.columns.data());
  Column heading = *at;
  heading.field = Field::name1;
  heading.title.clear();
  heading.is_between_rows = true;
  at->field = Field::name2;
  header.columns.insert(at, heading);
  return header;
}

std::optional<Header> header_at(const Grid& grid, std::size_t row) {
  if (!begins_header(grid, row)) return std::nullopt;
  Header header;
  header.begin = row;
  header.end = row + 1;
  while (header.end < grid.rows() && header.end - row < most_rows &&
         continues_header(grid, header.end) &&
         (!begins_header(grid, header.end) ||
          is_lower_part(grid, row, header.end)))
    ++header.end;
  for (std::size_t column = 0; column < grid.columns(); ++column) {
    Path path;
    for (std::size_t each = row; each < header.end; ++each)
      path.add(over(grid, header, each, column));
    if (!path.texts.empty()) header.columns.push_back(column_of(path, column));
  }
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
  read_notes(grid, header);
  return header;
}

std::optional<workbook::Sheet> turned(const workbook::Sheet& sheet) {
  // Cards have two columns, or a few: what they hold stands right of the word.
  std::vector<std::pair<std::string, workbook::Cell>> values;
  std::set<Field> known;
  const auto& cells = sheet.cells;
  for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
    const workbook::Cell &label = cells[i], &value = cells[i + 1];
    if (label.at.row != value.at.row || field_of(label.text) == Field::none ||
        field_of(value.text) != Field::none)
      continue;
    if (i > 0 && cells[i - 1].at.row == label.at.row &&
        field_of(cells[i - 1].text) == Field::none)
      continue;
    known.insert(field_of(label.text));
    values.emplace_back(cleaned(label.text), value);
  }
  const bool has_core = std::any_of(known.begin(), known.end(),
                                    [](Field f) { return is_core(f); });
  const bool has_name = std::any_of(known.begin(), known.end(),
                                    [](Field f) { return is_name(f); });
  if (known.size() < 5 || !has_core || !has_name) return std::nullopt;
  workbook::Sheet right;
  right.name = sheet.name;
  std::vector<std::string> titles;
  std::uint32_t row = 0;
  std::set<std::string> filled;
  for (auto& [label, value] : values) {
    if (filled.empty() || !filled.insert(label).second) {
      // The first word again: the next card.
      ++row;
      filled = {label};
    }
    const auto found = std::find(titles.begin(), titles.end(), label);
    const auto column = static_cast<std::uint32_t>(found - titles.begin());
    if (found == titles.end()) titles.push_back(label);
    right.cells.push_back({{row, column}, value.text});
  }
  std::vector<workbook::Cell> heads;
  for (std::size_t i = 0; i < titles.size(); ++i)
    heads.push_back({{0, static_cast<std::uint32_t>(i)}, titles[i]});
  right.cells.insert(right.cells.begin(), heads.begin(), heads.end());
  std::stable_sort(right.cells.begin(), right.cells.end(),
                   [](const auto& a, const auto& b) { return a.at < b.at; });
  return right;
}

}  // namespace catalog::import
