#include "compile/refusals.h"

namespace catalog::compile {
namespace {

using diagnostics::Message;
using diagnostics::Problem;
using diagnostics::Severity;
using source::Refusal;

struct Reason {
  Refusal why;
  Problem<> problem;
  Message<> help;
};

constexpr Reason reasons[] = {
    {Refusal::too_large,
     {"file-too-large",
      Severity::error,
      {"this file is larger than 8 MiB", "文件超过 8 MiB"}},
     {"split it into several files", "请拆分为几个文件"}},
    {Refusal::not_a_file,
     {"not-a-file",
      Severity::error,
      {"this is a folder, a pipe or a device, not a file",
       "这不是普通文件，而是文件夹、管道或者设备"}},
     {"give it another name, or take it out of the catalog",
      "请改名，或者移出目录文件夹"}},
    {Refusal::link_outside,
     {"link-outside",
      Severity::error,
      {"this link does not lead to a file of the catalog",
       "此链接没有指向目录文件夹内的文件"}},
     {"copy the file into the catalog", "请把文件复制到目录文件夹内"}},
    {Refusal::same_when_folded,
     {"same-file-name",
      Severity::error,
      {"another file's name differs from this one only by case",
       "另有一个文件与它只差字母大小写"}},
     {"rename one of them: on Windows and macOS they are the same file",
      "请改名：在 Windows 和 macOS 上两者是同一个文件"}},
    {Refusal::odd_name,
     {"odd-file-name",
      Severity::error,
      {"this file's name is not UTF-8 or has control characters",
       "文件名不是 UTF-8 编码，或者含有控制字符"}},
     {"rename it", "请改名"}},
    {Refusal::too_many,
     {"too-many-files",
      Severity::error,
      {"there are more files than a catalog may have, from this one on",
       "文件数量超出上限，从此文件起未读取"}},
     {"check that this is the folder of one catalog",
      "请确认这是一套目录的文件夹"}},
    {Refusal::other_ending,
     {"other-ending",
      Severity::error,
      {"files of a catalog end in `.yaml`; this one is not read",
       "目录文件应以 `.yaml` 结尾，此文件未读取"}},
     {"rename it", "请改名"}},
    {Refusal::too_deep,
     {"too-deep",
      Severity::error,
      {"this folder lies too deep below the catalog's", "此文件夹嵌套过深"}},
     {"move it up", "请移到较浅的位置"}},
    {Refusal::not_below,
     {"not-below",
      Severity::error,
      {"this path leads out of the catalog's folder",
       "此路径指向目录文件夹之外"}},
     {"copy the file into the catalog, and name it by its path there",
      "请把文件复制到目录文件夹内，并改用其中的相对路径"}},
    {Refusal::missing,
     {"missing-file",
      Severity::error,
      {"there is no such file", "没有这个文件"}},
     {"paths begin at the catalog's folder", "路径从目录文件夹算起"}},
};

}  // namespace

void report(Refusal why, source::Span place, diagnostics::Diagnostics& found) {
  for (const Reason& reason : reasons)
    if (reason.why == why)
      found.report(reason.problem, place).help(reason.help);
}

void report(const std::vector<source::Refused>& refused,
            const source::SourceTree&, diagnostics::Diagnostics& found) {
  for (const source::Refused& each : refused) {
    const source::Span whole{each.file, 0, 0};
    report(each.why, whole, found);
    found.poison(whole);
  }
}

}  // namespace catalog::compile
