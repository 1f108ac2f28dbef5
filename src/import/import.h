#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "diagnostics/message.h"
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
};

/// The catalog that is in the tables of the files. Nothing of it is written,
/// and nothing is read but these bytes.
std::variant<Result, Rejected> catalog_in(Request request);

/// Why a file is not read, and what to do, in both languages.
diagnostics::Words words_of(workbook::Fault fault);

}  // namespace catalog::import
