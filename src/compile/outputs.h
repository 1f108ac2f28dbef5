#pragma once

#include <string>
#include <vector>

#include "compile/compile.h"
#include "emit/emitters.h"

namespace catalog::compile {

/// The outputs to make, in the order of the table of emitters: those asked for
/// by name, else those of the manifest, else all. A name in the manifest that
/// is no output's is reported.
std::vector<const emit::Emitter*> outputs_of(
    const Compilation& run, const std::vector<std::string>& asked_for,
    diagnostics::Diagnostics& found);

}  // namespace catalog::compile
