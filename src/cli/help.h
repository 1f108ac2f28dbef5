#pragma once

#include <string>

#include "cli/command.h"

namespace catalog::cli {

/// What the program is and which commands it has, on one screen.
std::string help(Language language);

/// One command on one screen: what it does, its arguments and options, two
/// examples.
std::string help(const Command& command, Language language);

std::string version();

}  // namespace catalog::cli
