#include "sync/found.h"

#include <algorithm>
#include <charconv>

#include "import/text.h"
#include "sync/cells.h"
#include "sync/columns.h"
#include "sync/matching.h"

namespace catalog::sync {
namespace {

using workbook::Position;
using workbook::PrintedTable;
using workbook::Record;
using workbook::Sheet;

/// The sheet that shows a table.
struct Head {
  const Sheet* sheet = nullptr;
  std::optional<Position> mark;  // the head of the hidden column
};

/// The table that the head of a hidden column names.
std::optional<std::size_t> marked(std::string_view text) {
  if (!text.starts_with(workbook::id_column_mark)) return std::nullopt;
  text.remove_prefix(workbook::id_column_mark.size());
  std::size_t number = 0;
  const auto end =
      std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || end.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

/// A copied sheet has the marks of the first: of two the one with the name
/// that was printed is meant.
std::vector<Head> heads_of(const Record& record,
                           const std::vector<Sheet>& sheets) {
  std::vector<Head> heads(record.tables.size());
  for (const Sheet& sheet : sheets)
    for (const workbook::Cell& cell : sheet.cells) {
      const auto table = marked(cell.text);
      if (!table || *table >= heads.size()) continue;
      if (heads[*table].sheet == nullptr ||
          sheet.name == record.tables[*table].sheet)
        heads[*table] = {&sheet, cell.at};
    }
  for (std::size_t i = 0; i < heads.size(); ++i)
    for (const Sheet& sheet : sheets)
      if (heads[i].sheet == nullptr && sheet.name == record.tables[i].sheet)
        heads[i].sheet = &sheet;
  return heads;
}

/// Whether a row without an id is an item that somebody added: it has a name,
/// and says something of its own besides.
bool is_item(const PrintedTable& table, const Cells& cells,
             const Columns& columns, std::uint32_t row) {
  std::size_t own = 0, names = 0, titles = 0, known = 0;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (!columns[i]) continue;
    ++known;
    const std::string& text = cells.own(row, *columns[i]);
    if (import::squashed(text) == import::squashed(table.columns[i].title))
      ++titles;
    if (is_name(table.columns[i].value) &&
        !cells.at(row, *columns[i]).text.empty())
      ++names;
    else if (!text.empty() && table.columns[i].value != "number")
      ++own;
  }
  // Merged over most of the table it is a heading or a note.
  const auto begin = columns.front() ? *columns.front() : 0;
  const Position last =
      cells.anchor(row, begin + static_cast<std::uint32_t>(columns.size() / 2));
  return names > 0 && own > 0 && titles * 2 < known &&
         !(last.row == row && last.column == begin);
}

void read_rows(const Record& record, const Cells& cells, const Head& head,
               std::uint32_t header, const Columns& columns,
               FoundTable& found) {
  const PrintedTable& table = *found.printed;
  std::vector<std::string> ids;
  for (std::uint32_t row = header + 1; row < cells.rows(); ++row) {
    std::string id =
        head.mark ? cells.own(row, head.mark->column) : std::string();
    if (id.empty() && !is_item(table, cells, columns, row)) continue;
    FoundRow& each = found.rows.emplace_back();
    each.row = row;
    bool has_text = false;
    for (const auto& column : columns) {
      each.cells.push_back(column ? std::optional(cells.at(row, *column))
                                  : std::nullopt);
      has_text = has_text || (column && !each.cells.back()->text.empty());
    }
    if (has_text)
      ids.push_back(std::move(id));
    else
      found.rows.pop_back();
  }
  found.missing = match_rows(record, table, found.rows, std::move(ids));
}

}  // namespace

std::vector<FoundTable> find_tables(const Record& record,
                                    const std::vector<Sheet>& sheets) {
  std::vector<FoundTable> all;
  const std::vector<Head> heads = heads_of(record, sheets);
  for (std::size_t i = 0; i < record.tables.size(); ++i) {
    FoundTable& found = all.emplace_back();
    found.printed = &record.tables[i];
    found.is_gone = heads[i].sheet == nullptr;
    found.sheet = found.is_gone ? found.printed->sheet : heads[i].sheet->name;
    if (found.is_gone) continue;
    const Cells cells(*heads[i].sheet);
    const std::uint32_t header =
        header_row(*found.printed, cells, heads[i].mark);
    const auto titles = titles_in(cells, header, heads[i].mark);
    const Columns columns = columns_of(*found.printed, titles);
    for (std::uint32_t k = 0; k < columns.size(); ++k)
      if (!columns[k]) found.lost_columns.push_back(k);
    for (const auto& [at, title] : titles)
      if (std::find(columns.begin(), columns.end(), at) == columns.end())
        found.other_columns.push_back(
            {cells.at(header, at).text, {header, at}});
    read_rows(record, cells, heads[i], header, columns, found);
  }
  return all;
}

}  // namespace catalog::sync
