#pragma once

#include <string>
#include <vector>

#include "diagnostics/render.h"

namespace catalog::diagnostics {

/// A name for each finding of a report, in their order, that no other has and
/// that stays when lines above are added or taken away, and in either language:
/// of its code, its file and the text it is about, and of how many alike stand
/// before it.
std::vector<std::string> fingerprints_of(const std::vector<Diagnostic>& all,
                                         const Report& report);

}  // namespace catalog::diagnostics
