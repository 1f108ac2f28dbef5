#include "sync/found.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <unordered_map>

#include "import/text.h"
#include "sync/plain.h"

namespace catalog::sync {
namespace {

using workbook::Position;
using workbook::PrintedTable;
using workbook::Record;
using workbook::Sheet;

/// The cells of a sheet by place, those under merged ones too.
class Cells {
 public:
  explicit Cells(const Sheet& sheet) : sheet_(sheet) {
    for (std::size_t i = 0; i < sheet.cells.size(); ++i) {
      const Position at = sheet.cells[i].at;
      own_.emplace(key(at), i);
      rows_ = std::max(rows_, at.row + 1);
      columns_ = std::max(columns_, at.column + 1);
    }
    // Nobody's tables need more than this; a hostile file's might.
    std::size_t left = 20'000'000;
    for (const workbook::Merge& merge : sheet.merges)
      if (!cover(merge, left)) break;
  }

  std::uint32_t rows() const { return rows_; }
  std::uint32_t columns() const { return columns_; }

  const std::string& own(std::uint32_t row, std::uint32_t column) const {
    static const std::string none;
    const auto found = own_.find(key({row, column}));
    return found == own_.end() ? none : sheet_.cells[found->second].text;
  }
  /// Where the merged cell over a place begins; the place itself without one.
  Position anchor(std::uint32_t row, std::uint32_t column) const {
    const auto found = covered_.find(key({row, column}));
    return found == covered_.end() ? Position{row, column} : found->second;
  }
  /// A merged cell reads in its first column only.
  FoundCell at(std::uint32_t row, std::uint32_t column) const {
    const Position begin = anchor(row, column);
    if (begin.column != column) return {{}, {row, column}};
    return {own(begin.row, column), begin};
  }

 private:
  static std::uint64_t key(Position at) {
    return std::uint64_t{at.row} << 32 | at.column;
  }
  bool cover(const workbook::Merge& merge, std::size_t& left) {
    const std::uint32_t last_row = std::min(merge.last.row, rows_ - 1);
    const std::uint32_t last = std::min(merge.last.column, columns_ - 1);
    for (auto row = merge.first.row; row <= last_row && rows_ > 0; ++row)
      for (auto column = merge.first.column; column <= last; ++column) {
        if (left-- == 0) return false;
        covered_.try_emplace(key({row, column}), merge.first);
      }
    return true;
  }

