#include "publish/stage.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cassert>
#include <cerrno>

#include "publish/interrupt.h"
#include "publish/removal.h"
#include "publish/state.h"
#include "publish/workbook.h"
#include "source/failure.h"
#include "source/hash.h"
#include "source/name.h"
#include "source/tree.h"

namespace catalog::publish {
namespace {

using source::Descriptor;

/// Everything that was written to the folder's file system, at once: cheaper
/// than file by file. Errors of writing back since the folder was opened are
/// reported here.
bool sync_all(const Descriptor& folder) {
  int result = 0;
  do {
    result = ::syncfs(folder.get());
  } while (result != 0 && errno == EINTR);
  if (result != 0 && (errno == ENOSYS || errno == EINVAL)) {
    ::sync();
    return true;
  }
  return result == 0;
}

/// Copies a file in pieces to one that is not there yet. Sets errno.
bool copy(const Entry& from, const Entry& to) {
  const Descriptor in =
      source::open_regular(from.folder.get(), from.name.c_str());
  if (!in) return false;
  ::unlinkat(to.folder.get(), to.name.c_str(), 0);
  Descriptor out =
      source::open_at(to.folder.get(), to.name.c_str(),
                      O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0666);
  std::array<char, 1 << 16> buffer;
  while (out) {
    const ssize_t got = ::read(in.get(), buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got == 0) return out.close();
    if (got < 0 ||
        !write_all(out, {buffer.data(), static_cast<std::size_t>(got)}))
      return false;
  }
  return false;
}

void check_workbook(const std::string& path, const std::string& shown) {
  if (!path.ends_with(".xlsx")) return;
  const auto fault = fault_of_workbook(path);
  if (!fault) return;
  const std::string part = source::printable(*fault);
  throw source::Failure("the workbook `" + shown + "` came out damaged, at " +
                            part + ": look whether the disk is full",
                        "工作簿 `" + shown + "` 写出后已损坏（" + part +
                            "）：请检查磁盘是否已满");
}

}  // namespace

Stage::Stage(const Place& place, const Old& old) : place_(place), old_(old) {
  for (const auto& [path, output] : old.manifest.outputs)
    old_parts_[output.part].push_back(path);
  const std::string name = place.staging();
  if (::mkdirat(place.parent.get(), name.c_str(), 0777) != 0)
    source::fail_errno("make", "新建", path_of(""));
  folder_ = source::open_at(place.parent.get(), name.c_str(),
                            O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
  struct stat status {};
  if (folder_ && old.exists() && ::fstat(old.folder.get(), &status) == 0)
    (void)::fchmod(folder_.get(), status.st_mode & 07777);
  if (folder_)
    list_ = source::open_at(folder_.get(), staging_list,
                            O_WRONLY | O_CREAT | O_EXCL | O_APPEND, 0666);
  if (list_) return;
  const int error = errno;
  ::unlinkat(place.parent.get(), name.c_str(), AT_REMOVEDIR);
  errno = error;
  source::fail_errno("write", "写入", path_of(""));
}

Stage::~Stage() {
  if (!is_ours_) return;
  try {
    remove_left_behind(place_, place_.staging());
  } catch (const source::Failure&) {
    // What made us give up is being told; the next build clears this away.
  }
}

std::string Stage::path_of(std::string_view path) const {
  return place_.parent_path / place_.staging() / path;
}

/// Notes a path in the list before anything is made there.
void Stage::claim(const std::string& path) {
  stop_if_interrupted();
  assert(is_safe_path(path) && source::is_printable(path));
  assert(path != source::build_manifest && path != staging_list &&
         path != state_file);
  const std::lock_guard guard(lock_);
  [[maybe_unused]] const bool is_new = outputs_.try_emplace(path).second;
  assert(is_new);
  if (!write_all(list_, path + "\n"))
    source::fail_errno("write", "写入", path_of(staging_list));
}

/// Links the file of the last build, if it has these bytes and is there as it
/// was. Where links are not to be had, the file is written anew.
bool Stage::link_old(const std::string& path, const std::string& hash,
                     const Entry& to) {
  const auto output = old_.manifest.outputs.find(path);
  const auto intact = old_.survey.intact.find(path);
  if (output == old_.manifest.outputs.end() || output->second.hash != hash ||
      intact == old_.survey.intact.end())
    return false;
  const Entry from = entry_at(old_.folder, path);
  if (!from || ::linkat(from.folder.get(), from.name.c_str(), to.folder.get(),
                        to.name.c_str(), 0) != 0)
    return false;
  const auto status = to.status();
  if (status && S_ISREG(status->st_mode) &&
      identity_of(*status) == intact->second)
    return true;
  // Someone saved over it since it was looked at: the check before the switch
  // will say so.
  ::unlinkat(to.folder.get(), to.name.c_str(), 0);
  return false;
}

/// Copies the file of the last build, where links are not to be had.
bool Stage::copy_old(const std::string& path, const std::string& hash,
                     const Entry& to) {
  const Entry from = entry_at(old_.folder, path);
  return from && copy(from, to) &&
         hash_of(source::open_regular(to.folder.get(), to.name.c_str())) ==
             hash;
}

/// Undoes a claim, and what was made of it.
void Stage::forget(const std::string& path) {
  const Entry entry = entry_at(folder_, path);
  if (entry) ::unlinkat(entry.folder.get(), entry.name.c_str(), 0);
  const std::lock_guard guard(lock_);
  outputs_.erase(path);
}

bool Stage::carry_part(const std::string& part) {
  const auto paths = old_parts_.find(part);
  if (paths == old_parts_.end()) return false;
  for (const std::string& path : paths->second)
    if (!old_.survey.intact.contains(path)) return false;
  for (std::size_t i = 0; i < paths->second.size(); ++i) {
    const std::string& path = paths->second[i];
    const std::string& hash = old_.manifest.outputs.at(path).hash;
    claim(path);
    const Entry to = make_entry_at(folder_, path);
    if (to && (link_old(path, hash, to) || copy_old(path, hash, to))) {
      record(path, to, hash, part);
      continue;
    }
    for (std::size_t done = 0; done <= i; ++done) forget(paths->second[done]);
    return false;
  }
  return true;
}

bool Stage::take(const Descriptor& from_folder, const std::string& path,
                 const Output& output) {
  const Entry from = entry_at(from_folder, path);
  const Entry to = make_entry_at(folder_, path);
  claim(path);
  if (!from || !to) return false;
  if (::linkat(from.folder.get(), from.name.c_str(), to.folder.get(),
               to.name.c_str(), 0) != 0 &&
      !copy(from, to))
    return false;
  const Descriptor file =
      source::open_regular(to.folder.get(), to.name.c_str());
  if (!file || hash_of(file) != output.hash) return false;
  record(path, to, output.hash, output.part);
  return true;
}

void Stage::record(const std::string& path, const Entry& entry,
                   std::string hash, const std::string& part) {
  const auto status = entry.status();
  if (!status) source::fail_errno("read", "读取", path_of(path));
  const std::lock_guard guard(lock_);
  outputs_[path] = {identity_of(*status), std::move(hash), part};
}

void Stage::put(std::string_view view, std::string_view bytes,
                const std::string& part) {
  const std::string path(view);
  claim(path);
  const std::string hash = source::hash(bytes);
  const Entry entry = make_entry_at(folder_, path);
  if (!entry) source::fail_errno("write", "写入", path_of(path));
  if (!link_old(path, hash, entry)) {
    if (!write_new_file(entry, bytes))
      source::fail_errno("write", "写入", path_of(path));
    check_workbook(path_of(path), path);
  }
  record(path, entry, hash, part);
}

/// A name of its own in the scratch folder, which is made when first needed:
/// several threads may be writing a `catalog.xlsx` at once.
std::string Stage::scratch_name_for(const std::string& name) {
  const std::lock_guard guard(lock_);
  if (!scratch_ && ::mkdirat(folder_.get(), scratch_folder, 0777) == 0)
    scratch_ = source::open_at(folder_.get(), scratch_folder,
                               O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
  if (!scratch_) source::fail_errno("write", "写入", path_of(scratch_folder));
  return std::to_string(++scratched_) + "-" + name;
}

void Stage::put_file(
    std::string_view view,
    const std::function<void(const std::filesystem::path&)>& write,
    const std::string& part) {
  const std::string path(view);
  claim(path);
  const Entry entry = make_entry_at(folder_, path);
  if (!entry) source::fail_errno("write", "写入", path_of(path));
  const std::string name = scratch_name_for(entry.name);
  const std::string made = path_of(scratch_folder + ("/" + name));
  write(made);
  const Descriptor file = source::open_regular(scratch_.get(), name.c_str());
  const auto hash = file ? hash_of(file) : std::nullopt;
  if (!hash) source::fail_errno("read", "读取", made);
  // A file of the last build was checked when it was new.
  if (!link_old(path, *hash, entry)) {
    check_workbook(made, path);
    if (::renameat(scratch_.get(), name.c_str(), entry.folder.get(),
                   entry.name.c_str()) != 0)
      source::fail_errno("write", "写入", path_of(path));
  } else if (::unlinkat(scratch_.get(), name.c_str(), 0) != 0) {
    source::fail_errno("remove", "删除", made);
  }
  record(path, entry, *hash, part);
}

emit::Sink Stage::sink(const std::string& part) {
  return {[this, part](std::string_view path, std::string_view bytes) {
            put(path, bytes, part);
          },
          [this, part](std::string_view path, const auto& write) {
            put_file(path, write, part);
          }};
}

bool Stage::is_as_old() const {
  if (!old_.exists() || !old_.survey.edited.empty() || outputs_.empty() ||
      outputs_.size() != old_.manifest.outputs.size())
    return false;
  for (const auto& [path, output] : outputs_) {
    const auto old = old_.manifest.outputs.find(path);
    if (old == old_.manifest.outputs.end() || old->second.hash != output.hash ||
        !old_.survey.intact.contains(path))
      return false;
  }
  return true;
}

void Stage::carry(const std::vector<std::string>& junk) {
  for (const std::string& path : junk) {
    const Entry from = entry_at(old_.folder, path);
    const Entry to = entry_at(folder_, path);
    if (!from || !to) continue;  // its folder is no more
    if (::linkat(from.folder.get(), from.name.c_str(), to.folder.get(),
                 to.name.c_str(), 0) == 0)
      continue;
    const Descriptor file =
        source::open_regular(from.folder.get(), from.name.c_str());
    const auto bytes =
        file ? source::read_all(file, source::max_file_bytes) : std::nullopt;
    if (bytes) write_new_file(to, *bytes);
  }
}

void Stage::finish(const Manifest& manifest) {
  if (!remove_scratch(folder_))
    source::fail_errno("remove", "删除", path_of(scratch_folder));
  const std::string json = json_of(manifest);
  const std::string state = state_of(manifest, source::hash(json));
  const std::string beside(state_file);
  if (!state.empty() &&
      !write_new_file(
          {source::open_at(folder_.get(), ".", O_RDONLY | O_DIRECTORY), beside},
          state))
    source::fail_errno("write", "写入", path_of(beside));
  if (!sync_all(folder_)) source::fail_errno("write", "写入", path_of(""));
  const std::string name(source::build_manifest);
  Descriptor file =
      source::open_at(folder_.get(), name.c_str(),
                      O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0666);
  if (!file || !write_all(file, json) || !sync(file) || !file.close())
    source::fail_errno("write", "写入", path_of(name));
  if (!list_.close() || ::unlinkat(folder_.get(), staging_list, 0) != 0 ||
      !sync(folder_))
    source::fail_errno("write", "写入", path_of(""));
}

}  // namespace catalog::publish
