#pragma once

#include <string_view>

#include "phrase/timing_reading.h"

namespace catalog::phrase {

/// Reads a sentence of a phrase. What a comma separates in it shares the part
/// of the content it is about. What is not understood is a slip. `is_inner`:
/// in brackets behind a clause, about which it may say more.
void read_sentence(Reading& reading, std::string_view text, Scope scope,
                   bool is_inner = false);

}  // namespace catalog::phrase
