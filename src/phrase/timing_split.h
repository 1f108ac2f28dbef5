#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "phrase/timing_words.h"

namespace catalog::phrase {

/// The parts of a text between signs outside brackets and quotes; empty ones
/// left out. `lists`: list marks such as `1.`, `(一)` part it too.
std::vector<std::string_view> split(std::string_view text, Words signs,
                                    bool lists);

/// Where the last colon stands that is not in brackets or a time of day; npos
/// where none does.
std::size_t last_colon(std::string_view text);

/// From the beginning of one part of a text to the end of a later one.
std::string_view from_to(std::string_view first, std::string_view last);

}  // namespace catalog::phrase
