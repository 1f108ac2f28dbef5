#pragma once

#include <vector>

#include "phrase/timing.h"

namespace catalog::phrase {

/// Its printed form has a verb to put the act in.
bool has_verb(const Clause& clause);

/// Brings clauses to the form that a reading of their canonical text gives:
/// each says one thing, texts are as printed.
std::vector<Clause> settled(std::vector<Clause> clauses);

}  // namespace catalog::phrase
