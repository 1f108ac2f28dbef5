#include "import/headings.h"

#include <re2/re2.h>

#include "import/row_kinds.h"
#include "import/text.h"
#include "unicode/utf8.h"

namespace catalog::import {
namespace {

std::string number_in(const Grid& grid, const Header& header, std::size_t row) {
  const Column* number = header.find(Field::number);
  return number ? squashed(grid.own(row, number->index)) : std::string();
}

/// The number that a heading begins with, in its own cell or its text.
std::string mark_of(const Grid& grid, const Header& header, std::size_t row,
                    const std::string& text) {
  std::string mark = number_in(grid, header, row);
  static const re2::RE2 first("^([0-9]{1,2})[ .．、]?\\s*\\p{Han}");
  if (mark.empty()) re2::RE2::PartialMatch(text, first, &mark);
  return mark;
}

/// Whether the next row counts on below a heading: 1.1, 1-1 below 1.
bool counts_below(const std::string& number, const std::string& mark) {
  return !mark.empty() && number.size() > mark.size() + 1 &&
         number.starts_with(mark) &&
         starts_with_any(std::string_view(number).substr(mark.size()),
                         {".", "-", "．"});
}

/// A name with no more than a number beside it.
bool has_name_only(const Grid& grid, const Header& header, std::size_t row,
                   const Own& own) {
  const Column* name = header.only_name();
  const bool has_number = !number_in(grid, header, row).empty();
  return !own.has_cells_from_above && own.count == (has_number ? 2U : 1U) &&
         !grid.own(row, name->index).empty();
}

/// An item: a name, and something said of it; not the header once more.
bool is_item(const Grid& grid, const Header& header, std::size_t row) {
  const Column& column = *header.only_name();
  const std::string& name = grid.own(row, column.index);
  return !name.empty() && own_cells(grid, row).count >= 3 &&
         squashed(name) != squashed(column.title);
}

std::size_t next_row(const Grid& grid, std::size_t row, std::size_t end) {
  while (++row < end && own_cells(grid, row).count == 0) {
  }
  return row;
}

bool is_chinese_numbered(const std::string& text) {
  static const re2::RE2 numbered(
      "^([(（][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|"
      "第["
      "一二三四五六七八九十]{1,3}[章节部分类]).*");
  return re2::RE2::FullMatch(text, numbered);
}

/// Whether a name, or the number beside it, begins to count.
bool begins_to_count(const std::string& name) {
  static const re2::RE2 first("^(1[.、．]\\D|[(（][1一][)）]|一、|①|⑴).*");
  return re2::RE2::FullMatch(name, first);
}

bool names_domain(const std::string& text) {
  return contains(text, "领域") || contains(text, "目录");
}

}  // namespace

std::set<std::size_t> heading_rows(const Grid& grid, const Header& header,
                                   std::size_t end) {
  std::set<std::size_t> rows, titles;
  const Column* column = header.only_name();
  if (column == nullptr) return rows;
  // A name that was cut goes on below others, and never comes first.
  bool begins_with_one = false, is_first = true, titles_count = false;
  for (std::size_t row = header.end; row < end; ++row) {
    const Own own = own_cells(grid, row);
    if (own.count == 0 || is_column_numbers(grid, row) ||
        is_note(grid, row, own) || is_footer(grid, row, own))
      continue;
    const std::size_t next = next_row(grid, row, end);
    const bool is_over_an_item = next < end && is_item(grid, header, next);
    const std::string name = joined(grid.own(row, column->index));
    const bool is_lone_name = has_name_only(grid, header, row, own);
    begins_with_one =
        begins_with_one || (is_first && is_lone_name && is_over_an_item);
    is_first = false;
    if (!is_over_an_item || names_domain(joined(grid.own(row, own.first))) ||
        names_domain(name) || unicode::count(name) > 40)
      continue;
    const std::string number = number_in(grid, header, next);
    const bool counts = counts_below(number, mark_of(grid, header, row, name));
    if (is_lone_name &&
        (begins_with_one || is_chinese_numbered(name) || counts))
      rows.insert(row);
    else if (is_title(grid, row, own))
      titles.insert(row);
    else
      continue;
    titles_count = titles_count ||
                   begins_to_count(joined(grid.own(next, column->index))) ||
                   (number == "1" && rows.size() + titles.size() > 1);
  }
  // Titles across the table are parts of it as often: then its items are
  // numbered through.
  if (titles_count) rows.merge(titles);
  return rows;
}

}  // namespace catalog::import
