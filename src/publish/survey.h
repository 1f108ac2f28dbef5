#pragma once

#include <map>
#include <string>
#include <vector>

#include "publish/manifest.h"

namespace catalog::publish {

/// What stands in an output folder, against its manifest. Paths are sorted.
struct Survey {
  std::map<std::string, Identity> intact;  // as the build left them
  std::map<std::string, Identity> edited;  // outputs with other bytes
  std::vector<std::string> locks;    // of programs that have an output open
  std::vector<std::string> foreign;  // not from a build; folders end in `/`
  std::vector<std::string> junk;     // what file managers leave behind

  bool is_empty() const {
    return intact.empty() && edited.empty() && locks.empty() &&
           foreign.empty() && junk.empty();
  }
};

/// `.DS_Store` and the like, which come by looking at a folder.
bool is_junk(std::string_view name);

/// Looks through `folder`, which the user knows as `shown`; `build.json` and
/// its state are left out. A file whose size, time and inode are in doubt is
/// hashed; every one where nothing is to be trusted. Throws Failure if the
/// folder cannot be read.
Survey survey_of(const source::Descriptor& folder, const std::string& shown,
                 const Manifest& manifest, bool trusts_nothing = false);

}  // namespace catalog::publish
