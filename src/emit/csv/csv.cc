#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "emit/csv/files.h"
#include "emit/csv/record.h"
#include "emit/emitters.h"

namespace catalog::emit {
namespace {

/// A column's titles from the top, joined: `公开事项/一级事项`.
std::string title_of(const view::Table& table, std::size_t column) {
  std::vector<const view::HeaderCell*> above;
  for (const view::HeaderCell& cell : table.header)
    if (cell.column <= column && column < cell.column + cell.columns)
      above.push_back(&cell);
  std::sort(above.begin(), above.end(),
            [](auto* a, auto* b) { return a->row < b->row; });
  std::string title;
  for (const view::HeaderCell* cell : above) {
    if (!title.empty()) title += '/';
    title += cell->text;
  }
  return title.empty() ? table.columns[column].title : title;
}

/// Every row with its cells; what is merged stands in each of its cells.
std::vector<std::vector<std::string_view>> unmerged(const view::Table& table) {
  std::vector<std::vector<std::string_view>> rows;
  rows.reserve(table.rows.size());
  for (const view::Row& row : table.rows) {
    auto& cells = rows.emplace_back();
    cells.reserve(row.cells.size());
    for (const view::Cell& cell : row.cells) cells.push_back(cell.text);
  }
  for (const view::Merge& merge : table.merges) {
    const std::string_view text = rows[merge.first_row][merge.first_column];
    for (auto row = merge.first_row; row <= merge.last_row; ++row)
      for (auto i = merge.first_column; i <= merge.last_column; ++i)
        if (i < rows[row].size()) rows[row][i] = text;
  }
  return rows;
}

bool is_grouped(const view::Table& table) {
  for (const view::Row& row : table.rows)
    if (!row.group.empty()) return true;
  return false;
}

std::string text_of(const view::Table& table) {
  std::string out = csv_mark;
  const bool grouped = is_grouped(table);
  std::vector<std::string> fields;
  if (grouped) fields.push_back("分组");
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    fields.push_back(title_of(table, i));
  append_record(out, fields);

  const auto rows = unmerged(table);
  std::string_view group;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!table.rows[i].group.empty()) {
      group = table.rows[i].group;
      continue;
    }
    if (grouped) append_field(out, group);
    for (std::size_t k = 0; k < rows[i].size(); ++k) {
      if (grouped || k > 0) out += ',';
      append_field(out, rows[i][k]);
    }
    out += "\r\n";
  }
  return out;
}

}  // namespace

std::vector<CsvFile> csv_files(const view::Publication& publication) {
  // A domain or view may have the id of another table.
  std::set<std::string> taken;
  std::vector<CsvFile> files;
  const auto add = [&](const view::Table& table, std::string_view kind) {
    if (table.columns.empty()) return;
    std::string name = table.id;
    while (!taken.insert(name).second) name = fmt::format("{}-{}", kind, name);
    files.push_back({fmt::format("csv/{}.csv", name), &table});
  };
  add(publication.laws, "laws");
  add(publication.bodies, "bodies");
  add(publication.statistics, "statistics");
  add(publication.waivers, "waivers");
  add(publication.adjustments, "adjustments");
  for (const view::Table& table : publication.domains) add(table, "domain");
  for (const view::Table& table : publication.views) add(table, "view");
  for (const view::Table& table : publication.flows) add(table, "flow");
  return files;
}

void csv(const view::Publication& publication, const Sink& sink) {
  for (const CsvFile& file : csv_files(publication))
    sink.put(file.path, text_of(*file.table));
}

}  // namespace catalog::emit
