#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/layout.h"
#include "resolve/registry.h"

namespace catalog::view {

/// A leaf column of a table.
struct Column {
  std::string title;  // of the leaf header
  std::string value;  // the layout's word for it, such as `name.1`
  model::As as = model::As::text;
  bool centred = false;  // short codes and ticks; prose stands left
  double width = 0;      // characters of half width; 0: see `measure`
};

/// A cell of the header rows. It spans `rows` x `columns` cells, from 1.
struct HeaderCell {
  std::string text;
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  std::uint32_t rows = 1;
  std::uint32_t columns = 1;
};

/// What a cell links to, if anything.
struct Link {
  enum class Kind { table, item, law, body, web, file };
  Kind kind = Kind::table;
  std::string target;  // the id of a table, item, law or body; a url; a path
                       // from the output's folder
};

/// One cell as readers see it: plain text, lines separated by '\n'. Boxes and
/// ticks are spelt with the layout's glyphs; channels are one box a line.
struct Cell {
  std::string text;
  std::optional<Link> link;
  /// Where this catalog set another value than its base has: who set it, and
  /// what the base says. Readers see it on demand.
  std::string remark = {};
};

struct Row {
  std::vector<Cell> cells;              // one a column
  std::optional<resolve::ItemId> item;  // the item it shows
  std::string anchor;  // the id of the law or body it shows, for links to it
  std::string group;   // not empty: a heading over the rows below it, written
                       // across the table; then there are no cells
  double height = 15;  // points, so that every wrapped cell is whole; see
                       // `measure`
};

/// A rectangle of body cells that are one. Its text is that of the first
/// cell; the others are empty. Never overlapping, at least two cells.
struct Merge {
  std::uint32_t first_row = 0;
  std::uint32_t last_row = 0;
  std::uint32_t first_column = 0;
  std::uint32_t last_column = 0;
};

/// A table independent of any output.
struct Table {
  enum class Kind {
    domain,
    view,
    laws,
    bodies,
    statistics,
    waivers,
    adjustments,
    flow,
    appendix  // what only a workbook has; see view/appendices.h
  };
  Kind kind = Kind::domain;
  std::string id;        // of the domain or view; else the kind's word
  std::string name;      // short: a sheet's or a page's name
  std::string title;     // over the table
  std::string subtitle;  // jurisdiction, edition and date
  std::string note;  // under the title, such as what ■ and □ mean; or none
  model::Paper paper = model::Paper::a3;
  std::uint32_t header_rows = 1;
  std::vector<HeaderCell> header;
  std::vector<Column> columns;
  std::vector<Row> rows;
  std::vector<Merge> merges;
  std::uint32_t frozen_columns = 0;  // up to and with the item's name
  std::size_t items = 0;             // how many it shows
  bool signature = false;            // a line to sign below the table
  std::string signers = {};          // what it says; empty: the usual words
  const model::Layout* layout = nullptr;  // of a table of items
};

}  // namespace catalog::view
