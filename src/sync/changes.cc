#include "sync/changes.h"

#include <map>

#include "sync/plain.h"

namespace catalog::sync {
namespace {

using workbook::PrintedTable;

/// Compares the rows of one table with what was printed.
class Comparison {
 public:
  Comparison(const workbook::Record& record, const FoundTable& found)
      : record_(record), found_(found), table_(*found.printed) {
    at_.resize(table_.rows.size());
    for (const FoundRow& row : found.rows)
      if (row.printed) at_[*row.printed] = &row;
  }

  std::vector<Change> changes() {
    for (std::uint32_t i = 0; i < table_.rows.size(); ++i)
      if (!table_.rows[i].goes_on) compare(i);
    return std::move(changes_);
  }

 private:
  std::string_view text(std::uint32_t row, std::size_t column) const {
    return record_.texts[table_.rows[row].cells[column].text];
  }

  bool is_changed(std::uint32_t row, std::uint32_t column,
                  const FoundCell& now) const {
    const workbook::PrintedCell& cell = table_.rows[row].cells[column];
    if (!record_.is_sound(cell.text))
      return workbook::text_hash(now.text) != record_.hashes[cell.text];
    if (now.text == text(row, column)) return false;
    if (now.text.empty() && cell.covered) return false;
    return plain(table_, column, now.text) !=
           plain(table_, column, text(row, column));
  }

  void compare(std::uint32_t first) {
    std::uint32_t end = first + 1;
    while (end < table_.rows.size() && table_.rows[end].goes_on) ++end;
    for (std::uint32_t column = 0; column < table_.columns.size(); ++column) {
      // What was filled in by hand is nothing that the catalog says.
      if (table_.columns[column].value == "blank") continue;
      const WholePart whole = whole_of(first, column);
      for (std::uint32_t row = first; row < end; ++row) {
        const FoundRow* now = at_[row];
        if (now == nullptr || !now->cells[column] ||
            !is_changed(row, column, *now->cells[column]))
          continue;
        add(first, end, column, row, whole);
        break;
      }
    }
  }

  struct WholePart {
    bool is_cut = false;
    std::uint32_t text = 0;
  };
  WholePart whole_of(std::uint32_t first, std::uint32_t column) const {
    for (const workbook::WholeText& each : table_.whole)
      if (each.row == first && each.column == column) return {true, each.text};
    return {};
  }

  void add(std::uint32_t first, std::uint32_t end, std::uint32_t column,
           std::uint32_t row, const WholePart& whole) {
    const FoundCell& cell = *at_[row]->cells[column];
    Change change;
    change.table = &table_;
    change.row = first;
    change.column = column;
    change.sheet = found_.sheet;
    change.at = cell.at;
    const std::uint32_t number =
        whole.is_cut ? whole.text : table_.rows[first].cells[column].text;
    if (record_.is_sound(number)) change.was = record_.texts[number];
    change.was_hash = record_.hashes[number];
    change.now = cell.text;
    if (whole.is_cut) {
      // Without every part the rest of the text is not known.
      for (std::uint32_t i = first; i < end; ++i)
        if (at_[i] == nullptr || !at_[i]->cells[column]) return;
      change.now = joined(first, end, column, record_.texts[number]);
    }
    changes_.push_back(std::move(change));
  }

  /// The parts of a text that was cut over several rows, with what stood
  /// between them.
  std::string joined(std::uint32_t first, std::uint32_t end,
                     std::uint32_t column, std::string_view whole) const {
    std::string now;
    std::size_t at = 0;
    for (std::uint32_t i = first; i < end; ++i) {
      const std::string_view part = text(i, column);
      const bool is_next = !part.empty() && whole.substr(at).starts_with(part);
      at += is_next ? part.size() : 0;
      now += at_[i]->cells[column]->text;
      if (i + 1 == end) break;
      if (whole.substr(at).starts_with('\n')) {
        now += '\n';
        ++at;
      } else if (table_.columns[column].as == "boxes") {
        now += '\n';
      }
    }
    return now;
  }

  const workbook::Record& record_;
  const FoundTable& found_;
  const PrintedTable& table_;
  std::vector<const FoundRow*> at_;  // by printed row
  std::vector<Change> changes_;
};

}  // namespace

std::string place_of(const std::string& sheet, workbook::Position at) {
  return sheet + "!" + workbook::a1(at);
}

std::vector<Change> changes_in(const workbook::Record& record,
                               const FoundTable& found) {
  if (found.is_gone) return {};
  return Comparison(record, found).changes();
}

}  // namespace catalog::sync
