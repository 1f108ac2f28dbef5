#pragma once

#include <vector>

#include "phrase/timing.h"

namespace catalog::phrase {

/// Brings clauses to the form that a reading of their canonical text gives:
/// each says one thing, texts are as printed.
std::vector<Clause> settled(std::vector<Clause> clauses);

}  // namespace catalog::phrase
