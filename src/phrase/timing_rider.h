#pragma once

#include <optional>
#include <string_view>

#include "phrase/timing_clause.h"

namespace catalog::phrase {

/// `法律、法规另有规定的,从其规定` and other remarks beside a timing, which
/// say no time of their own.
bool is_rider(std::string_view sentence);

/// The rest of `情况复杂的,可延长7个工作日` from 可 on.
std::optional<ReadClause> read_extension(std::string_view piece);

}  // namespace catalog::phrase
