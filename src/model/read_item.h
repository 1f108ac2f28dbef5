#pragma once

#include <optional>

#include "model/item.h"
#include "model/reader.h"

namespace catalog::model {

/// An item as it stands in its file, with what the file's `defaults` give
/// where it is silent.
Item read_item(Reader& reader, syntax::Node node,
               std::optional<syntax::Node> defaults);

Supervision read_supervision(Reader& reader, syntax::Node node);

}  // namespace catalog::model
