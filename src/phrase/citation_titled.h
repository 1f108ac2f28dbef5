#pragma once

#include <cstddef>

#include "phrase/citation_reading.h"

namespace catalog::phrase {

/// Reads the citation whose 《…》 opens at the place read up to: the title,
/// closed or not, and what is behind it.
void read_titled(BasisReading& reading);

}  // namespace catalog::phrase
