#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "import/catalog.h"
#include "import/report.h"

namespace catalog::import {

/// What the tables say otherwise than the base of one item: an entry of
/// `adjust`.
struct Departure {
  std::size_t item = 0;        // of the imported ones, whose values are written
  std::size_t base = 0;        // of the base's
  std::set<std::string> keys;  // of fields that are written whole
  std::vector<Entry> content;  // added
  std::vector<std::pair<std::string, Entry>> reworded;
  std::vector<Basis> basis;          // added
  ChannelRefs channels;              // added
  std::vector<model::Level> levels;  // added
  /// What the base asks and the table does not, which nobody here may decide.
  std::vector<std::string> open_points;

  bool says_something() const {
    return !keys.empty() || !content.empty() || !reworded.empty() ||
           !basis.empty() || !channels.empty() || !levels.empty();
  }
};

/// Values that are not to be taken over, as (item of the base, key).
using HeldBack = std::set<std::pair<std::string, std::string>>;

/// What the item of the tables that `departure` names says otherwise than that
/// of the base: put into `departure`. What is weaker, or only in other words,
/// is held back and remarked.
void compare_to_base(Imported& imported, const Item& base, Departure& departure,
                     const HeldBack& weaker, const HeldBack& equal,
                     Remarks& remarks);

}  // namespace catalog::import
