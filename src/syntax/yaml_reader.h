#pragma once

#include "diagnostics/diagnostics.h"
#include "source/tree.h"
#include "syntax/tree.h"

namespace catalog::syntax {

/// Deeper nesting is refused: no catalog comes near it.
inline constexpr std::size_t max_depth = 64;

/// Reads YAML through yaml-cpp's events; the places are found here.
///
/// What the source language leaves out (anchors, tags, second documents …) is
/// reported and poisons only its node. At a syntax error the lines concerned
/// are skipped and the rest is read, up to a number of errors; after that, the
/// rest of the file is skipped.
///
/// An empty value is a plain scalar without text right after its colon or
/// dash. A block scalar's range begins at its `|` or `>` and ends before the
/// break of its last line; a block collection's goes from its first key or
/// dash to the end of its last value. Lines end in LF, CRLF or CR.
Document read_yaml(const source::SourceTree& tree, source::FileId file,
                   diagnostics::Diagnostics& diagnostics);

}  // namespace catalog::syntax
