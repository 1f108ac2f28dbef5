#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "workbook/record.h"
#include "workbook/sheet.h"

namespace catalog::sync {

/// What is read at a place: the text of the cell, or of the merged cell that
/// covers it.
struct FoundCell {
  std::string text;
  workbook::Position at;  // where the text stands
};

/// A row of a table as the workbook has it now.
struct FoundRow {
  std::uint32_t row = 0;                        // of the sheet
  std::optional<std::uint32_t> printed;         // which it was; none: it is new
  std::vector<std::optional<FoundCell>> cells;  // one a column of the record;
                                                // none: there is no such column
};

/// A table as the workbook has it now, whatever was sorted, added, deleted or
/// renamed.
struct FoundTable {
  const workbook::PrintedTable* printed = nullptr;
  bool is_gone = false;  // no sheet shows it
  std::string sheet;     // its name now
  std::vector<FoundRow> rows;
  std::vector<std::uint32_t> missing;       // printed items: their first rows
  std::vector<std::uint32_t> lost_columns;  // of the record
  std::vector<FoundCell> other_columns;     // heads of columns that are new
};

/// Finds every table of a record in the sheets. Rows are known by their ids,
/// or by what they say where the ids did not move with them.
std::vector<FoundTable> find_tables(const workbook::Record& record,
                                    const std::vector<workbook::Sheet>& sheets);

}  // namespace catalog::sync
