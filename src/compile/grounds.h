#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "compile/compile.h"
#include "publish/manifest.h"

namespace catalog::compile {

/// Now, in ns since 1970: to be noted before the first file is read.
std::int64_t moment();

/// What outputs of a compilation rest on: the files of its chain as they were
/// read, and what the system says of each now. `folder` is the catalog's,
/// `begun` the moment before it was read.
publish::Grounds grounds_of(const Compilation& run,
                            const std::filesystem::path& folder,
                            std::string order, std::int64_t begun);

/// Whether the files that a build rests on are as they were, and no others
/// came: told by their stamps, by their bytes where a stamp is in doubt or
/// nothing is to be trusted. No file is parsed.
bool still_hold(const publish::Grounds& grounds,
                const std::filesystem::path& folder, bool trusts_nothing);

/// The inputs as `build.json` names them: path to hash, those of a base with
/// its id before them.
std::map<std::string, std::string> inputs_of(const Compilation& run);

}  // namespace catalog::compile
