#pragma once

#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.h"

namespace catalog::check {

/// Reports a name that is no rule's, and which of `known` was probably meant.
void report_unknown_rule(std::string_view name, source::Span place,
                         const std::vector<std::string_view>& known,
                         diagnostics::Diagnostics& found);

}  // namespace catalog::check
