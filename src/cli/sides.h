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

/// Whether all of a side could be read. Where not, says on standard error what
/// could not be; mistakes that rules find do not hinder a comparison.
bool is_read(const compile::Opened& side, Language language);

}  // namespace catalog::cli
