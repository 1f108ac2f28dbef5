#pragma once

#include <cstddef>
#include <string_view>

#include "diagnostics/diagnostics.h"
#include "source/span.h"

namespace catalog::syntax {

/// The bytes of an escape, from its backslash on, by the letter behind that.
std::size_t escape_length(char letter);

/// Reports the escapes of a double-quoted text, quotes included, that write
/// what may not stand there raw: control and bidirectional characters.
void check_escapes(std::string_view bytes, const source::Span& quoted,
                   diagnostics::Diagnostics& diagnostics);

}  // namespace catalog::syntax