  const Sheet& sheet_;
  std::unordered_map<std::uint64_t, std::size_t> own_;
  std::unordered_map<std::uint64_t, Position> covered_;
  std::uint32_t rows_ = 0;
  std::uint32_t columns_ = 0;
};

// --- Which sheet shows a table. ------------------------------------------

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

// --- Which column is which. ----------------------------------------------

using Columns = std::vector<std::optional<std::uint32_t>>;

/// The titles in a row of the header, by column.
std::map<std::uint32_t, std::string> titles_in(const Cells& cells,
                                               std::uint32_t row,
                                               std::optional<Position> mark) {
  std::map<std::uint32_t, std::string> titles;
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

/// Each column by its title, in the place where it was printed if it has
/// several; then those that were renamed where they stand.
Columns columns_of(const PrintedTable& table,
                   const std::map<std::uint32_t, std::string>& titles) {
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

/// The row of the leaf header: where it was, or the one most like it.
std::uint32_t header_row(const PrintedTable& table, const Cells& cells,
                         const Head& head) {
  if (head.mark) return head.mark->row;
  const auto likeness = [&](std::uint32_t row) {
    const auto titles = titles_in(cells, row, head.mark);
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

// --- Which row is which. -------------------------------------------------

bool is_name(std::string_view value) { return value.starts_with("name"); }

/// The columns that tell items apart.
bool identifies(std::string_view value) {
  return is_name(value) || value == "content" || value == "basis";
}

/// Matches the rows of one table with what was printed.
class Matcher {
 public:
  Matcher(const Record& record, const PrintedTable& table,
          std::vector<FoundRow>& rows, std::vector<std::string> ids)
      : record_(record), table_(table), rows_(rows), ids_(std::move(ids)) {
    is_taken_.resize(table.rows.size());
    for (std::uint32_t i = 0; i < table.rows.size(); ++i)
      by_id_[table.rows[i].item].push_back(i);
  }

  void match() {
    const auto whole = [&](std::size_t i, std::uint32_t to) {
      return likeness(rows_[i], to) == full(rows_[i]);
    };
    const auto some = [&](std::size_t i, std::uint32_t to) {
      return says_what_it_is(rows_[i], to);
    };
    by_id(whole);
    by_text([](std::string_view value) { return identifies(value); });
    by_id(some);
    by_text([](std::string_view value) { return value == "content"; });
    by_text([](std::string_view value) { return is_name(value); });
    by_id([](std::size_t, std::uint32_t) { return true; });
  }

  std::vector<std::uint32_t> missing() const {
    std::vector<std::uint32_t> all;
    for (std::uint32_t i = 0; i < table_.rows.size(); ++i)
      if (!is_taken_[i] && !table_.rows[i].goes_on) all.push_back(i);
    return all;
  }

 private:
  std::string_view text(std::uint32_t row, std::size_t column) const {
    return record_.texts[table_.rows[row].cells[column].text];
  }

  bool is_same(const FoundCell& cell, std::uint32_t row,
               std::size_t column) const {
    if (cell.text == text(row, column)) return true;
    // Cells that were merged are empty below the first when they are not.
    if (cell.text.empty() && table_.rows[row].cells[column].covered)
      return true;
    return plain(table_, column, cell.text) ==
           plain(table_, column, text(row, column));
  }

  std::size_t full(const FoundRow& row) const {
    std::size_t count = 0;
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      if (row.cells[i] && identifies(table_.columns[i].value)) ++count;
    return count;
  }

  std::size_t likeness(const FoundRow& row, std::uint32_t to) const {
    std::size_t same = 0;
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      if (row.cells[i] && identifies(table_.columns[i].value) &&
          is_same(*row.cells[i], to, i))
        ++same;
    return same;
  }

  /// Whether its content, or the lowest level of its name, is what stood there.
  bool says_what_it_is(const FoundRow& row, std::uint32_t to) const {
    std::optional<std::size_t> name;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (!row.cells[i] || row.cells[i]->text.empty()) continue;
      if (is_name(table_.columns[i].value)) name = i;
      if (table_.columns[i].value == "content" && is_same(*row.cells[i], to, i))
        return true;
    }
    return name && is_same(*row.cells[*name], to, *name);
  }

  void take(std::size_t i, std::uint32_t to) {
    rows_[i].printed = to;
    is_taken_[to] = true;
  }

  template <class Fits>
  void by_id(Fits fits) {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (rows_[i].printed || ids_[i].empty()) continue;
      const auto found = by_id_.find(ids_[i]);
      if (found == by_id_.end()) continue;
      for (const std::uint32_t to : found->second)
        if (!is_taken_[to] && fits(i, to)) {
          take(i, to);
          break;
        }
    }
  }

  /// By the texts of some columns, where only one row left has them.
  template <class Counts>
  void by_text(Counts counts) {
    std::unordered_map<std::string, std::vector<std::uint32_t>> printed;
    const auto key_of = [&](auto text_at) {
      std::string key;
      bool has_text = false;
      for (std::size_t i = 0; i < table_.columns.size(); ++i) {
        if (!counts(table_.columns[i].value)) continue;
        const std::string text = plain(table_, i, text_at(i));
        has_text = has_text || !text.empty();
        key += text + '\x1F';
      }
      return has_text ? key : std::string();
    };
    for (std::uint32_t i = 0; i < table_.rows.size(); ++i) {
      if (is_taken_[i]) continue;
      const std::string key = key_of([&](std::size_t k) { return text(i, k); });
      printed[key].push_back(i);
      // As it reads when merged cells were taken apart.
      const std::string bare = key_of([&](std::size_t k) {
        return table_.rows[i].cells[k].covered ? std::string_view()
                                               : text(i, k);
      });
      if (bare != key) printed[bare].push_back(i);
    }
    if (printed.empty()) return;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (rows_[i].printed) continue;
      const std::string key = key_of([&](std::size_t k) {
        return rows_[i].cells[k] ? std::string_view(rows_[i].cells[k]->text)
                                 : std::string_view();
      });
      const auto found = printed.find(key);
      if (key.empty() || found == printed.end() || found->second.size() != 1 ||
          is_taken_[found->second[0]])
        continue;
      take(i, found->second[0]);
    }
  }

  const Record& record_;
  const PrintedTable& table_;
  std::vector<FoundRow>& rows_;
  std::vector<std::string> ids_;  // by row: what the hidden column says
  std::vector<bool> is_taken_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_id_;
};

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
  Matcher matcher(record, table, found.rows, std::move(ids));
  matcher.match();
  found.missing = matcher.missing();
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
    const std::uint32_t header = header_row(*found.printed, cells, heads[i]);
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
