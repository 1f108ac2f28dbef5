#include "import/item_others.h"

#include <re2/re2.h>

#include <algorithm>

#include "import/text.h"
#include "import/ticks.h"
#include "unicode/utf8.h"

namespace catalog::import {
namespace {

/// A column of ticks: only those ticked.
void add_extra(ItemRow& row, Item& item, const std::string& title,
               const std::string& text) {
  const Boxes boxes = boxes_of(text);
  if (!has_signs(boxes, text)) return add_element(row, item, title, text);
  for (const Box& each : boxes.boxes)
    if (each.ticked) add_element(row, item, title, each.name);
}

/// A line each where there are several: `电话：12345`, `网址：…`, an office.
void read_supervision(Item& item, const std::string& text) {
  static const re2::RE2 labelled(
      "^(?:监督|举报|投诉|联系)*(电话|网址|网站|链接)[：:]\\s*(.+)$");
  static const re2::RE2 phone("[0-9（）()\\-－—～、，；;,/转 ]{3,100}");
  std::string office;
  for (const std::string_view line : lines_of(text)) {
    const std::string value = plain_text(std::string(line));
    std::string label, rest;
    if (re2::RE2::FullMatch(value, labelled, &label, &rest)) {
      (label == "电话" ? item.phone : item.url) = rest;
    } else if (re2::RE2::FullMatch(value, phone)) {
      item.phone = value;
    } else if (!value.empty()) {
      office += (office.empty() ? "" : "；") + value;
    }
  }
  if (!office.empty()) item.office = std::string(unicode::prefix(office, 200));
}

void read_opens(ItemRow& row, Item& item, const std::string& text) {
  for (const Box& each : boxes_of(text).boxes) {
    if (!each.ticked) continue;
    const std::string name(unicode::prefix(each.name, 100));
    const std::string& id = row.imported.opens.entry(squashed(name), name).id;
    if (std::find(item.opens.begin(), item.opens.end(), id) == item.opens.end())
      item.opens.push_back(id);
  }
}

void read_column(Item& item, const std::string& text) {
  std::string rest = plain_text(text);
  static const re2::RE2 arrow("\\s*(?:>|＞|→|—>|-|/|》)+\\s*");
  re2::RE2::GlobalReplace(&rest, arrow, "\n");
  for (const std::string_view each : lines_of(rest))
    if (item.column.size() < 10)
      item.column.emplace_back(unicode::prefix(each, 100));
}

}  // namespace

void add_element(ItemRow& row, Item& item, const std::string& title,
                 const std::string& text) {
  const std::string value = plain_text(text);
  if (value.empty() || is_empty_mark(value) || title.empty()) return;
  const std::string& id =
      row.imported.elements.entry(squashed(title), title).id;
  for (auto& [known, before] : item.elements)
    if (known == id) {
      if (!contains(before, value)) before += "；" + value;
      return;
    }
  item.elements.emplace_back(id, value);
}

void read_others(ItemRow& row, Item& item) {
  for (std::size_t i = 0; i < row.columns().size(); ++i) {
    const Column& column = row.columns()[i];
    const std::string& text = row.text(i);
    if (is_empty_mark(text)) continue;
    switch (column.field) {
      case Field::extra: add_extra(row, item, column.title, text); break;
      case Field::phone:
      case Field::url: add_element(row, item, column.title, text); break;
      case Field::note:
        item.note += (item.note.empty() ? "" : "；") + plain_text(text);
        break;
      case Field::supervision: read_supervision(item, text); break;
      case Field::opens: read_opens(row, item, text); break;
      case Field::column: read_column(item, text); break;
      default: break;
    }
  }
  item.note = std::string(unicode::prefix(item.note, 4000));
}

}  // namespace catalog::import
