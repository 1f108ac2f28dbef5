#pragma once

#include <string_view>

#include "phrase/timing_reading.h"

namespace catalog::phrase {

/// Reads a piece of a phrase, without top-level commas, to its end: a clause
/// and what follows it. False where that cannot be; then nothing was read.
/// `depth`: how many clauses of the piece stand before it.
bool read_piece(Reading& reading, std::string_view text, Scope& scope,
                int depth = 0);

/// Takes 其中, 同时, 并 and the like off the front.
void take_joint(std::string_view& piece);

}  // namespace catalog::phrase
