#pragma once

#include <map>
#include <optional>
#include <string>

#include "publish/files.h"

namespace catalog::publish {

/// A file that a build wrote, as it was when the build ended.
struct Output {
  Identity identity;
  std::string hash;
};

/// What `build.json` says of the last build: what it wrote, from what. It is
/// the one file of OUT that differs between two builds of the same catalog:
/// times and inodes are the disk's.
struct Manifest {
  std::string program;                        // name and version
  std::map<std::string, std::string> inputs;  // path to hash
  std::map<std::string, Output> outputs;      // path to file
};

/// The manifest in `folder`; nothing if there is none or it is another
/// program's. Throws Failure, naming the folder as `shown`, if it is ours and
/// cannot be trusted: anyone may have edited it, and by it files are removed.
std::optional<Manifest> manifest_in(const source::Descriptor& folder,
                                    const std::string& shown);

/// The bytes of `build.json`.
std::string json_of(const Manifest& manifest);

}  // namespace catalog::publish
