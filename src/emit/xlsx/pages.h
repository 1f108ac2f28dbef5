#pragma once

#include <xlsxwriter.h>

#include "emit/xlsx/formats.h"
#include "emit/xlsx/lists_page.h"
#include "emit/xlsx/placement.h"
#include "emit/xlsx/rows.h"

namespace catalog::emit {

/// A workbook being written: what every sheet of it needs.
struct Book {
  lxw_workbook* workbook = nullptr;
  const view::Publication* publication = nullptr;
  const Contents* contents = nullptr;
  const Formats* formats = nullptr;
  CellStore* cells = nullptr;
  const Lists* lists = nullptr;  // null: it is to be read, not changed
};

/// The first sheet: what this is, by whom, of when.
void write_cover(const Book& book);

/// The second: every sheet with its number of items and a link.
void write_index(const Book& book);

/// A table on its sheet, in the layout it was arranged in.
void write_table(const Book& book, const TableSheet& sheet);

/// The hidden sheet of what cells offer to choose from.
void write_lists(const Book& book);

/// The hidden last sheet, by which `verify` and `sync` know what was printed;
/// see workbook/record.h.
void write_record_page(const Book& book);

}  // namespace catalog::emit
