#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "import/grid.h"
#include "import/header.h"

namespace catalog::import {

/// One item as a table has it: its cells as texts, what was merged, left to
/// the row above or cut by a page put back.
struct Row {
  std::vector<std::string> texts;  // one a column of the header
  std::vector<Place> places;       // likewise
  std::string domain;              // from titles, sheet or file; may be empty
  std::string id;  // of its item, where the sheet is one of our own
};

/// A table with one header, which may have been repeated.
struct Table {
  Header header;
  std::vector<bool> wrapped;  // by column: line ends are those of a page
  std::vector<Row> rows;

  /// The cell of a field; null where the table has no such column.
  const std::string* text(const Row& row, Field field) const;
  const Place& place(const Row& row, Field field) const;
};

/// What else a sheet says.
struct SheetReading {
  std::vector<Table> tables;
  std::string title;   // over the first table
  std::string issuer;  // 编制单位
};

/// The tables of a sheet, in order. Repeated headers, notes, titles and blank
/// rows are no items; what each was taken for is remarked.
/// `ids` has those of the items of our own workbooks, by the row in the file.
SheetReading read_tables(const Grid& grid, const std::string& file_domain,
                         const std::map<std::uint32_t, std::string>& ids,
                         Remarks& remarks);

}  // namespace catalog::import
