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

/// What a state tells of a build: its outputs, parts, grounds and shard, not
/// its program and inputs. Nothing unless the bytes are whole and of the build
/// whose `build.json` has that hash.
std::optional<Manifest> read_state(std::string_view bytes,
                                   std::string_view hash_of_manifest);

/// Adds to a manifest what the state tells of its outputs, and what it was
/// made from; nothing if there is none of it.
void add_state(std::optional<Manifest> state, Manifest& manifest);

}  // namespace catalog::publish
