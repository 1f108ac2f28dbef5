#pragma once

#include <optional>
#include <string>

#include "diagnostics/diagnostics.h"
#include "format/shape.h"
#include "source/tree.h"

namespace catalog::format {

/// A file's bytes in the canonical layout (see layout.h), or nothing where it
/// is left alone: it cannot be read without errors, which are reported. The
/// result is read again before it is given out, and says what the file said:
/// the same tree but for the order of keys, with the same comments.
std::optional<std::string> formatted(const source::SourceTree& tree,
                                     source::FileId file, const Guide& guide,
                                     diagnostics::Diagnostics& found);

/// Whether two trees say the same: the same texts in the same places; the
/// order of keys does not count, nor how things are written.
bool is_same(syntax::Node a, syntax::Node b);

}  // namespace catalog::format
