#pragma once

#include <cstddef>

#include "phrase/citation_reading.h"

namespace catalog::phrase {

/// Takes everything behind a title that belongs to its citation: the number,
/// provisions, brackets, notes, what an article says. Then the citation, which
/// began at `begin`, is done and joins the others.
void finish(BasisReading& reading, Citation& citation, std::size_t begin);

}  // namespace catalog::phrase
