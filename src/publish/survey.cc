#include "publish/survey.h"

#include <fcntl.h>

#include <cerrno>
#include <set>

#include "publish/state.h"
#include "source/failure.h"
#include "source/tree.h"

namespace catalog::publish {
namespace {

using source::Descriptor;

/// Word and Excel, LibreOffice, WPS.
bool is_lock(std::string_view name) {
  return name.starts_with("~$") || name.starts_with(".~");
}

struct Look {
  const std::string& shown;
  const Manifest& manifest;
  std::set<std::string, std::less<>> folders;  // that outputs lie in
  std::int64_t end = 0;  // of the build; later changes are later than this
  bool trusts_nothing = false;
  Survey survey;
};

/// Whether a file that is an output by name is one by its bytes.
bool is_intact(const Look& look, const Descriptor& folder,
               const std::string& name, const Output& output,
               const Identity& now) {
  if (now.size != output.identity.size) return false;
  // A change in the same tick of the clock as the build leaves no trace.
  if (!look.trusts_nothing && now == output.identity && now.time < look.end)
    return true;
  const Descriptor file = source::open_regular(folder.get(), name.c_str());
  const auto hash = file ? hash_of(file) : std::nullopt;
  if (!hash) source::fail_errno("read", "读取", look.shown + "/" + name);
  return *hash == output.hash;
}

void look_at_file(Look& look, const Descriptor& folder, const std::string& name,
                  const std::string& path, const struct stat& status) {
  const auto output = look.manifest.outputs.find(path);
  if (output == look.manifest.outputs.end()) {
    (is_lock(name)   ? look.survey.locks
     : is_junk(name) ? look.survey.junk
                     : look.survey.foreign)
        .push_back(path);
    return;
  }
  const Identity now = identity_of(status);
  (is_intact(look, folder, name, output->second, now) ? look.survey.intact
                                                      : look.survey.edited)
      .emplace(path, now);
}

void look_through(Look& look, const Descriptor& folder,
                  const std::string& prefix) {
  const auto names = folder ? source::names_in(folder) : std::nullopt;
  if (!names) source::fail_errno("read", "读取", look.shown + "/" + prefix);
  for (const std::string& name : *names) {
    const std::string path = prefix + name;
    if (path == source::build_manifest || path == state_file) continue;
    struct stat status {};
    if (::fstatat(folder.get(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW)) {
      if (errno == ENOENT) continue;
      source::fail_errno("read", "读取", look.shown + "/" + path);
    }
    if (S_ISREG(status.st_mode))
      look_at_file(look, folder, name, path, status);
    else if (S_ISDIR(status.st_mode) && look.folders.contains(path))
      look_through(look,
                   source::open_at(folder.get(), name.c_str(),
                                   O_RDONLY | O_DIRECTORY | O_NOFOLLOW),
                   path + "/");
    else
      look.survey.foreign.push_back(path +
                                    (S_ISDIR(status.st_mode) ? "/" : ""));
  }
}

}  // namespace

bool is_junk(std::string_view name) {
  return name == ".DS_Store" || name == "Thumbs.db" || name == "desktop.ini";
}

Survey survey_of(const Descriptor& folder, const std::string& shown,
                 const Manifest& manifest, bool trusts_nothing) {
  Look look{shown, manifest, {}, 0, trusts_nothing, {}};
  for (const auto& [path, output] : manifest.outputs)
    for (auto slash = path.find('/'); slash != path.npos;
         slash = path.find('/', slash + 1))
      look.folders.insert(path.substr(0, slash));
  struct stat status {};
  if (::fstatat(folder.get(), std::string(source::build_manifest).c_str(),
                &status, AT_SYMLINK_NOFOLLOW) == 0)
    look.end = identity_of(status).time;
  look_through(look, folder, "");
  return std::move(look.survey);
}

}  // namespace catalog::publish
