#pragma once

#include <functional>
#include <string>
#include <vector>

#include "publish/manifest.h"
#include "publish/place.h"

namespace catalog::publish {

/// The list of what a build is putting into its staging folder, a path a line,
/// each written before the file is made: by it a build that was killed is
/// cleared away. Gone before the folder is switched in.
inline constexpr const char* staging_list = ".staged";

/// A flat folder in the staging folder for libraries that write files
/// themselves, with whatever else they make there; gone likewise.
inline constexpr const char* scratch_folder = ".scratch";

/// Empties and removes the scratch folder of a staging folder. Whether there
/// is none now; sets errno.
bool remove_scratch(const source::Descriptor& staging);

/// What became of a folder that was to be removed.
struct Removal {
  std::vector<std::string> kept;  // that were not ours to remove
  std::string kept_as;            // the folder's new name; empty: it is gone
};

/// Whether the file, found by that path, may go.
using MayRemove =
    std::function<bool(const std::string& path, const struct stat& status)>;

/// Removes the folder `name` beside OUT: the listed files that may go, what
/// file managers left, and the folders that are empty then; never more. The
/// list and `build.json` go last, so that a removal that was cut off can be
/// taken up. What stays is put aside under a name that people see. Throws
/// Failure.
Removal remove_listed(const Place& place, const std::string& name,
                      const std::vector<std::string>& paths,
                      const MayRemove& may_remove);

/// The same for a folder that a build left behind, when it was killed: the
/// staging folder, by its list; an old build, by its manifest, where files that
/// were changed since stay. Throws Failure if the folder has neither and is not
/// empty: it is not ours.
Removal remove_left_behind(const Place& place, const std::string& name);

/// The same for an old build: its outputs, unless they were changed since.
/// `accepted` are edited ones that may go as they were seen.
Removal remove_build(const Place& place, const std::string& name,
                     const Manifest& manifest,
                     const std::map<std::string, Identity>& accepted);

}  // namespace catalog::publish
