#include "import/tables.h"

#include <re2/re2.h>

#include <algorithm>
#include <set>

#include "import/cut_rows.h"
#include "import/headings.h"
#include "import/row_kinds.h"
#include "import/text.h"
#include "unicode/utf8.h"

namespace catalog::import {
namespace {

constexpr RemarkKind repeated_header{
    "repeated-header",
    Sure::certain,
    {"the header is repeated here{}", "此处是重复的表头{}"}};
constexpr RemarkKind left_out_note{
    "note-row",
    Sure::likely,
    {"taken for a note under the table, not for an item{}",
     "视为表下的注，不作为事项{}"}};
constexpr RemarkKind left_out_footer{
    "footer-row",
    Sure::likely,
    {"taken for a sum or a signature under the table, not for an item{}",
     "视为表下的合计或落款，不作为事项{}"}};
constexpr RemarkKind stands_in{
    "stands-in",
    Sure::likely,
    {"no better column is there: read as {}", "没有更合适的列，按{}读取"}};
constexpr RemarkKind section_title{
    "section-title",
    Sure::likely,
    {"taken for a title of what follows: domain `{}`",
     "视为以下各行的标题：领域 `{}`"}};
constexpr RemarkKind part_title{
    "section-title",
    Sure::likely,
    {"taken for a title of what follows, not for an item{}",
     "视为以下各行的标题，不作为事项{}"}};
constexpr RemarkKind first_level{
    "section-title",
    Sure::likely,
    {"taken for the first level of the items that follow{}",
     "视为以下各事项的一级事项{}"}};
constexpr RemarkKind same_as_above{
    "ditto",
    Sure::certain,
    {"written out from the row above: `{}`", "已按上一行写出：`{}`"}};
constexpr RemarkKind filled_from_above{
    "filled-from-above",
    Sure::likely,
    {"empty, as merged cells are when exported; taken from the row above: "
     "`{}`",
     "空白，应是合并单元格在导出时散开；取上一行的 `{}`"}};
constexpr RemarkKind joined_to_above{
    "joined-to-above",
    Sure::likely,
    {"taken for the rest of the row above{}", "视为上一行的续行{}"}};

bool is_ditto(const std::string& text) {
  static const re2::RE2 pattern(
      "(内容|依据|时限)?(同上|同前|同上栏)[。;；]?|[〃″]");
  return text.size() < 40 && re2::RE2::FullMatch(squashed(text), pattern);
}

/// Reads the rows below a header into items.
class TableReader {
 public:
  /// `group` is the first level that the last heading gave.
  TableReader(const Grid& grid, Table& table, std::size_t end,
              std::string& group, Remarks& remarks)
      : grid_(grid),
        table_(table),
        end_(end),
        remarks_(remarks),
        group_(group) {
    survey();
  }

  /// A row that is part of the table; `domain` is that of the last title.
  void read(std::size_t row, const std::string& domain) {
    Row cells = cells_of(row, domain);
    if (group_above(row, cells)) return;
    if (!table_.rows.empty() &&
        (is_rest_of_above(row, cells) || goes_on_with_a_word(row, cells)))
      join_to_above(row, cells);
    else
      add(row, std::move(cells));
  }

 private:
  bool is_own(std::size_t row, const Column& column) const {
    return !column.is_between_rows && !grid_.own(row, column.index).empty();
  }
  bool is_own(std::size_t row, std::size_t column) const {
    return is_own(row, table_.header.columns[column]);
  }
  bool is_own(std::size_t row, Field field) const {
    const Column* column = table_.header.find(field);
    return column && is_own(row, *column);
  }
  bool has_own_number(std::size_t row) const {
    return is_own(row, Field::number) ||
           (is_coded_ && is_own(row, Field::code));
  }
  bool has_own_name(std::size_t row) const {
    return is_own(row, Field::name1) || is_own(row, Field::name2) ||
           is_own(row, Field::name3);
  }
  const Column* lowest_name() const {
    for (const Field field : {Field::name3, Field::name2, Field::name1})
      if (const Column* column = table_.header.find(field)) return column;
    return nullptr;
  }

  /// Whether rows are numbered, and whether merged cells were lost.
  void survey() {
    std::size_t rows = 0, numbered = 0, coded = 0, nameless = 0;
    for (std::size_t row = table_.header.end; row < end_; ++row) {
      if (own_cells(grid_, row).count < 2) continue;
      ++rows;
      const Column* number = table_.header.find(Field::number);
      if (number && is_number(grid_.text(row, number->index))) ++numbered;
      if (is_own(row, Field::code)) ++coded;
      const Column* first = table_.header.find(Field::name1);
      if (first && is_own(row, Field::name2) &&
          grid_.text(row, first->index).empty())
        ++nameless;
    }
    is_coded_ = coded * 2 > rows;
    is_numbered_ = numbered * 2 > rows || is_coded_;
    lost_merges_ =
        nameless > 0 && !grid_.has_merges_down(table_.header.end, end_);
  }

