#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/command.h"
#include "workbook/record.h"

namespace catalog::cli {

/// A workbook that this program made, as it is now.
struct OurWorkbook {
  std::vector<workbook::Sheet> sheets;
  workbook::Record record;
};

/// Reads one; nothing, which is said, where it cannot be read, is not ours or
/// has lost what it carried. Throws Failure where the machine says no.
std::optional<OurWorkbook> open_workbook(const std::string& path,
                                         Language language);

/// Which catalog, edition and build it is of, in one line.
std::string description_of(const workbook::Record& record, Language language);

}  // namespace catalog::cli
