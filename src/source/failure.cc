#include "source/failure.h"

#include <cerrno>
#include <cstring>
#include <string_view>

#include "source/name.h"

namespace catalog::source {
namespace {

struct Reason {
  int code;
  std::string_view en;
  std::string_view zh;
};

/// The ones that people meet, in words that say what to look at. The rest is
/// in the words of the C library, which does not follow the locale here.
constexpr Reason reasons[] = {
    {ENOENT, "it does not exist", "不存在"},
    {EACCES, "permission denied", "没有权限"},
    {EPERM, "the system does not permit it", "系统不允许"},
    {ENOSPC, "the disk is full", "磁盘已满"},
    {EDQUOT, "the disk quota is used up", "磁盘配额已用完"},
    {EFBIG, "it grew beyond the size the system allows", "超出系统允许的大小"},
    {EROFS, "the disk is read-only", "磁盘为只读"},
    {EIO, "the disk reported an error", "磁盘读写出错"},
    {ENOTDIR, "it is not a folder", "不是文件夹"},
    {EISDIR, "it is a folder", "是文件夹"},
    {EEXIST, "it exists already", "已经存在"},
    {ENOTEMPTY, "it is not empty", "文件夹不为空"},
    {EBUSY, "it is in use", "正在使用中"},
    {ETXTBSY, "it is in use", "正在使用中"},
    {ELOOP, "its links go in circles", "符号链接形成循环"},
    {ENAMETOOLONG, "the name is too long", "名称太长"},
    {EMFILE, "too many files are open", "打开的文件过多"},
    {ENFILE, "too many files are open", "打开的文件过多"},
    {ENOMEM, "there is not enough memory", "内存不足"},
    {EXDEV, "it lies on another disk or image layer", "位于另一磁盘或镜像层"},
    {ESTALE, "the network share went away", "网络共享已断开"},
};

Reason reason_of(int code) {
  for (const Reason& reason : reasons)
    if (reason.code == code) return reason;
  const char* words = strerrordesc_np(code);
  if (words == nullptr) words = "unknown error";
  return {code, words, words};
}

}  // namespace

void fail_errno(const std::string& doing_en, const std::string& doing_zh,
                const std::string& path) {
  const Reason reason = reason_of(errno);
  const std::string shown = printable(path);
  throw Failure(
      "cannot " + doing_en + " `" + shown + "`: " + std::string(reason.en),
      "无法" + doing_zh + " `" + shown + "`：" + std::string(reason.zh));
}

}  // namespace catalog::source
