#pragma once

#include "schema/evaluation.h"

namespace catalog::schema {

/// The children of a collection that `schema` or some schema in place looks
/// at, whether they fit it or not: what is wrong with them was said. The others
/// are `unevaluated…`'s.
Seen looked_at(const Program& program, Evaluation& evaluation,
               const Subschema& schema, const Value& value, const Scope* scope);

}  // namespace catalog::schema
