#include "view/list_table.h"

#include <utility>

namespace catalog::view {

Table list_table(Table::Kind kind, std::string id, std::string title,
                 const std::vector<std::string>& columns) {
  Table table;
  table.kind = kind;
  table.id = std::move(id);
  table.name = title;
  table.title = std::move(title);
  for (std::uint32_t i = 0; i < columns.size(); ++i) {
    table.header.push_back({columns[i], 0, i, 1, 1});
    Column& column = table.columns.emplace_back();
    column.title = columns[i];
    column.centred = true;
  }
  table.columns[0].value = "number";
  table.columns[1].centred = false;
  table.frozen_columns = 2;
  return table;
}

void add_row(Table& table, std::vector<std::string> texts) {
  Row& row = table.rows.emplace_back();
  row.cells.reserve(texts.size() + 1);
  row.cells.push_back({std::to_string(table.rows.size()), {}});
  for (std::string& text : texts) row.cells.push_back({std::move(text), {}});
}

}  // namespace catalog::view
