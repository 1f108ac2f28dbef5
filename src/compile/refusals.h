#pragma once

#include <vector>

#include "diagnostics/diagnostics.h"
#include "source/tree.h"

namespace catalog::compile {

/// Says of each file that was not read why, and what to do. Its content is
/// unknown from then on.
void report(const std::vector<source::Refused>& refused,
            const source::SourceTree& tree, diagnostics::Diagnostics& found);

/// The same for one file, at the place that names it.
void report(source::Refusal why, source::Span place,
            diagnostics::Diagnostics& found);

}  // namespace catalog::compile
