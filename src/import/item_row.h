#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "import/catalog.h"
#include "import/tables.h"

namespace catalog::import {

/// A text as it is printed, on one line.
std::string plain_text(const std::string& cell);

/// Cells that say there is nothing: —, /, 无.
bool is_empty_mark(const std::string& text);

/// Remarks that several fields make.
inline constexpr RemarkKind nothing_stands{
    "nothing-stands",
    Sure::unsure,
    {"the table does not say it; written as the most usual: `{}`",
     "原表没有写明，暂按通例写作 `{}`"}};
inline constexpr RemarkKind cut_text{
    "long-text",
    Sure::unsure,
    {"longer than the language allows: parted, the rest is in `{}`",
     "超过允许的长度，已拆分，其余写在 `{}`"}};
inline constexpr RemarkKind lost_font{
    "lost-font",
    Sure::likely,
    {"letters left of a lost symbol font, read as ticks: {}",
     "符号字体丢失后残留的字母，按勾选读取：{}"}};

/// A row of a table while an item is read from it, with what the whole table
/// says of its rows.
class ItemRow {
 public:
  ItemRow(const Table& table, const std::string& fallback_domain,
          Imported& imported, Remarks& remarks);

  /// Goes on to a row of the table.
  void go_to(const Row& row) { row_ = &row; }

  const std::vector<Column>& columns() const { return table.header.columns; }
  const std::string& text(std::size_t column) const {
    return row_->texts[column];
  }
  const Place& place(std::size_t column) const { return row_->places[column]; }
  const Place& first_place() const { return row_->places.front(); }
  /// Where the row begins, of which the first cells may be merged downwards.
  const Place& own_place() const;
  const std::string& domain() const { return row_->domain; }
  const std::string& known_as() const { return row_->id; }

  /// The text of a column that is there once; empty where it is not.
  std::string cell(Field field) const;
  const Place& place(Field field) const { return table.place(*row_, field); }
  /// Line ends of such a column are those of a page.
  bool is_wrapped(Field field) const;

  /// Whether the names of a column are numbered: most of them, not one that
  /// happens to begin with a number.
  bool is_numbered(std::size_t column) const { return numbered_[column]; }
  /// Whether a column of levels is that of the counties.
  bool has_county() const { return has_county_; }

  /// A remark that is also a comment at the key of the item.
  void ask(Item& item, const std::string& key, const RemarkKind& kind,
           const Place& where, const std::string& read,
           const std::string& instead);
  /// Remarks a tick that is only a letter of a lost font.
  void note_doubt(Field field, const std::string& text);

  const Table& table;
  /// Of items whose domain stands nowhere.
  const std::string& fallback_domain;
  Imported& imported;
  Remarks& remarks;
  bool has_asked_for_domain = false;  // once a table is enough

 private:
  bool has_numbers(std::size_t column) const;

  std::vector<bool> numbered_;  // by column
  bool has_county_ = false;
  const Row* row_ = nullptr;
};

}  // namespace catalog::import
