#include "sync/matching.h"

#include <unordered_map>

#include "sync/plain.h"

namespace catalog::sync {
namespace {

using workbook::PrintedTable;
using workbook::Record;

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

}  // namespace

bool is_name(std::string_view value) { return value.starts_with("name"); }

std::vector<std::uint32_t> match_rows(const Record& record,
                                      const PrintedTable& table,
                                      std::vector<FoundRow>& rows,
                                      std::vector<std::string> ids) {
  Matcher matcher(record, table, rows, std::move(ids));
  matcher.match();
  return matcher.missing();
}

}  // namespace catalog::sync
