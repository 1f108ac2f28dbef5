#pragma once

#include <filesystem>
#include <optional>

#include "cli/command.h"
#include "compile/side.h"

namespace catalog::cli {

/// The edition that readers had before; nothing where none is named.
using LastEdition = std::optional<compile::Opened>;

/// Names it, in the same words as `diff` does its sides.
inline constexpr Option since_option{
    "--since",
    "",
    "OLD",
    {"the last edition, as for diff; the site says what changed",
     "上一版，写法同 diff；网站另列本版的变化"}};

/// Opens what `--since` names, for the catalog in `folder`. Else the exit
/// code, and why is said: where it cannot be read whole, what the site would
/// say of it might be wrong.
int open_last(const Arguments& arguments, const std::filesystem::path& folder,
              LastEdition& last);

}  // namespace catalog::cli
