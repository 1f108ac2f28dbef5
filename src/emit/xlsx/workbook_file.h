#pragma once

#include <xlsxwriter.h>

#include <filesystem>
#include <memory>

#include "emit/xlsx/parts.h"

namespace catalog::emit {

/// A workbook that is being written. Nothing is there until `close`, which
/// throws a Failure when it cannot be written; not closed, it is dropped.
class WorkbookFile {
 public:
  explicit WorkbookFile(std::filesystem::path path);

  lxw_workbook* get() const { return workbook_.get(); }
  Parts& parts() { return parts_; }
  void close();

 private:
  struct Freeing {
    void operator()(lxw_workbook* workbook) const {
      lxw_workbook_free(workbook);
    }
  };

  std::filesystem::path path_;
  Parts parts_;
  std::unique_ptr<lxw_workbook, Freeing> workbook_;
};

}  // namespace catalog::emit
