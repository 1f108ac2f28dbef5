#include "cli/rewrite.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>

#include "publish/files.h"
#include "source/descriptor.h"
#include "source/failure.h"

namespace catalog::cli {

void rewrite(const std::filesystem::path& file, std::string_view bytes) {
  const std::filesystem::path target = std::filesystem::canonical(file);
  const auto fail = [&] { source::fail_errno("write", "写入", file.string()); };
  const source::Descriptor folder = source::open_at(
      AT_FDCWD, target.parent_path().c_str(), O_RDONLY | O_DIRECTORY);
  if (!folder) fail();
  const std::string name = target.filename();
  const std::string fresh =
      "." + name + "." + std::to_string(::getpid()) + ".new";
  struct stat status {};
  if (::fstatat(folder.get(), name.c_str(), &status, 0) != 0) fail();
  source::Descriptor written =
      source::open_at(folder.get(), fresh.c_str(),
                      O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0600);
  if (!written) fail();
  const bool is_done =
      publish::write_all(written, bytes) &&
      ::fchmod(written.get(), status.st_mode & 07777) == 0 &&
      publish::sync(written) && written.close() &&
      ::renameat(folder.get(), fresh.c_str(), folder.get(), name.c_str()) == 0;
  if (is_done) return;
  const int why = errno;
  ::unlinkat(folder.get(), fresh.c_str(), 0);
  errno = why;
  fail();
}

}  // namespace catalog::cli
