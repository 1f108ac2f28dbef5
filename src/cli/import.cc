#include "import/import.h"

#include <fcntl.h>
#include <fmt/chrono.h>

#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <optional>
#include <string_view>
#include <system_error>

#include "cli/command.h"
#include "cli/new_folder.h"
#include "cli/rewrite.h"
#include "cli/terminal.h"
#include "days/date.h"
#include "schema/registry.h"
#include "source/descriptor.h"
#include "source/embedded.h"
#include "source/failure.h"
#include "source/name.h"
#include "workbook/archive.h"

namespace catalog::cli {
namespace {

namespace fs = std::filesystem;
using diagnostics::Message;
using import::Sure;

constexpr Message<std::string> too_large{
    "`{}` is larger than any table: split it", "`{}` 过大，不像是表格：请拆分"};
constexpr Message<> no_out{"say where the catalog is to go: `-o DIR`",
                           "请用 `-o` 指定目录写到哪个文件夹"};
constexpr Message<std::string> no_date{"`{}` is not a date like 2026-01-15",
                                       "`{}` 不是形如 2026-01-15 的日期"};
constexpr Message<std::string, std::string_view> rejected{
    "error: `{}` was not read: {}\n", "错误：未能读取 `{}`：{}\n"};
constexpr Message<std::string> in_part{" (in `{}`)", "（在 `{}` 中）"};
constexpr Message<> no_items{
    "error: no table of disclosure items was found; nothing was written\n",
    "错误：没有找到公开事项的表格，没有写入任何文件\n"};
constexpr Message<std::string, std::size_t, std::size_t, std::size_t> made{
    "wrote {0}: {1} items from {2} tables, in {3} files\n",
    "已写入 {0}：从 {2} 个表格导入 {1} 项，共 {3} 个文件\n"};
constexpr Message<std::size_t, std::size_t, std::size_t> counts{
    "{} repaired, {} likely, {} to decide (marked 待定 in the files)\n",
    "已修复 {} 处，较有把握 {} 处，待定 {} 处（文件中标有“待定”）\n"};
constexpr Message<std::string> next{"next: `catalog check {}`\n",
                                    "下一步：`catalog check {}`\n"};

/// The bytes of a file that the user names; a link to one is followed.
import::Source read(const std::string& path){
    const source::Descriptor file = source::open_at(AT_FDCWD, path.c_str(),
                                                    O_RDONLY | O_NONBLOCK);
auto bytes =
    file ? source::read_all(file, workbook::max_file_bytes) : std::nullopt;
if (!bytes && errno == EFBIG)
  throw source::Failure(too_large.in(Language::en, source::printable(path)),
                        too_large.in(Language::zh, source::printable(path)));
if (!bytes) source::fail_errno("read", "读取", path);
return {source::printable(fs::path(path).filename().string()),
        std::move(*bytes)};
}  // namespace

/// Today, or the day (UTC) that SOURCE_DATE_EPOCH names, so that an import can
/// be repeated: reproducible-builds.org/specs/source-date-epoch.
std::string today() {
  const auto day = [](std::time_t at, bool is_local) {
    return fmt::format("{:%Y-%m-%d}",
                       is_local ? fmt::localtime(at) : fmt::gmtime(at));
  };
  if (const char* const epoch = std::getenv("SOURCE_DATE_EPOCH")) {
    constexpr std::int64_t last = 253'402'300'799;  // of the year 9999
    const std::string_view text = epoch;
    std::int64_t seconds = 0;
    const auto end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, seconds);
    if (error == std::errc() && stopped == end && seconds >= 0 &&
        seconds <= last)
      return day(seconds, false);
  }
  return day(
      std::chrono::system_clock::to_time_t(std::chrono::system_clock::now()),
      true);
}

/// All files, or none.
void write_all(const fs::path& folder,
               const std::vector<import::WrittenFile>& files) {
  NewFolder fresh(folder);
  for (const import::WrittenFile& each : files)
    fresh.write(each.path, each.bytes);
  for (const source::EmbeddedFile& each : schema::embedded_files())
    if (each.path == "catalog.schema.json") fresh.write(each.path, each.bytes);
  fresh.put_in_place();
}

/// The folder as it is to be typed after a command.
std::string typed(const fs::path& folder) {
  const std::string text = folder.string();
  return text.find(' ') == text.npos ? text : "\"" + text + "\"";
}

int misuse(const std::string& text) {
  print_error(text + "\n");
  return exit_usage;
}

int reject(const import::Rejected& file, Language language) {
  std::string why(import::words_of(file.why.why).in(language));
  if (!file.why.part.empty())
    why += in_part.in(language, source::printable(file.why.part));
  print_error(rejected.in(language, file.name, why));
  return exit_errors;
}

int run(const Arguments& arguments) {
  const Language language = arguments.language;
  const auto out = arguments.value("--out");
  if (!out) return misuse(no_out.in(language));
  const fs::path folder = *out;
  refuse_unless_new(folder);
  import::Request request;
  request.language = language;
  request.date = arguments.value("--date").value_or(today());
  request.title = arguments.value("--title").value_or("");
  if (!days::parse_date(request.date))
    return misuse(no_date.in(language, request.date));
  for (const std::string& path : arguments.values("FILE"))
    request.sources.push_back(read(path));

  const auto outcome = import::catalog_in(std::move(request));
  if (const auto* file = std::get_if<import::Rejected>(&outcome))
    return reject(*file, language);
  const auto& result = std::get<import::Result>(outcome);
  const bool as_json = arguments.value("--format") == "json";
  const std::string report =
      as_json ? import::report_json(result.remarks)
              : import::report_text(result.remarks, language);
  if (const auto file = arguments.value("--report"))
    rewrite(*file, report);
  else
    print(report);
  if (result.items == 0) {
    print_error(no_items.in(language));
    return exit_errors;
  }
  write_all(folder, result.files);
  print_error(made.in(language, folder.string(), result.items, result.tables,
                      result.files.size()));
  print_error(counts.in(language, result.remarks.count(Sure::certain),
                        result.remarks.count(Sure::likely),
                        result.remarks.count(Sure::unsure)));
  print_error(next.in(language, typed(folder)));
  return exit_fine;
}

constexpr Positional positionals[] = {
    {"FILE",
     {"workbooks (.xlsx), tables of text (.csv), pages with tables (.html)",
      "工作簿（.xlsx）、文本表格（.csv）、含表格的网页（.html）"},
     true,
     true},
};
constexpr std::string_view formats[] = {"text", "json"};
constexpr Option options[] = {
    {"--out",
     "-o",
     "DIR",
     {"where the catalog goes: a folder that is new or empty",
      "目录写到哪里：一个新的或空的文件夹"}},
    {"--report",
     "",
     "FILE",
     {"write what was repaired or is to decide into a file",
      "把修复和待定之处写入文件"}},
    {"--format",
     "-f",
     "FORMAT",
     {"of the report: text or json", "报告的格式：text 或 json"},
     formats},
    {"--title",
     "",
     "TITLE",
     {"the title of the catalog; else that of the tables",
      "目录的名称；不写则取表格的标题"}},
    {"--date",
     "",
     "DATE",
     {"the day on which the catalog is judged; else today",
      "目录的基准日期；不写则为今天"}},
};
constexpr Example examples[] = {
    {"catalog import 义务教育.xlsx 社会救助.xlsx -o mine",
     {"two workbooks into one catalog", "把两个工作簿导入为一套目录"}},
    {"catalog import table.csv -o mine --report report.txt",
     {"keep the report", "保存报告"}},
};

}  // namespace catalog::cli

constinit const Command import_command{
    "import",
    {"read tables of offices into a catalog", "把现有的表格导入为目录"},
    positionals,
    options,
    examples,
    run};

}  // namespace catalog::cli
