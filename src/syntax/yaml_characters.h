#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.h"
#include "source/tree.h"

namespace catalog::syntax {

/// A file's bytes made fit for reading: as long as the file, with a space for
/// each control character, `?` for each byte that is not UTF-8, LF for a CR
/// that ends a line alone, and no tabs on lines without text.
struct Characters {
  std::string text;
  std::vector<source::Span> unsound;  // what was reported: unknown to all
  bool is_text = true;                // false: nothing can be read from it
};

/// Whether a text has nothing that `check_characters` reports or changes: it
/// is UTF-8 without control and bidirectional characters, tabs and carriage
/// returns. A single look at each byte.
bool is_plain_text(std::string_view bytes);

/// Reports what no text file may hold: bytes that are not UTF-8, byte order
/// marks but at the start, control and bidirectional characters.
Characters check_characters(const source::SourceTree& tree, source::FileId file,
                            diagnostics::Diagnostics& diagnostics);

}  // namespace catalog::syntax
