#pragma once

#include <atomic>
#include <string>
#include <vector>

#include "cli/last_edition.h"
#include "compile/editions.h"
#include "compile/fingerprint.h"
#include "emit/emitters.h"
#include "publish/publish.h"
#include "view/publication.h"

namespace catalog::cli {

/// The editions of a build and the outputs that are made of each.
class BuildEditions {
 public:
  /// What is made of each edition.
  struct Outputs {
    std::vector<const emit::Emitter*> formats;
    bool has_bodies = false;  // and a workbook for each body
  };
  /// How many were written, and how many of them came over from the last build.
  struct Count {
    std::atomic<std::size_t> all = 0;
    std::atomic<std::size_t> as_before = 0;
  };

  BuildEditions(const compile::Compilation& run,
                std::vector<compile::Place> places, Outputs outputs,
                const LastEdition& last);

  bool empty() const { return places_.empty(); }

  /// Writes them, as many at once as there are threads: each is made when its
  /// turn comes and freed when it is written. Of a shard only its own are
  /// written, and the index of all.
  void write(const publish::Shard& shard, bool has_index,
             const compile::Settings& settings, publish::Parts& parts,
             Count& count) const;

 private:
  view::Publication head_of(const resolve::Edition& edition) const;
  bool write_one(const resolve::Edition& edition, const std::string& folder,
                 const compile::Fingerprints& fingerprints,
                 publish::Parts& parts) const;

  const compile::Compilation& run_;
  const LastEdition& last_;
  std::vector<compile::Place> places_;
  Outputs outputs_;
  std::vector<std::string> formats_;  // their names
  std::string theme_;                 // its hash
};

}  // namespace catalog::cli
