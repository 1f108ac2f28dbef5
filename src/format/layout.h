#pragma once

#include <string>

#include "format/shape.h"
#include "syntax/tree.h"

namespace catalog::format {

/// A document in the one layout that there is: two spaces a level, lists
/// indented under their key, keys in the order of the schema, a blank line
/// between the items of a section that take more than one line, short lists
/// of ids in flow style, flow style that does not fit on a line in block
/// style. Scalars keep the quotes they have, and get some where YAML 1.2 takes
/// a text for a number or the like. Comments stay with what they belong to.
///
/// The document must have been read without errors, and its lines end in LF.
std::string layout_of(const syntax::Document& document, const Shape& shape);

}  // namespace catalog::format
