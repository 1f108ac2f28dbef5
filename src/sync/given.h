#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "workbook/record.h"

namespace catalog::sync {

/// A cell that says something else than the catalog.
struct Given {
  const workbook::PrintedTable* table = nullptr;
  std::size_t column = 0;
  std::string mine;  // as the catalog prints it now
  std::string now;   // as the workbook has it

  const workbook::PrintedColumn& kind() const { return table->columns[column]; }
};

/// What a column's value says behind its dot: `group` of `audience.group`.
std::string part_of(std::string_view value);

/// A cell's text on one line, with our punctuation.
std::string one_line(std::string_view text);

/// The lines of a list in a cell, without the numbers that the layout puts
/// before them.
std::vector<std::string> list_lines(const Given& cell, std::string_view text);

}  // namespace catalog::sync
