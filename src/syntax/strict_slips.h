#pragma once

#include "diagnostics/diagnostics.h"
#include "syntax/recovery.h"
#include "syntax/strict_parser.h"

namespace catalog::syntax {

/// Reports the mistake that stopped the strict parser: at the place where it
/// was made, in the words that the other reader has for it.
Slip report_slip(std::string_view text, const StrictParser& parser,
                 diagnostics::Diagnostics& diagnostics);

}  // namespace catalog::syntax
