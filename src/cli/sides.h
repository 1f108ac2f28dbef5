#pragma once

#include <optional>
#include <string>

#include "cli/command.h"
#include "compile/side.h"

namespace catalog::cli {

/// Opens a side of a comparison. Nothing, which is said, where there is none.
std::optional<compile::Opened> side_of(const std::string& spec,
                                       const std::string& other,
                                       const Arguments& arguments);

/// Says on standard error what of a side could not be read, if anything:
/// mistakes that the rules find do not hinder a comparison.
void note_unread(const compile::Opened& side, Language language);

}  // namespace catalog::cli
