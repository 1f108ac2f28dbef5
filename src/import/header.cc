#include "import/header.h"

#include <algorithm>
#include <map>
#include <set>

#include "import/settle.h"
#include "import/text.h"
#include "import/ticks.h"

namespace catalog::import {
namespace {

constexpr std::size_t most_rows = 4;

bool is_core(Field field) {
  return field == Field::content || field == Field::basis ||
         field == Field::timing || field == Field::body ||
         field == Field::channels;
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

/// Whether a header cell has others below it as a rule.
bool stands_over_others(Field field) {
  return field == Field::heading || field == Field::audience ||
         field == Field::mode || field == Field::levels ||
         field == Field::channels || field == Field::name1;
}

/// Words below 公开事项 that name no level by themselves.
bool is_part_of_items(const std::string& text) {
  const std::string word = header_word(text);
  return word == "名称" || word == "小类" || word == "小项" || word == "子项" ||
         word == "子类" || grouping_of(word) != Grouping::none;
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
  const auto may_head = [&](std::size_t head) {
    const Field field = field_of(grid.text(row - 1, head));
    return field == Field::channels ||
           (field == Field::name1 && is_part_of_items(grid.text(row, column)));
  };
  if (!grid.text(row - 1, column).empty())
    return column + 1 < grid.columns() &&
           grid.text(row - 1, column + 1).empty() &&
           !grid.own(row, column + 1).empty() && may_head(column);
  for (std::size_t left = column; left-- > 0;)
    if (!grid.text(row - 1, left).empty()) return may_head(left);
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
  settle_columns(grid, header);
  read_notes(grid, header);
  return header;
}

std::optional<workbook::Sheet> turned(const workbook::Sheet& sheet) {
  // Cards have two columns, or a few: what they hold stands right of the word.
  std::vector<std::pair<std::string, workbook::Cell>> values;
  std::set<Field> known;
  const auto& cells = sheet.cells;
  std::vector<Field> fields;
  for (const workbook::Cell& each : cells)
    fields.push_back(field_of(each.text));
  for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
    const workbook::Cell &label = cells[i], &value = cells[i + 1];
    if (label.at.row != value.at.row || fields[i] == Field::none ||
        fields[i + 1] != Field::none)
      continue;
    if (i > 0 && cells[i - 1].at.row == label.at.row &&
        fields[i - 1] == Field::none)
      continue;
    known.insert(fields[i]);
    values.emplace_back(cleaned(label.text), value);
  }
  const bool has_core = std::any_of(known.begin(), known.end(),
                                    [](Field f) { return is_core(f); });
  const bool has_name = std::any_of(known.begin(), known.end(),
                                    [](Field f) { return is_name(f); });
  if (known.size() < 5 || !has_core || !has_name) return std::nullopt;
  workbook::Sheet right;
  right.name = sheet.name;
  std::map<std::string, std::uint32_t> columns;  // of labels
  std::uint32_t row = 0;
  std::set<std::string> filled;
  for (auto& [label, value] : values) {
    if (filled.empty() || !filled.insert(label).second) {
      // The first word again: the next card.
      ++row;
      filled = {label};
    }
    const auto [column, is_new] =
        columns.try_emplace(label, static_cast<std::uint32_t>(columns.size()));
    if (is_new) right.cells.push_back({{0, column->second}, label});
    right.cells.push_back({{row, column->second}, value.text});
  }
  std::stable_sort(right.cells.begin(), right.cells.end(),
                   [](const auto& a, const auto& b) { return a.at < b.at; });
  return right;
}

}  // namespace catalog::import
