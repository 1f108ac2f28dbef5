#pragma once

#include <filesystem>
#include <vector>

#include "publish/publish.h"

namespace catalog::publish {

/// Joins the shards of one build to what the build would have been undivided,
/// byte for byte, and replaces OUT by it as `publish` does. Files come over by
/// hard link, else by copy; every one is hashed. Throws Failure where they are
/// not all the shards of one build, each once and as it was built.
Outcome merge(const std::filesystem::path& out,
              const std::vector<std::filesystem::path>& shards,
              bool discard_edits);

}  // namespace catalog::publish
