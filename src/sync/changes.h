#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sync/found.h"

namespace catalog::sync {

/// A cell that is not what was printed.
struct Change {
  const workbook::PrintedTable* table = nullptr;
  std::uint32_t row = 0;           // of the record: the first of the item
  std::uint32_t column = 0;        // of the record
  std::string sheet;               // its name now
  workbook::Position at;           // where the text stands now
  std::optional<std::string> was;  // none: the hidden sheet was altered
  std::string was_hash;            // of what was printed, even so
  std::string now;

  const std::string& item() const { return table->rows[row].item; }
  const workbook::PrintedColumn& kind() const { return table->columns[column]; }
};

/// `义务教育!F37`.
std::string place_of(const std::string& sheet, workbook::Position at);

/// The cells of a table that differ from what was printed, in its order.
std::vector<Change> changes_in(const workbook::Record& record,
                               const FoundTable& found);

}  // namespace catalog::sync
