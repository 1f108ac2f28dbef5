#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "runner/command.h"

namespace catalog::runner {

/// Plays a transcript again: gives the text it would have now. Commands and
/// the words before the first of them stay as they are; `outcome_of` is asked
/// for each command, and what it gives takes the place of the old output.
std::string replay(
    std::string_view session,
    const std::function<Outcome(const std::string& command)>& outcome_of);

}  // namespace catalog::runner
