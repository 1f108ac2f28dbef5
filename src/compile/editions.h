#pragma once

#include <vector>

#include "compile/compile.h"
#include "resolve/edition.h"

namespace catalog::compile {

/// The editions of a catalog: its own, then that of each place below it in the
/// order written. They select from the compilation, which must outlive them.
std::vector<resolve::Edition> editions_of(const Compilation& run);

}  // namespace catalog::compile
