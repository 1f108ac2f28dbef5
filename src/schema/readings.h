#pragma once

#include "diagnostics/diagnostics.h"
#include "schema/program.h"
#include "schema/schema.h"

namespace catalog::schema {

/// Finds out how each subschema reads a plain scalar and which types it admits,
/// from all the subschemas that apply to the same value. False where they do so
/// without end, or too deeply, or (in schemas of ours) bound numbers without
/// reading any: that is reported.
bool find_readings(Program& program, Dialect dialect,
                   diagnostics::Diagnostics& diagnostics);

}  // namespace catalog::schema
