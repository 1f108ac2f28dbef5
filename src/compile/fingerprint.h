#pragma once

#include <map>
#include <string>
#include <vector>

#include "compile/compile.h"
#include "source/lines.h"

namespace catalog::compile {

class Print;

/// Tells whether an output of an edition would come out as it did before,
/// without making it: by hashes of all that outputs may know. Of an edition
/// these are its items as they read there, who plays its roles, its place, and
/// the registries of its catalog and of those that it extends. The compilation
/// must outlive it. Made once; then used by several threads.
class Fingerprints {
 public:
  explicit Fingerprints(const Compilation& run);

  /// What the outputs of an edition depend on. Those that tell lines and
  /// columns of the sources depend on these too.
  struct Edition {
    std::string content;
    std::string places;
  };
  Edition of(const resolve::Edition& edition) const;

  /// Of the places that have editions: for outputs that lead to those.
  const std::string& neighbours() const { return neighbours_; }

 private:
  struct Item {
    std::string content;
    std::string places;
  };
  void read_lines();
  std::string file_of(const source::Span& span) const;
  std::string place_of(const source::Span& span) const;
  Item item_of(const resolve::Item& item) const;
  void add_roles(const resolve::Edition& edition, Print& content,
                 Print& places) const;

  const Compilation& run_;
  std::map<source::FileId, source::Lines> lines_;  // of the chain's files
  std::string common_;                             // of the registries
  std::string neighbours_;
  std::vector<Item> items_;  // by ItemId
};

}  // namespace catalog::compile
