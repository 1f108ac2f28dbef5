#include "cli/new_folder.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

#include "diagnostics/message.h"
#include "publish/files.h"
#include "publish/interrupt.h"
#include "source/descriptor.h"
#include "source/failure.h"
#include "source/name.h"

namespace catalog::cli {
namespace {

namespace fs = std::filesystem;
using diagnostics::Language;
using diagnostics::Message;

constexpr Message<std::string> not_empty{
    "`{}` is not empty: give a folder that is new or empty",
    "`{}` 不是空文件夹：请给出一个新的或空的文件夹"};

/// Throws Failure for what a function of the file system gave.
void check(const std::error_code& error, const char* doing_en,
           const char* doing_zh, const fs::path& path) {
  if (!error) return;
  errno = error.value();
  source::fail_errno(doing_en, doing_zh, path);
}

}  // namespace

void refuse_unless_new(const fs::path& folder) {
  std::error_code error;
  const fs::file_status status = fs::status(folder, error);
  if (status.type() == fs::file_type::not_found) return;
  check(error, "read", "读取", folder);
  const bool is_free = fs::is_directory(status) && fs::is_empty(folder, error);
  check(error, "read", "读取", folder);
  const std::string shown = source::printable(folder.native());
  if (!is_free)
    throw source::Failure(not_empty.in(Language::en, shown),
                          not_empty.in(Language::zh, shown));
}

NewFolder::NewFolder(const fs::path& folder)
    : folder_(folder.lexically_normal()) {
  if (!folder_.has_filename()) folder_ = folder_.parent_path();
  refuse_unless_new(folder_);
  publish::watch_signals();
  std::error_code error;
  is_new_ = !fs::exists(folder_, error);
  staged_ = folder_;
  if (!is_new_) return;
  const fs::path parent =
      folder_.has_parent_path() ? folder_.parent_path() : fs::path(".");
  fs::create_directories(parent, error);
  check(error, "make", "新建", folder_);
  staged_ = parent / ("." + folder_.filename().string() + "." +
                      std::to_string(::getpid()) + ".new");
  if (::mkdir(staged_.c_str(), 0777) != 0)
    source::fail_errno("make", "新建", folder_);
}

NewFolder::~NewFolder() {
  if (is_in_place_) return;
  clear();
  std::error_code ignored;
  if (is_new_) fs::remove(staged_, ignored);
}

void NewFolder::clear() {
  std::error_code ignored;
  for (const fs::path& each : written_) fs::remove_all(staged_ / each, ignored);
  written_.clear();
}

void NewFolder::write(const fs::path& below, std::string_view bytes) {
  publish::stop_if_interrupted();
  written_.insert(*below.begin());
  const fs::path path = staged_ / below;
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  check(error, "make", "新建", folder_ / below.parent_path());
  source::Descriptor file = source::open_at(
      AT_FDCWD, path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0666);
  if (!file || !publish::write_all(file, bytes) || !publish::sync(file) ||
      !file.close())
    source::fail_errno("write", "写入", folder_ / below);
}

void NewFolder::put_in_place() {
  publish::stop_if_interrupted();
  if (is_new_ && ::rename(staged_.c_str(), folder_.c_str()) != 0)
    source::fail_errno("make", "新建", folder_);
  is_in_place_ = true;
}

}  // namespace catalog::cli
