#pragma once

#include <string>
#include <vector>

#include "view/publication.h"

namespace catalog::emit {

struct CsvFile {
  std::string path;  // from the output folder
  const view::Table* table = nullptr;
};

/// The tables of a publication and the file that each is written to.
std::vector<CsvFile> csv_files(const view::Publication& publication);

}  // namespace catalog::emit
