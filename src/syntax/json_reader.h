#pragma once

#include <cstddef>
#include <string_view>

#include "diagnostics/diagnostics.h"
#include "syntax/tree.h"

namespace catalog::syntax {

/// JSON nested deeper than this is refused.
inline constexpr std::size_t max_json_depth = 128;

/// Reads a JSON text (RFC 8259, strictly) into the flat tree, with
/// `Notation::json`. The bytes must outlive the document.
///
/// The first syntax error ends the reading: it is reported at its place, the
/// whole file is poisoned and `skipped`, and the document has no nodes. A
/// repeated key is reported, poisoned and read on. A surrogate that stands
/// alone (`\ud800`) is no character, and so a syntax error.
Document read_json(source::FileId file, std::string_view bytes,
                   diagnostics::Diagnostics& diagnostics);

}  // namespace catalog::syntax
