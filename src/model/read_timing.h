#pragma once

#include "model/reader.h"

namespace catalog::model {

/// A timing as a phrase or as a list of clauses.
Timing read_timing(Reader& reader, syntax::Node node);

}  // namespace catalog::model
