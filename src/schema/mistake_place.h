#pragma once

#include <optional>

#include "schema/mistake.h"
#include "source/span.h"

/// Where mistakes are shown.
namespace catalog::schema {

/// The value; an empty one is shown at its key.
source::Span value_span(const Mistake& mistake);

/// Where a collection begins: the key before it; in a list, its first key.
source::Span head_span(const Mistake& mistake);

/// The first child beyond a limit.
source::Span excess_span(const Mistake& mistake);

/// What has no meaning for the mistake: the entry of an unknown key, a value
/// that cannot be read. Counts and lengths leave the meaning as it is.
std::optional<source::Span> poisoned_span(const Mistake& mistake);

}  // namespace catalog::schema
