#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "publish/files.h"
#include "source/inventory.h"

namespace catalog::publish {

/// A file that a build wrote, as it was when the build ended.
struct Output {
  Identity identity;  // without `build.json`'s state only its size
  std::string hash;
  std::string part = {};  // of the build; see Parts in publish/publish.h
};

/// A file that a build was made from.
struct Input {
  std::string hash;
  source::Stamp stamp;
};

/// One of the folders that a build was made from.
struct Root {
  std::string way;  // how the one before names it; the first has none
  std::map<std::string, Input> files;
  /// Those that are not found by walking through the folder, but by name.
  std::vector<std::string> named;
};

/// Why a build came out as it did: if all of it is as it was, so is the build.
struct Grounds {
  std::string program;       // names its code; empty: nothing may be trusted
  std::string order;         // what was asked for
  std::int64_t begun = 0;    // when the roots were looked at
  std::size_t warnings = 0;  // that it gave
  std::vector<Root> roots;
};

/// A part of the editions of a build, for `merge` to join.
struct Shard {
  std::size_t number = 0;  // from 1
  std::size_t of = 0;      // 0: it is the whole build
  std::string build;       // names the whole

  explicit operator bool() const { return of > 0; }
};

/// What `build.json` says of the last build: what it wrote, from what. The
/// same build gives the same bytes; what the disk adds to it stands beside it.
struct Manifest {
  std::string program;                        // name and version
  std::map<std::string, std::string> inputs;  // path to hash
  std::map<std::string, Output> outputs;      // path to file
  Shard shard = {};
  // Of the state beside it; see publish/state.h.
  std::map<std::string, std::string> parts = {};  // name to key
  Grounds grounds = {};
};

/// The manifest in `folder`, with its state if that is sound; nothing if there
/// is none or it is another program's. Throws Failure, naming the folder as
/// `shown`, if it is ours and cannot be trusted: anyone may have edited it,
/// and by it files are removed.
std::optional<Manifest> manifest_in(const source::Descriptor& folder,
                                    const std::string& shown);

/// The same by its state alone, which is read faster; nothing where that does
/// not tell all of it. See `read_state` for what is left out.
std::optional<Manifest> state_in(const source::Descriptor& folder);

/// The bytes of `build.json`.
std::string json_of(const Manifest& manifest);

}  // namespace catalog::publish
