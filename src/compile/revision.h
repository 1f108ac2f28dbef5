#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "diagnostics/message.h"
#include "source/temporary.h"

namespace catalog::compile {

/// `HEAD~1:catalog`: a folder or file of a git repository as it once was.
struct Revision {
  std::string commit;  // what git calls by such a name
  std::string path;    // as written; empty: where the other side lies
};

/// Reads `COMMIT:PATH`. Nothing where it is not of that form.
std::optional<Revision> revision_of(std::string_view spec);

/// Why a revision cannot be had: what to tell the user.
struct NoRevision {
  std::string en;
  std::string zh;

  std::string_view in(diagnostics::Language language) const {
    return language == diagnostics::Language::zh ? zh : en;
  }
};

/// What a revision held, written where it can be read like any folder.
struct CheckedOut {
  source::TemporaryFolder folder;  // gone with it
  std::filesystem::path place;     // in it: a catalog's folder, or a file
};

/// Takes a catalog and those that it extends out of the repository that
/// `inside` is a folder of: by `git cat-file`, run without a shell, with
/// nothing changed in the repository. `elsewhere` is the folder that an empty
/// path means. Paths that leave the repository are refused, links are taken
/// as copies of what they lead to, sizes are bounded as for folders.
std::variant<CheckedOut, NoRevision> checked_out(
    const Revision& revision, const std::filesystem::path& inside,
    const std::filesystem::path& elsewhere);

}  // namespace catalog::compile
