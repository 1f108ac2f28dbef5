#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagnostics/message.h"
#include "phrase/timing.h"
#include "resolve/edition.h"

namespace catalog::view {

/// How many items there are of one sort, and how many the base has.
struct Count {
  std::string id;
  std::string name;  // in Chinese, as catalogs are
  std::size_t items = 0;
  std::optional<std::size_t> base;  // nothing where there is no base
};

/// All sorts by one way of sorting. An item may be of several.
struct Census {
  std::string id;  // domain, level, mode, timing, or that of a taxonomy
  diagnostics::Words title;   // of the built-in ways
  std::string name;           // of a taxonomy
  std::vector<Count> counts;  // those with items on either side
};

/// Items by domain, by the terms of each taxonomy, by level, mode and kind of
/// timing; beside those of a base, if there is one.
std::vector<Census> census_of(const resolve::Edition& edition,
                              const resolve::Edition* base);

/// A limit that is shorter than the base's, and the items that have it.
struct Shortened {
  phrase::Duration from;
  phrase::Duration to;
  std::vector<std::string> items;
};

/// Which limits of items that both have were shortened from what to what, the
/// most frequent first.
std::vector<Shortened> shortened_between(const resolve::Edition& base,
                                         const resolve::Edition& edition);

}  // namespace catalog::view
