#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "diagnostics/message.h"
#include "import/overlay.h"
#include "import/report.h"
#include "import/write.h"
#include "workbook/fault.h"

namespace catalog::import {

/// A file as an office has it: a workbook, a table of text or a page.
struct Source {
  std::string name;  // without its folder; only shown
  std::string bytes;
};

struct Request {
  std::vector<Source> sources;
  std::string date;   // of the catalog, YYYY-MM-DD
  std::string title;  // empty: that of the tables
  diagnostics::Language language = diagnostics::Language::zh;
  /// The edition over which the tables are laid; null: they stand alone.
  const resolve::Edition* base = nullptr;
  std::string reference = {};  // of the base, for `extends:`
  HeldBack weaker = {};        // see overlay_of
  HeldBack equal = {};
};

/// A file that is not read, and why.
struct Rejected {
  std::string name;
  workbook::Refused why;
};

struct Result {
  std::vector<WrittenFile> files;
  Remarks remarks;
  std::size_t tables = 0;
  std::size_t items = 0;
  std::size_t cells_read = 0;
  // Over a base:
  HeldBack adjusted = {};     // what `adjust` sets whole
  std::size_t changed = 0;    // items of the base that `adjust` is about
  std::size_t own_items = 0;  // that the base lacks
  std::size_t missing = 0;    // items of the base that the tables lack
};

/// The catalog that is in the tables of the files; over a base, the overlay.
/// Nothing of it is written, and nothing is read but these bytes.
std::variant<Result, Rejected> catalog_in(Request request);

/// Why a file is not read, and what to do, in both languages.
diagnostics::Words words_of(workbook::Fault fault);

}  // namespace catalog::import
