#pragma once

#include <string>

namespace catalog::workbook {

/// Why a file is not read. Files come from anybody: none is trusted.
enum class Fault {
  encrypted,         // has a password
  old_format,        // .xls, .et: the binary format of before 2007
  other_format,      // .ods, .xlsb, .docx, a picture …
  damaged,           // not a whole archive, or its parts are not XML
  too_large,         // over the caps in archive.h
  inflates,          // a part grows out of all proportion: a zip bomb
  has_declarations,  // a part declares a document type: entities
  too_deep,          // elements within elements without end
  too_many_cells,    // over max_cells
};

struct Refused {
  Fault why;
  std::string part;  // of the archive; empty: the file
};

}  // namespace catalog::workbook
