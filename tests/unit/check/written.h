#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.h"
#include "source/tree.h"

namespace catalog::check {

/// The codes of what the rules find in a catalog of one file, in the order of
/// their places; `found_at` with what is written there: `ditto 同上`.
std::vector<std::string> found_in(std::string_view yaml);
std::vector<std::string> found_at(std::string_view yaml);

/// What the rules find in a tree, by place.
std::vector<diagnostics::Diagnostic> check_tree(const source::SourceTree& tree,
                                                diagnostics::Language language);

}  // namespace catalog::check
