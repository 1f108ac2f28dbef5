#pragma once

#include <filesystem>

#include "cli/terminal.h"
#include "compile/compile.h"
#include "diagnostics/render.h"

namespace catalog::cli {

/// What a compilation found, with paths from where the user stands. Seconds
/// are told only on a terminal, so that transcripts stay the same.
diagnostics::Report report_of(const compile::Compilation& run,
                              const std::filesystem::path& folder,
                              const ProgressLine& line, bool is_terminal);

/// For commands that show a catalog whether it is sound or not: says on
/// standard error that it has errors. Gives the exit code.
int note_errors(const compile::Compilation& run,
                diagnostics::Language language);

}  // namespace catalog::cli
