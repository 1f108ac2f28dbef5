#pragma once

#include <string_view>
#include <vector>

#include "import/words.h"

namespace catalog::import {

/// What a column holds, by its cells, for where the words over it do not say:
/// basis, mode, levels, audience, channels, timing or body. `none` where fewer
/// than two in three of the cells are plainly so, or there are fewer than
/// three of them.
Field field_by_values(const std::vector<std::string_view>& cells);

/// Whether a cell says, in whatever form, how something is disclosed:
/// proactively, on request, in part, or whether it is.
bool says_mode(std::string_view cell);

}  // namespace catalog::import
