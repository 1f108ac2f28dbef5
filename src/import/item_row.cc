#include "import/item_row.h"

#include <algorithm>

#include "import/text.h"
#include "import/ticks.h"

namespace catalog::import {

std::string plain_text(const std::string& cell) {
  return printed(joined(cell));
}

bool is_empty_mark(const std::string& text) {
  const std::string plain = squashed(text);
  return plain.empty() || plain == "—" || plain == "-" || plain == "--" ||
         plain == "——" || plain == "─" || plain == "/" || plain == "\\" ||
         plain == "无" || plain == "\\N";
}

ItemRow::ItemRow(const Table& read, const std::string& domain_else,
                 Imported& into, Remarks& remarked)
    : table(read),
      fallback_domain(domain_else),
      imported(into),
      remarks(remarked) {
  for (std::size_t i = 0; i < columns().size(); ++i) {
    numbered_.push_back(has_numbers(i));
    has_county_ = has_county_ || columns()[i].tiers.county;
  }
}

bool ItemRow::has_numbers(std::size_t column) const {
  std::size_t names = 0, numbers = 0;
  for (const Row& row : table.rows) {
    const std::string name = joined(row.texts[column]);
    if (name.empty()) continue;
    ++names;
    if (without_number(name) != name) ++numbers;
  }
  return numbers > 0 && numbers * 2 >= names;
}

const Place& ItemRow::own_place() const {
  return *std::max_element(
      row_->places.begin(), row_->places.end(),
      [](const Place& a, const Place& b) { return a.at.row < b.at.row; });
}

std::string ItemRow::cell(Field field) const {
  const std::string* found = table.text(*row_, field);
  return found ? *found : std::string();
}

bool ItemRow::is_wrapped(Field field) const {
  for (std::size_t i = 0; i < columns().size(); ++i)
    if (columns()[i].field == field) return table.wrapped[i];
  return false;
}

void ItemRow::ask(Item& item, const std::string& key, const RemarkKind& kind,
                  const Place& where, const std::string& read,
                  const std::string& instead) {
  item.open_points.push_back(
      {key,
       kind.message.in(diagnostics::Language::zh, instead) + "（" +
           text_of(where) + "）",
       kind.code == nothing_stands.code, remarks.all().size()});
  remarks.add(kind, where, read, instead);
}

void ItemRow::note_doubt(Field field, const std::string& cell_text) {
  if (is_doubtful_tick(cell_text))
    remarks.add(lost_font, place(field), cell_text, "√");
}

}  // namespace catalog::import
