#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "import/base.h"
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

/// A role of the base and the offices that the tables name in its place.
struct BoundRole {
  std::string role;
  std::vector<std::string> bodies;
};

/// The tables as a catalog that extends a base.
struct Overlay {
  std::string reference;
  std::vector<Departure> adjust;
  std::vector<BoundRole> bind;
  std::set<std::size_t> own;  // imported items that the base lacks
  std::vector<std::size_t>
      missing;  // items of the base, of domains with tables
  std::vector<std::size_t> untouched;  // domains of the base without any table
};

/// Values that are not to be taken over, as (item of the base, key).
using HeldBack = std::set<std::pair<std::string, std::string>>;

/// Lays the imported items over the base. What is weaker than the base, as far
/// as that can be seen here or is in `weaker`, is not taken over but left to a
/// person; values in `equal` say the same in other words.
Overlay overlay_of(Imported& imported, const Base& base, const HeldBack& weaker,
                   const HeldBack& equal, Remarks& remarks);

}  // namespace catalog::import
