#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "compile/compile.h"
#include "diagnostics/diagnostics.h"
#include "syntax/tree.h"

namespace catalog::compile {

/// Does one step for every file of the author on its own, several at once.
/// What is found comes in the order of the files.
void for_each_file(
    Compilation& run, const Settings& settings, const diagnostics::Words& doing,
    const std::function<void(std::size_t, diagnostics::Diagnostics&)>& step);

/// What was written in every file, each part with its place. Where that is
/// more than fits into memory, the files from the one on that is too much are
/// left out, and it is said.
std::vector<syntax::Document> documents_of(Compilation& run,
                                           const Settings& settings);

}  // namespace catalog::compile
