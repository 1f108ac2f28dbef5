#include "cli/rewrite.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <string>
#include <system_error>

#include "publish/files.h"
#include "publish/interrupt.h"
#include "source/descriptor.h"
#include "source/failure.h"
#include "source/tree.h"

namespace catalog::cli {

namespace {

/// What a file opened for others to read and write may be, but for the mask.
constexpr unsigned usual_mode = 0666;

bool write_beside(const source::Descriptor& folder, const std::string& name,
                  std::string_view bytes, const struct stat* status) {
  const std::string fresh =
      "." + name + "." + std::to_string(::getpid()) + ".new";
  source::Descriptor written = source::open_at(
      folder.get(), fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW,
      status ? 0600 : usual_mode);
  if (!written) return false;
  if (publish::write_all(written, bytes) &&
      (!status || ::fchmod(written.get(), status->st_mode & 07777) == 0) &&
      publish::sync(written) && written.close() &&
      ::renameat(folder.get(), fresh.c_str(), folder.get(), name.c_str()) == 0)
    return true;
  const int why = errno;
  ::unlinkat(folder.get(), fresh.c_str(), 0);
  errno = why;
  return false;
}

}  // namespace

void rewrite(const std::filesystem::path& file, std::string_view bytes) {
  const std::filesystem::path target =
      std::filesystem::weakly_canonical(std::filesystem::absolute(file));
  const auto fail = [&] { source::fail_errno("write", "写入", file.string()); };
  const source::Descriptor folder = source::open_at(
      AT_FDCWD, target.parent_path().c_str(), O_RDONLY | O_DIRECTORY);
  if (!folder) fail();
  const std::string name = target.filename();
  struct stat status {};
  const bool is_there = ::fstatat(folder.get(), name.c_str(), &status, 0) == 0;
  if (!is_there && errno != ENOENT) fail();
  if (is_there && !S_ISREG(status.st_mode)) {
    source::Descriptor open =
        source::open_at(folder.get(), name.c_str(), O_WRONLY);
    if (!open || !publish::write_all(open, bytes) || !open.close()) fail();
    return;
  }
  const publish::SignalWatch watch;
  if (!write_beside(folder, name, bytes, is_there ? &status : nullptr)) fail();
}

std::optional<std::string> bytes_now(const std::filesystem::path& path) {
  const source::Descriptor file =
      source::open_at(AT_FDCWD, path.c_str(), O_RDONLY | O_NONBLOCK);
  if (!file && errno == ENOENT) return std::nullopt;
  auto bytes =
      file ? source::read_all(file, source::max_file_bytes) : std::nullopt;
  if (!bytes) source::fail_errno("read", "读取", path);
  return bytes;
}

namespace {

/// Puts back what was there. Where that cannot be done there is nothing better
/// to do than to try the others, and to tell of what made us give up.
void undo(const Rewriting& done, const std::optional<std::string>& before) {
  try {
    std::error_code ignored;
    if (before)
      rewrite(done.file, *before);
    else
      std::filesystem::remove(done.file, ignored);
  } catch (const source::Failure&) {
  }
}

}  // namespace

void rewrite_all(const std::vector<Rewriting>& files) {
  std::vector<std::optional<std::string>> before;
  for (const Rewriting& each : files) before.push_back(bytes_now(each.file));
  const publish::SignalWatch watch;
  for (std::size_t i = 0; i < files.size(); ++i) {
    try {
      publish::stop_if_interrupted();
      rewrite(files[i].file, files[i].bytes);
    } catch (...) {
      for (std::size_t done = 0; done < i; ++done)
        undo(files[done], before[done]);
      throw;
    }
  }
}

}  // namespace catalog::cli
