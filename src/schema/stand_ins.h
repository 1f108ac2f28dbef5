#pragma once

#include "schema/program.h"

namespace catalog::schema {

/// Finds the schemas that only refer to others. Where references are dynamic,
/// it matters by which way a schema is come to: nothing stands in for it then.
void find_stand_ins(Program& program);

}  // namespace catalog::schema
