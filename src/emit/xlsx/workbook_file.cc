#include "emit/xlsx/workbook_file.h"

#include <utility>

#include "emit/xlsx/sheet.h"

namespace catalog::emit {

WorkbookFile::WorkbookFile(std::filesystem::path path)
    : path_(std::move(path)), workbook_(workbook_new(path_.c_str())) {
  if (!workbook_) require(LXW_ERROR_MEMORY_MALLOC_FAILED, path_.string());
}

void WorkbookFile::close() {
  require(workbook_close(workbook_.release()), path_.string());
}

}  // namespace catalog::emit
