#include "cli/our_workbook.h"

#include <fcntl.h>

#include <cerrno>
#include <filesystem>

#include "cli/terminal.h"
#include "import/import.h"
#include "source/descriptor.h"
#include "source/failure.h"
#include "source/name.h"
#include "workbook/archive.h"
#include "workbook/read.h"

namespace catalog::cli {
namespace {

using diagnostics::Message;

constexpr Message<std::string, std::string_view> not_read{
    "error: `{}` was not read: {}\n", "错误：未能读取 `{}`：{}\n"};
constexpr Message<std::string> not_ours{
    "error: `{}` was not made by `catalog build`, or its hidden sheet was "
    "deleted\n"
    "  help: `catalog import` reads any workbook\n",
    "错误：`{}` 不是由 `catalog build` 生成的，或其中隐藏的工作表已被删除\n"
    "  建议：其他工作簿请用 `catalog import` 导入\n"};
constexpr Message<std::string> of_later{
    "error: `{}` was made by a later version of this program\n",
    "错误：`{}` 由本程序的更高版本生成\n"};
constexpr Message<std::string> damaged{
    "error: the hidden sheet of `{}` is damaged: what was printed is not "
    "known\n"
    "  help: `catalog import` reads any workbook\n",
    "错误：`{}` 中隐藏的工作表已损坏，无法得知原来的内容\n"
    "  建议：其他工作簿请用 `catalog import` 导入\n"};
constexpr Message<std::string, std::string, std::string> described{
    "catalog {}, {}, build {}", "目录 {}，{}，生成标识 {}"};
constexpr Message<std::string> of_version{"version {}, ", "版本 {}，"};
constexpr Message<std::string> of_edition{"edition {}, ", "区划代码 {}，"};

std::string bytes_of(const std::string& path) {
  const source::Descriptor file =
      source::open_at(AT_FDCWD, path.c_str(), O_RDONLY | O_NONBLOCK);
  if (!file) source::fail_errno("read", "读取", path);
  if (std::filesystem::is_directory(path)) {
    errno = EISDIR;
    source::fail_errno("read", "读取", path);
  }
  auto bytes = source::read_all(file, workbook::max_file_bytes);
  if (!bytes) source::fail_errno("read", "读取", path);
  return std::move(*bytes);
}

}  // namespace

std::optional<OurWorkbook> open_workbook(const std::string& path,
                                         Language language) {
  const std::string shown = source::printable(path);
  auto read = workbook::read(bytes_of(path));
  if (const auto* why = std::get_if<workbook::Refused>(&read)) {
    print_error(
        not_read.in(language, shown, import::words_of(why->why).in(language)));
    return std::nullopt;
  }
  OurWorkbook result;
  result.sheets = std::move(std::get<std::vector<workbook::Sheet>>(read));
  auto record = workbook::record_in(result.sheets);
  if (const auto* why = std::get_if<workbook::RecordFault>(&record)) {
    using workbook::RecordFault;
    print_error(*why == RecordFault::missing ? not_ours.in(language, shown)
                : *why == RecordFault::other_format
                    ? of_later.in(language, shown)
                    : damaged.in(language, shown));
    return std::nullopt;
  }
  result.record = std::move(std::get<workbook::Record>(record));
  return result;
}

std::string description_of(const workbook::Record& record, Language language) {
  std::string what;
  if (!record.edition.empty())
    what += of_edition.in(language, source::printable(record.edition));
  if (!record.version.empty())
    what += of_version.in(language, source::printable(record.version));
  what += source::printable(record.date);
  return described.in(language, source::printable(record.catalog), what,
                      source::printable(record.build.substr(0, 12)));
}

}  // namespace catalog::cli
