#include "sync/columns.h"

#include <algorithm>
#include <set>

#include "import/text.h"

namespace catalog::sync {

using workbook::Position;
using workbook::PrintedTable;

Titles titles_in(const Cells& cells, std::uint32_t row,
                 std::optional<Position> mark) {
  Titles titles;
  for (std::uint32_t i = 0; i < std::min(cells.columns(), 300u); ++i) {
    if (mark && i == mark->column) continue;
    std::string title = import::squashed(cells.at(row, i).text);
    // A header cell over several rows may have been taken apart.
    for (std::uint32_t up = 1; up <= 2 && up <= row && title.empty(); ++up)
      title = import::squashed(cells.own(row - up, i));
    if (!title.empty()) titles.emplace(i, std::move(title));
  }
  return titles;
}

Columns columns_of(const PrintedTable& table, const Titles& titles) {
  Columns columns(table.columns.size());
  std::set<std::uint32_t> used;
  const auto take = [&](std::size_t i, std::uint32_t at) {
    columns[i] = at;
    used.insert(at);
  };
  for (std::uint32_t i = 0; i < columns.size(); ++i) {
    const auto found = titles.find(i);
    if (found != titles.end() &&
        found->second == import::squashed(table.columns[i].title))
      take(i, i);
  }
  for (std::size_t i = 0; i < columns.size(); ++i)
    for (const auto& [at, title] : titles)
      if (!columns[i] && !used.contains(at) &&
          title == import::squashed(table.columns[i].title))
        take(i, at);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i]) continue;
    const std::uint32_t at = i == 0           ? 0
                             : columns[i - 1] ? *columns[i - 1] + 1
                                              : static_cast<std::uint32_t>(i);
    const bool is_before_next =
        i + 1 == columns.size() || !columns[i + 1] || at < *columns[i + 1];
    if (titles.contains(at) && !used.contains(at) && is_before_next)
      take(i, at);
  }
  return columns;
}

std::uint32_t header_row(const PrintedTable& table, const Cells& cells,
                         std::optional<Position> mark) {
  if (mark) return mark->row;
  const auto likeness = [&](std::uint32_t row) {
    const auto titles = titles_in(cells, row, mark);
    std::size_t same = 0;
    for (const workbook::PrintedColumn& each : table.columns)
      for (const auto& [at, title] : titles)
        if (title == import::squashed(each.title)) {
          ++same;
          break;
        }
    return same;
  };
  std::uint32_t best = table.header;
  std::size_t most = likeness(best);
  for (std::uint32_t row = 0; row < std::min(cells.rows(), 60u); ++row)
    if (const std::size_t same = likeness(row); same > most) {
      most = same;
      best = row;
    }
  return best;
}

}  // namespace catalog::sync