  Row cells_of(std::size_t row, const std::string& domain) const {
    Row cells;
    cells.domain = domain;
    const Column* name = nullptr;
    for (const Column& each : table_.header.columns) {
      cells.places.push_back(grid_.place(row, each.index));
      if (each.is_between_rows) {
        cells.texts.emplace_back();
        continue;
      }
      std::string text = grid_.text(row, each.index);
      const bool is_name = each.field == Field::name1 ||
                           each.field == Field::name2 ||
                           each.field == Field::name3;
      // A missing level is merged into the one before it.
      if (is_name && name && grid_.is_one_cell(row, name->index, each.index))
        text.clear();
      if (is_name) name = &each;
      cells.texts.push_back(std::move(text));
    }
    return cells;
  }

  /// A first level alone in its row, or with its number, over rows that have
  /// only second ones.
  bool group_above(std::size_t row, const Row& cells) {
    const std::size_t alone = is_own(row, Field::number) ? 2 : 1;
    if (own_cells(grid_, row).count != alone || !is_own(row, Field::name1) ||
        !table_.header.has(Field::name2) || row + 1 >= end_ ||
        is_own(row + 1, Field::name1) || !is_own(row + 1, Field::name2) ||
        grid_.is_covered(row + 1, table_.header.find(Field::name1)->index))
      return false;
    group_ = *table_.text(cells, Field::name1);
    return true;
  }

  bool is_rest_of_above(std::size_t row, const Row& cells) const {
    const bool says_more =
        is_own(row, Field::content) || is_own(row, Field::timing) ||
        is_own(row, Field::body) || is_own(row, Field::channels);
    if (has_own_name(row)) {
      const std::string* content = table_.text(cells, Field::content);
      return is_numbered_ && !says_more && !has_own_number(row) &&
             (!content || content->empty());
    }
    if (has_own_number(row)) return false;
    const Column* name = lowest_name();
    if (name == nullptr) return false;
    if (grid_.is_covered_from_above(row, name->index) &&
        !grid_.text(row, name->index).empty())
      return !(is_own(row, Field::content) && is_own(row, Field::timing)) &&
             !(is_own(row, Field::content) && !is_numbered_);
    if (is_numbered_) return true;
    return !(is_own(row, Field::content) && is_own(row, Field::timing));
  }

  /// A row without its number, where a word or a bracket of the one above is
  /// left open: files made of pages have a row for each line. One such cell
  /// beside a name of its own may be a slip.
  bool goes_on_with_a_word(std::size_t row, const Row& cells) const {
    if (!is_numbered_ || has_own_number(row)) return false;
    for (const Field field : {Field::number, Field::code})
      if (const Column* column = table_.header.find(field))
        if (grid_.is_covered(row, column->index)) return false;
    const Row& above = table_.rows.back();
    std::size_t cuts = 0;
    for (std::size_t i = 0; i < cells.texts.size(); ++i) {
      const Field field = table_.header.columns[i].field;
      const bool has_text = is_name(field) || field == Field::content ||
                            field == Field::basis || field == Field::timing ||
                            field == Field::body;
      if (has_text && is_own(row, i) && cells.texts[i] != above.texts[i] &&
          is_cut(above.texts[i], cells.texts[i]))
        ++cuts;
    }
    return cuts > (has_own_name(row) ? 1 : 0);
  }

  void join_to_above(std::size_t row, const Row& cells) {
    Row& above = table_.rows.back();
    bool is_first = true;
    const bool is_page = goes_on_with_a_word(row, cells);
    for (std::size_t i = 0; i < cells.texts.size(); ++i) {
      if (!is_own(row, i) || cells.texts[i] == above.texts[i]) continue;
      if (is_first)
        remarks_.add(joined_to_above, cells.places[i], cells.texts[i]);
      is_first = false;
      const bool is_one_text =
          is_cut(above.texts[i], cells.texts[i]) ||
          ((is_page || ends_with_any(above.texts[i], {"、", "，", ","})) &&
           !begins_anew(above.texts[i], cells.texts[i]));
      if (!above.texts[i].empty()) above.texts[i] += is_one_text ? joint : "\n";
      above.texts[i] += cells.texts[i];
    }
  }

