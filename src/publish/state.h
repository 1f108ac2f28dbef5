#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "publish/manifest.h"
#include "source/inventory.h"

namespace catalog::publish {

/// What the disk says of a build, for the next one to trust: `.build-state`
/// beside `build.json`. It is the one file of OUT that differs between two
/// builds of the same catalog; without it all is told by hashes, more slowly.
inline constexpr std::string_view state_file = ".build-state";

/// The bytes of the state of a build whose `build.json` has that hash.
std::string state_of(const Manifest& manifest,
                     std::string_view hash_of_manifest);

/// Adds to a manifest what the state tells of its outputs, and what it was
/// made from. Whether the bytes are whole and of that very manifest; if not,
/// nothing is added.
bool add_state(std::string_view bytes, std::string_view hash_of_manifest,
               Manifest& manifest);

}  // namespace catalog::publish
