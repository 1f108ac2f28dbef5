#pragma once

#include "phrase/citation_reading.h"

namespace catalog::phrase {

/// Reads the words at the place read up to, which do not begin with 《: a
/// citation without 《》, what is said before one, or what names no text. Takes
/// at least a character.
void read_untitled(BasisReading& reading);

}  // namespace catalog::phrase
