#include "source/temporary.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <cassert>
#include <cerrno>
#include <string>
#include <system_error>

#include "source/descriptor.h"
#include "source/failure.h"

namespace catalog::source {

namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder() {
  std::error_code error;
  fs::path parent = fs::temp_directory_path(error);
  if (error) parent = "/tmp";
  std::string name = (parent / "catalog-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) fail_errno("make", "创建", name);
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  if (path_.empty()) return;
  std::error_code error;
  fs::remove_all(path_, error);
}

void TemporaryFolder::write(const fs::path& below,
                            std::string_view bytes) const {
  assert(below.is_relative());
  const fs::path path = path_ / below;
  fs::create_directories(path.parent_path());
  Descriptor file(::open(path.c_str(),
                         O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                         0600));
  if (!file) fail_errno("write", "写入", path.string());
  while (!bytes.empty()) {
    const ssize_t count = ::write(file.get(), bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail_errno("write", "写入", path.string());
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  if (!file.close()) fail_errno("write", "写入", path.string());
}

}  // namespace catalog::source
