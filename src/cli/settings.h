#pragma once

#include "cli/command.h"
#include "cli/terminal.h"
#include "compile/compile.h"

namespace catalog::cli {

/// How the command line asks to compile. Work that goes on is shown on the
/// line, which must outlive the settings.
compile::Settings settings_of(const Arguments& arguments, ProgressLine& line);

}  // namespace catalog::cli
