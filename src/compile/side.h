#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "compare/changes.h"
#include "compile/compile.h"
#include "compile/revision.h"

namespace catalog::compile {

/// One side of a comparison, compiled.
struct Opened {
  std::string label;                              // as the user wrote it
  std::optional<source::TemporaryFolder> folder;  // that it was unpacked into
  std::unique_ptr<Compilation> run;
  compare::Knows knows = compare::Knows::all;
};

/// Opens what a user names: a folder, a git revision, or a built catalog.json.
/// `other` is the other side, as written: where a revision without a path
/// lies. Mistakes in the catalog are in its compilation, as ever.
std::variant<Opened, NoRevision> opened(const std::string& spec,
                                        const std::string& other,
                                        const Settings& settings);

/// What readers of an edition are told of what changed since `last`, as its
/// place reads both; to a place below that is its items. That version and day
/// are others is not told. Nothing where `last` had no edition of the place.
std::optional<compare::Changes> changes_since(const Opened& last,
                                              const resolve::Edition& now);

/// Names what changed: the same changes, the same name.
std::string hash_of(const compare::Changes& changes);

/// Names the files that a side was read from.
std::string hash_of(const Opened& side);

}  // namespace catalog::compile