  /// Cells that say `同上`, and those that merged cells left empty.
  void complete(Row& cells, const Row& above) {
    for (std::size_t i = 0; i < cells.texts.size(); ++i)
      if (is_ditto(cells.texts[i])) {
        remarks_.add(same_as_above, cells.places[i], cells.texts[i],
                     unicode_start(above.texts[i]));
        cells.texts[i] = above.texts[i];
      }
    if (!lost_merges_) return;
    for (const auto& fields :
         {std::vector{Field::basis}, std::vector{Field::timing},
          std::vector{Field::body},
          std::vector{Field::channels, Field::channel},
          std::vector{Field::content},
          std::vector{Field::everyone, Field::group, Field::audience},
          std::vector{Field::proactive, Field::on_request, Field::mode},
          std::vector{Field::level, Field::levels}})
      fill(cells, above, fields);
  }

  static std::string unicode_start(const std::string& text) {
    return std::string(unicode::prefix(joined(without_joints(text)), 40));
  }

  /// Where all columns of a kind are empty, what stands above holds.
  void fill(Row& cells, const Row& above, const std::vector<Field>& fields) {
    const auto is_of = [&](const Column& column) {
      return std::find(fields.begin(), fields.end(), column.field) !=
             fields.end();
    };
    const auto& columns = table_.header.columns;
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (is_of(columns[i]) && !cells.texts[i].empty()) return;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (!is_of(columns[i]) || above.texts[i].empty()) continue;
      cells.texts[i] = above.texts[i];
      remarks_.add(filled_from_above, cells.places[i], {},
                   unicode_start(above.texts[i]));
    }
  }

  void add(std::size_t row, Row cells) {
    name_from_above(row, cells);
    if (!table_.rows.empty()) complete(cells, table_.rows.back());
    table_.rows.push_back(std::move(cells));
  }

  /// Names and domains stand once over the rows that they hold for.
  void name_from_above(std::size_t row, Row& cells) {
    const auto& columns = table_.header.columns;
    const Row* above = table_.rows.empty() ? nullptr : &table_.rows.back();
    const bool has_name = has_own_name(row);
    if (is_own(row, Field::name1)) group_.clear();
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const Field field = columns[i].field;
      if (!cells.texts[i].empty()) continue;
      const bool is_first =
          field == Field::name1 &&
          (is_own(row, Field::name2) || is_own(row, Field::name3) || !has_name);
      const bool is_lower =
          (field == Field::name2 && is_own(row, Field::name3)) ||
          ((field == Field::name2 || field == Field::name3) && !has_name &&
           !grid_.is_covered(row, columns[i].index));
      if (is_first && !group_.empty()) {
        cells.texts[i] = group_;
      } else if (above && !above->texts[i].empty() &&
                 (is_first || is_lower || field == Field::domain)) {
        cells.texts[i] = above->texts[i];
        remarks_.add(filled_from_above, cells.places[i], {},
                     unicode_start(above->texts[i]));
      }
    }
  }

  const Grid& grid_;
  Table& table_;
  std::size_t end_;
  Remarks& remarks_;
  bool is_numbered_ = false;
  bool is_coded_ = false;  // by codes in place of numbers
  bool lost_merges_ = false;
  std::string& group_;
};

/// The lines over the first table: its title, who made it.
void read_preamble(const Grid& grid, std::size_t row, SheetReading& reading) {
  static const re2::RE2 made_by(
      "(?:编制|填报|制表|公开)(?:单位|部门|机关)[:：]\\s*([^\\s:：]+).*");
  for (std::size_t column = 0; column < grid.columns(); ++column) {
    const std::string text = joined(grid.own(row, column));
    if (text.empty() || text.size() > 600) continue;
    std::string issuer;
    if (re2::RE2::FullMatch(text, made_by, &issuer)) {
      if (reading.issuer.empty()) reading.issuer = issuer;
    } else if (reading.title.empty() && contains(text, "目录")) {
      reading.title = printed(text);
    }
  }
}

std::string_view word(Field field) {
  switch (field) {
    case Field::name1: return "一级事项";
    case Field::content: return "公开内容（要素）";
    case Field::basis: return "公开依据";
    case Field::body: return "公开主体";
    case Field::channels: return "公开渠道和载体";
    case Field::audience: return "公开对象";
    case Field::mode: return "公开方式";
    case Field::levels: return "公开层级";
    default: return "公开时限";
  }
}

void remark_stand_ins(const Grid& grid, const Header& header,
                      Remarks& remarks) {
  for (const Column& each : header.columns)
    if (each.stands_in)
      remarks.add(stands_in, grid.place(header.end - 1, each.index), each.title,
                  std::string(word(each.field)));
}

