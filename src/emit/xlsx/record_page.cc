#include <algorithm>
#include <deque>
#include <unordered_map>

#include "emit/xlsx/pages.h"
#include "emit/xlsx/sheet.h"
#include "view/measure.h"
#include "workbook/record.h"

namespace catalog::emit {
namespace {

using workbook::PrintedRow;
using workbook::PrintedTable;

std::string_view word(model::As as) {
  switch (as) {
    case model::As::text: return "text";
    case model::As::lines: return "lines";
    case model::As::numbered: return "numbered";
    case model::As::boxes: return "boxes";
    case model::As::tick: return "tick";
    case model::As::names: return "names";
  }
  return {};
}

/// Collects what is said of the tables of items. The texts are views of the
/// tables, which must outlive it.
class Recorder {
 public:
  Recorder(const resolve::Edition& edition, workbook::Record& record)
      : edition_(edition), record_(record) {
    number_of("");  // the first
  }

  void add(const TableSheet& sheet) {
    PrintedTable& table = record_.tables.emplace_back();
    describe(sheet, table);
    for (std::size_t i = 0; i < sheet.table.rows.size(); ++i)
      if (sheet.table.rows[i].item) add_row(sheet, i, table);
    spread_merges(sheet, table);
    add_whole(sheet, table);
  }

 private:
  void describe(const TableSheet& sheet, PrintedTable& table) {
    const model::Layout& layout = *sheet.table.layout;
    table.sheet = sheet.name;
    table.kind =
        sheet.table.kind == view::Table::Kind::view ? "view" : "domain";
    table.id = sheet.table.id;
    table.layout = layout.id.text;
    table.on = layout.glyphs.on;
    table.off = layout.glyphs.off;
    table.tick = layout.glyphs.tick;
    table.open_is_optional = layout.header_note.text.find(layout.glyphs.off) !=
                             std::string_view::npos;
    table.has_dashes = layout.missing == model::Missing::dash;
    table.header = sheet.placement.header + sheet.table.header_rows - 1;
    for (const view::Column& column : sheet.table.columns)
      table.columns.push_back(
          {column.title, column.value, std::string(word(column.as))});
  }

  /// Whether a row is part of the item of the row above.
  static bool goes_on(const view::Table& table, std::size_t row) {
    return row > 0 && table.rows[row].item == table.rows[row - 1].item;
  }

  void add_row(const TableSheet& sheet, std::size_t index,
               PrintedTable& table) {
    const view::Row& from = sheet.table.rows[index];
    PrintedRow& row = table.rows.emplace_back();
    row.goes_on = goes_on(sheet.table, index);
    if (!row.goes_on) row.item = edition_[*from.item].id.text;
    row.row = sheet.placement.rows[index].first;
    row.cells.resize(from.cells.size());
    for (std::size_t i = 0; i < from.cells.size(); ++i)
      row.cells[i].text = number_of(sheet.table.columns[i], from.cells[i].text);
    places_.push_back(index);
  }

  /// What is covered by a merged cell reads like it, in its first column.
  void spread_merges(const TableSheet& sheet, PrintedTable& table) {
    std::vector<std::uint32_t> at(sheet.table.rows.size(), ~0u);
    for (std::uint32_t i = 0; i < places_.size(); ++i) at[places_[i]] = i;
    for (const view::Merge& merge : sheet.table.merges) {
      const std::uint32_t first = at[merge.first_row];
      for (auto row = merge.first_row; row <= merge.last_row; ++row)
        for (auto i = merge.first_column; i <= merge.last_column; ++i) {
          if (row == merge.first_row && i == merge.first_column) continue;
          workbook::PrintedCell& cell = table.rows[at[row]].cells[i];
          cell.covered = true;
          cell.text =
              i == merge.first_column ? table.rows[first].cells[i].text : 0;
        }
    }
    places_.clear();
  }

  /// Texts that go on from one row to the next, whole.
  void add_whole(const TableSheet& sheet, PrintedTable& table) {
    std::size_t of_whole = 0;
    for (std::uint32_t i = 0; i < table.rows.size(); ++i) {
      if (table.rows[i].goes_on) continue;
      while (!sheet.whole->rows[of_whole].item) ++of_whole;
      const view::Row& row = sheet.whole->rows[of_whole++];
      if (i + 1 == table.rows.size() || !table.rows[i + 1].goes_on) continue;
      for (std::uint32_t k = 0; k < row.cells.size(); ++k) {
        if (row.cells[k].text.empty()) continue;
        const std::uint32_t text =
            number_of(sheet.whole->columns[k], row.cells[k].text);
        if (text != table.rows[i].cells[k].text)
          table.whole.push_back({i, k, text});
      }
    }
  }

  std::uint32_t number_of(const view::Column& column, std::string_view text) {
    if (column.as != model::As::boxes) return number_of(text);
    // Many items have the same boxes.
    const auto key = std::pair{&column, text};
    const auto known = boxes_.find(key);
    if (known != boxes_.end()) return known->second;
    const std::uint32_t number = number_of(kept(view::printed(column, text)));
    boxes_.emplace(key, number);
    return number;
  }

  std::uint32_t number_of(std::string_view text) {
    const auto [found, is_new] = numbers_.try_emplace(
        text, static_cast<std::uint32_t>(record_.texts.size()));
    if (!is_new) return found->second;
    std::string readable = workbook::readable(text);
    record_.hashes.push_back(workbook::text_hash(readable));
    record_.texts.push_back(readable == text ? text
                                             : kept(std::move(readable)));
    return found->second;
  }

  std::string_view kept(std::string text) {
    return record_.kept.emplace_back(std::move(text));
  }

  struct Hash {
    std::size_t operator()(
        const std::pair<const view::Column*, std::string_view>& key) const {
      return std::hash<std::string_view>()(key.second) ^
             std::hash<const void*>()(key.first);
    }
  };

  const resolve::Edition& edition_;
  workbook::Record& record_;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
  std::unordered_map<std::pair<const view::Column*, std::string_view>,
                     std::uint32_t, Hash>
      boxes_;
  std::vector<std::size_t> places_;  // of the rows added, in the sheet's table
};

}  // namespace

void write_record_page(const Book& book) {
  const view::Publication& publication = *book.publication;
  const resolve::Edition& edition = *publication.edition;
  workbook::Record record;
  record.catalog = edition->manifest.id.text;
  record.version = publication.version;
  record.date = days::iso(edition.date);
  record.edition = edition.code;
  record.is_of_place_below = edition.is_of_place_below;
  Recorder recorder(edition, record);
  for (const auto* sheets : {&book.contents->domains, &book.contents->views})
    for (const TableSheet& sheet : *sheets)
      if (sheet.table.layout != nullptr) recorder.add(sheet);

  record.build = workbook::build_of(record);

  Sheet sheet(book.workbook, std::string(workbook::record_sheet), book.cells);
  sheet.hide();
  workbook::write_record(record, [&](std::uint32_t row, std::uint32_t column,
                                     std::string_view text) {
    sheet.write({row, column, row, column}, text, nullptr);
  });
  sheet.finish();
}

}  // namespace catalog::emit
