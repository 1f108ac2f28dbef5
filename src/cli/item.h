#pragma once

#include <string>

#include "cli/command.h"
#include "compile/compile.h"

namespace catalog::cli {

/// Says that there is no item of that id, and which was probably meant. Gives
/// the exit code.
int unknown_item(const compile::Compilation& run, const std::string& id,
                 Language language);

}  // namespace catalog::cli
