#include "sync/printer.h"

#include "view/cells.h"

namespace catalog::sync {
namespace {

model::As as_of(std::string_view word) {
  if (word == "lines") return model::As::lines;
  if (word == "numbered") return model::As::numbered;
  if (word == "boxes") return model::As::boxes;
  if (word == "tick") return model::As::tick;
  if (word == "names") return model::As::names;
  return model::As::text;
}

}  // namespace

Printer::Printer(const resolve::Edition& edition,
                 const workbook::PrintedTable& table)
    : edition_(edition) {
  layout_.glyphs = {table.on, table.off, table.tick};
  if (table.has_dashes) layout_.missing = model::Missing::dash;
  if (table.open_is_optional) layout_.header_note.text = table.off;
  for (const workbook::PrintedColumn& each : table.columns) {
    model::Column& column = columns_.emplace_back();
    column.value.text = each.value;
    column.as = as_of(each.as);
  }
}

std::string Printer::text(const resolve::Item& item, std::size_t column) const {
  return view::Cells(edition_, layout_).text(columns_[column], item, 0);
}

std::optional<resolve::ItemId> item_of(const resolve::Edition& edition,
                                       std::string_view id) {
  const auto found = edition->items.find(id);
  if (!found) return std::nullopt;
  return edition.reading_of(*found);
}

}  // namespace catalog::sync
