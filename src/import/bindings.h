#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "import/base.h"
#include "import/catalog.h"
#include "import/departure.h"
#include "import/report.h"

namespace catalog::import {

/// A role of the base and the offices that the tables name in its place.
struct BoundRole {
  std::string role;
  std::vector<std::string> bodies;
};

/// Who plays the roles of the base, by what most items say.
class Bindings {
 public:
  Bindings(const Imported& imported, const Base& base, Remarks& remarks);

  /// Counts what an item says of the roles of its item in the base.
  void vote(const Item& item, const Departure& departure);

  /// The offices that more than half of the items name.
  std::vector<BoundRole> bound();

  /// Writes the body where the bindings do not say it. After `bound`.
  void settle(const Item& item, Departure& departure);

 private:
  std::optional<std::vector<BoundRole>> ballot_of(const Item& item,
                                                  const Item& of_base) const;
  std::string names(const std::vector<std::string>& ids) const;

  const Base& base_;
  Remarks& remarks_;
  std::map<std::string, const Registered*> bodies_;
  std::vector<std::string> roles_;  // in the order of the tables
  std::map<std::string, Place> places_;
  std::map<std::string, std::map<std::vector<std::string>, std::size_t>> votes_;
  std::map<std::string, std::vector<std::string>> chosen_;
};

}  // namespace catalog::import
