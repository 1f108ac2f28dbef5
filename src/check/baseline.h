#pragma once

#include <compare>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.h"
#include "source/tree.h"

namespace catalog::check {

/// What a finding is about, whatever file and line it stands in.
struct Subject {
  std::string section;  // `items`, `laws` …
  std::string id;       // of the entry; empty where it has none
  std::string field;    // the key in the entry; empty: all of it
  std::string rule;

  friend auto operator<=>(const Subject&, const Subject&) = default;
};

/// The findings that a catalog is known to have, so that only new ones count.
using Baseline = std::map<Subject, std::size_t>;

/// A baseline of what rules found. What stops a catalog from being read, and
/// what is weaker than a base asks for, is in no baseline.
Baseline baseline_of(const std::vector<diagnostics::Diagnostic>& findings,
                     const source::SourceTree& tree);

/// As JSON, sorted, an entry a line: a change to it is easy to read.
std::string text_of(const Baseline& baseline);

/// The same read; nothing where it is no such text, which is reported.
std::optional<Baseline> read_baseline(const source::SourceTree& tree,
                                      source::FileId file,
                                      diagnostics::Diagnostics& found);

struct Known {
  std::size_t dropped = 0;  // findings that the baseline has
  std::size_t stale = 0;    // entries for more than was found
};

/// Takes away the findings that are known. Where more are found of a subject
/// than are known, all of them stay: which are new cannot be told.
Known drop_known(const Baseline& known, const source::SourceTree& tree,
                 diagnostics::Diagnostics& found);

}  // namespace catalog::check
