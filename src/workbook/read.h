#pragma once

#include <string>
#include <variant>
#include <vector>

#include "workbook/fault.h"
#include "workbook/sheet.h"

namespace catalog::workbook {

/// The sheets of a workbook in the format of Office Open XML (ECMA-376), in
/// their order, hidden ones too. What the file declares of itself is not
/// believed: sizes are those of what is there. Formulas give their last value,
/// links and macros nothing.
std::variant<std::vector<Sheet>, Refused> read(std::string bytes);

}  // namespace catalog::workbook