void settle_wrapping(Table& table) {
  for (std::size_t i = 0; i < table.header.columns.size(); ++i)
    table.wrapped.push_back(is_wrapped(table.rows, i));
  for (Row& row : table.rows)
    for (std::string& text : row.texts) text = without_joints(std::move(text));
}

/// The end of the last of the headers that repeat one.
std::size_t end_of_table(
    const std::vector<std::pair<std::size_t, Header>>& headers, std::size_t i,
    const Grid& grid) {
  std::size_t next = i + 1;
  while (next < headers.size() &&
         headers[next].second.is_like(headers[i].second))
    ++next;
  return next < headers.size() ? headers[next].first : grid.rows();
}

}  // namespace

const std::string* Table::text(const Row& row, Field field) const {
  for (std::size_t i = 0; i < header.columns.size(); ++i)
    if (header.columns[i].field == field) return &row.texts[i];
  return nullptr;
}

const Place& Table::place(const Row& row, Field field) const {
  for (std::size_t i = 0; i < header.columns.size(); ++i)
    if (header.columns[i].field == field) return row.places[i];
  return row.places.front();
}

SheetReading read_tables(const Grid& grid, const std::string& file_domain,
                         const std::map<std::uint32_t, std::string>& ids,
                         Remarks& remarks) {
  SheetReading reading;
  for (const Place& each : grid.debris()) {
    constexpr RemarkKind leftover{
        "leftover",
        Sure::certain,
        {"characters that nobody sees were taken away{}",
         "已去除看不见的残留字符{}"}};
    remarks.add(leftover, each, {});
  }
  std::vector<std::pair<std::size_t, Header>> headers;
  for (std::size_t row = 0; row < grid.rows(); ++row)
    if (auto header = header_at(grid, row)) {
      row = header->end - 1;
      headers.emplace_back(header->begin, std::move(*header));
    }
  std::string domain = domain_in(grid.sheet());
  if (domain.empty()) domain = file_domain;
  const std::size_t first = headers.empty() ? grid.rows() : headers[0].first;
  for (std::size_t row = 0; row < first; ++row) {
    read_preamble(grid, row, reading);
    for (std::size_t column = 0; column < grid.columns(); ++column)
      if (const std::string found = domain_in(grid.own(row, column));
          !found.empty() && unicode::count(grid.own(row, column)) <= 60)
        domain = found;
  }
  std::set<std::size_t> headings;  // of the table, its repeated headers too
  std::string group;
  for (std::size_t i = 0; i < headers.size(); ++i) {
    const Header& header = headers[i].second;
    const std::size_t end =
        i + 1 < headers.size() ? headers[i + 1].first : grid.rows();
    const bool is_repeated = i > 0 && header.is_like(headers[i - 1].second);
    if (is_repeated) {
      remarks.add(repeated_header,
                  grid.place(header.begin, header.columns[0].index), {});
    } else {
      headings = heading_rows(grid, header, end_of_table(headers, i, grid));
      group.clear();
      reading.tables.emplace_back();
      remark_stand_ins(grid, header, remarks);
    }
    Table& table = reading.tables.back();
    table.header = headings.empty() ? header : with_headings(header);
    const std::size_t below = end_of_items(grid, header, end);
    TableReader reader(grid, table, end, group, remarks);
    for (std::size_t row = header.end; row < end; ++row) {
      const Own own = own_cells(grid, row);
      if (own.count == 0 || is_column_numbers(grid, row)) continue;
      const Place place = grid.place(row, own.first);
      const std::string& text = grid.own(row, own.first);
      if (is_note(grid, row, own)) {
        remarks.add(left_out_note, place, text);
      } else if (is_footer(grid, row, own) || row >= below) {
        remarks.add(left_out_footer, place, text);
      } else if (headings.contains(row)) {
        group = grid.own(row, header.only_name()->index);
        if (group.empty() || own.count == 1) group = text;
        remarks.add(first_level, place, group);
      } else if (is_title(grid, row, own)) {
        // 就业 over a part of a list of life stages is no domain.
        const bool names_one = contains(text, "领域") || contains(text, "目录");
        const std::string found = names_one ? domain_in(text) : std::string();
        if (!found.empty()) domain = found;
        if (!found.empty()) group.clear();
        if (found.empty())
          remarks.add(part_title, place, text);
        else
          remarks.add(section_title, place, text, domain);
      } else {
        const std::size_t before = table.rows.size();
        reader.read(row, domain);
        const auto id = ids.find(grid.number(row));
        if (id != ids.end() && table.rows.size() > before)
          table.rows.back().id = id->second;
      }
    }
  }
  for (Table& table : reading.tables) settle_wrapping(table);
  return reading;
}

}  // namespace catalog::import
