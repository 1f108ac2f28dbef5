#pragma once

#include <optional>
#include <string>
#include <vector>

#include "format/shape.h"
#include "syntax/tree.h"

namespace catalog::format {

using Lines = std::vector<std::string>;

/// A scalar on one line, where it can be: as it was written, or in quotes
/// where it needs them. Nothing for block scalars and, in block style, for
/// those of several lines.
std::optional<std::string> line_of(syntax::Node scalar, const Shape& shape,
                                   bool is_in_flow);

/// A scalar of several lines: the first without indentation, the others in
/// `column`. Blank lines have none.
Lines lines_of(syntax::Node scalar, std::size_t column);

/// Whether the blank lines behind a node would be its text: it ends in a block
/// scalar that keeps them.
bool takes_blank_lines(syntax::Node node);

}  // namespace catalog::format
