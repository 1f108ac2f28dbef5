#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "workbook/sheet.h"

/// What a workbook that we made carries in a hidden sheet: which build it is
/// of, and what stood in every cell of its tables of items. By this its cells
/// are compared with what was printed, whatever became of rows and columns.
namespace catalog::workbook {

inline constexpr std::string_view record_sheet = "_catalog";

/// Beside each table stands a hidden column with the ids of the items, so that
/// rows are known when they were sorted. Its head is this and the table's
/// place among `Record::tables`.
inline constexpr std::string_view id_column_mark = "_catalog:";

struct PrintedColumn {
  std::string title;  // of the leaf header
  std::string value;  // the layout's word, such as `name.1`
  std::string as;     // the layout's word: text, lines, boxes …
};

struct PrintedCell {
  std::uint32_t text = 0;  // into `Record::texts`
  bool covered = false;    // by a merged cell that began elsewhere
};

/// A row of a sheet. An item that is higher than a page has several.
struct PrintedRow {
  std::string item;                // its id
  std::uint32_t row = 0;           // of the sheet
  bool goes_on = false;            // it is part of the item of the row above
  std::vector<PrintedCell> cells;  // one a column
};

/// The whole text of a cell that was cut over several rows.
struct WholeText {
  std::uint32_t row = 0;  // into `rows`: the first of the item
  std::uint32_t column = 0;
  std::uint32_t text = 0;
};

struct PrintedTable {
  std::string sheet;
  std::string kind;  // domain or view
  std::string id;    // of the domain or view
  std::string layout;
  std::string on, off, tick;      // the layout's glyphs
  bool open_is_optional = false;  // □ is explained by a note
  bool has_dashes = false;        // for missing levels of names
  std::uint32_t header = 0;       // the row of the leaf header
  std::vector<PrintedColumn> columns;
  std::vector<PrintedRow> rows;
  std::vector<WholeText> whole;
};

struct Record {
  std::string catalog;  // its id
  std::string version;  // may be empty
  std::string date;     // YYYY-MM-DD
  std::string edition;  // a division code; empty: of a catalog without place
  bool is_of_place_below = false;
  std::string build;  // names what was printed: see `build_of`
  std::vector<PrintedTable> tables;
  /// Every text once; the first is empty. Those that were altered in the
  /// hidden sheet are not what `hashes` says.
  std::vector<std::string_view> texts;
  std::vector<std::string> hashes;
  std::deque<std::string> kept;  // what `texts` may view

  /// Whether a text is the one that was printed.
  bool is_sound(std::uint32_t text) const;
};

/// What tells texts apart: a few hex digits.
std::string text_hash(std::string_view text);

/// The text as a cell gives it back: lines end with LF, and characters that
/// XML has no place for are gone.
std::string readable(std::string_view text);

/// Hands on the cells of the hidden sheet, row by row. Texts longer than a
/// cell are left out: their hashes stand for them.
using PutCell = std::function<void(std::uint32_t row, std::uint32_t column,
                                   std::string_view text)>;
void write_record(const Record& record, const PutCell& put);

/// Names a build by all that a record says: the same print has the same name,
/// however the source is cut into files, and whatever is written beside it.
std::string build_of(const Record& record);

enum class RecordFault {
  missing,       // no such sheet: not ours, or it was deleted
  other_format,  // of a later version of the program
  damaged,
};

/// The record in a workbook's sheets.
std::variant<Record, RecordFault> record_in(const std::vector<Sheet>& sheets);

}  // namespace catalog::workbook
