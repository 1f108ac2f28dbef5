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
#include <memory>
#include <optional>
#include <string_view>
#include <system_error>

#include "cli/command.h"
#include "cli/new_folder.h"
#include "cli/rewrite.h"
#include "cli/terminal.h"
#include "compare/calendar.h"
#include "compare/item.h"
#include "compile/bases.h"
#include "compile/compile.h"
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
using import::Source;
using import::Sure;

constexpr Message<> no_out{"say where the catalog is to go: `-o DIR`",
                           "请用 `-o` 指定目录写到哪个文件夹"};
constexpr Message<std::string> no_date{"`{}` is not a date like 2026-01-15",
                                       "`{}` 不是形如 2026-01-15 的日期"};
constexpr Message<std::string, std::string_view> rejected{
    "error: `{}` was not read: {}\n", "错误：未能读取 `{}`：{}\n"};
constexpr Message<std::string, std::string_view> too_large{
    "cannot read `{}`: {}", "无法读取 `{}`：{}"};
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
constexpr Message<std::size_t, std::size_t, std::size_t, std::size_t> over_base{
    "of the base: {} items, {} of them adjusted; {} own; {} of the base are "
    "not in the tables\n",
    "上级目录的事项 {} 项，其中调整 {} 项；本级自有 {} 项；上级目录有而表格中"
    "没有的 {} 项\n"};
constexpr Message<std::string> base_has_errors{
    "error: `{0}` has errors: see `catalog check {0}`\n",
    "错误：`{0}` 有错误，请先运行 `catalog check {0}`\n"};
constexpr Message<std::string> next{"next: `catalog check {}`\n",
                                    "下一步：`catalog check {}`\n"};

/// The bytes of a file that the user names; a link to one is followed.
Source read(const std::string& path) {
  const source::Descriptor file =
      source::open_at(AT_FDCWD, path.c_str(), O_RDONLY | O_NONBLOCK);
  if (!file) source::fail_errno("read", "读取", path);
  if (fs::is_directory(path)) {
    errno = EISDIR;
    source::fail_errno("read", "读取", path);
  }
  auto bytes = source::read_all(file, workbook::max_file_bytes);
  if (!bytes && errno == EFBIG) {
    const std::string name = source::printable(path);
    const diagnostics::Words why = import::words_of(workbook::Fault::too_large);
    throw source::Failure(
        too_large.in(Language::en, name, why.in(Language::en)),
        too_large.in(Language::zh, name, why.in(Language::zh)));
  }
  if (!bytes) source::fail_errno("read", "读取", path);
  return {source::printable(fs::path(path).filename().string()),
          std::move(*bytes)};
}

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

/// Puts these files into a folder, and nothing else.
void hold(NewFolder& folder, const std::vector<import::WrittenFile>& files) {
  folder.clear();
  for (const import::WrittenFile& each : files)
    folder.write(each.path, each.bytes);
  for (const source::EmbeddedFile& each : schema::embedded_files())
    if (each.path == "catalog.schema.json") folder.write(each.path, each.bytes);
}

// --- Over a base. ---------------------------------------------------------

using compare::Order;
using compare::Reading;

/// What a field of an item is to that of the base.
Order order_of(std::string_view key, const Reading& now, const Reading& base,
               const days::Calendar& calendar) {
  if (key == "timing")
    return compare::order_of_timing(now, base, calendar).order;
  if (key == "audience") return compare::order_of_audience(now, base).order;
  if (key == "mode") return compare::order_of_mode(now, base).order;
  if (key == "supervision")
    return compare::order_of_supervision(now, base).order;
  return Order::incomparable;
}

/// Compiles the overlay as it stands and looks which of the values that it sets
/// are weaker than the base's, or say the same.
void judge(const fs::path& folder, const compile::Settings& settings,
           const import::HeldBack& adjusted, import::Request& request) {
  const auto run = compile::edition_in(folder, settings);
  if (run->base == nullptr) return;
  const resolve::ResolvedCatalog& base = run->base->catalog;
  const days::Calendar calendar = compare::calendar_of(run->catalog);
  for (const auto& [id, key] : adjusted) {
    const auto now = run->catalog.items.find(id);
    const auto there = base.items.find(id);
    if (!now || !there) continue;
    const Order order = order_of(key, {run->catalog, run->catalog.items[*now]},
                                 {base, base.items[*there]}, calendar);
    if (order == Order::weaker) request.weaker.emplace(id, key);
    if (order == Order::equal) request.equal.emplace(id, key);
  }
}

/// The path of the base as it is written in a catalog of a folder; the name of
/// an installed one stays as it is.
std::string reference_to(const fs::path& base, const fs::path& folder) {
  const fs::path from = fs::weakly_canonical(fs::absolute(folder));
  return fs::weakly_canonical(base).lexically_relative(from).generic_string();
}

/// The folder of a base: a path, or the name of an installed one.
fs::path folder_of_base(const std::string& base) {
  if (fs::exists(base)) return base;
  for (const fs::path& each : compile::installed_folders())
    if (fs::exists(each / base / "catalog.yaml")) return each / base;
  return base;
}

int refuse_base(const std::string& base, Language language) {
  print_error(base_has_errors.in(language, base));
  return exit_errors;
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

/// The request without its sources, or what is wrong with it.
std::optional<import::Request> request_of(const Arguments& arguments) {
  import::Request request;
  request.language = arguments.language;
  request.date = arguments.value("--date").value_or(today());
  request.title = arguments.value("--title").value_or("");
  if (!days::parse_date(request.date)) return std::nullopt;
  for (const std::string& path : arguments.values("FILE"))
    request.sources.push_back(read(path));
  return request;
}

void deliver_report(const import::Result& result, const Arguments& arguments) {
  const bool as_json = arguments.value("--format") == "json";
  const std::string report =
      as_json ? import::report_json(result.remarks)
              : import::report_text(result.remarks, arguments.language);
  if (const auto file = arguments.value("--report"))
    rewrite(*file, report);
  else
    print(report);
}

/// What was made of the files, and what to do next.
void tell(const import::Result& result, const fs::path& folder, bool has_base,
          Language language) {
  print_error(made.in(language, folder.string(), result.items, result.tables,
                      result.files.size()));
  if (has_base)
    print_error(over_base.in(language, result.items - result.own_items,
                             result.changed, result.own_items, result.missing));
  print_error(counts.in(language, result.remarks.count(Sure::certain),
                        result.remarks.count(Sure::likely),
                        result.remarks.count(Sure::unsure)));
  print_error(next.in(language, typed(folder)));
}

int run(const Arguments& arguments) {
  const Language language = arguments.language;
  const auto out = arguments.value("--out");
  if (!out) return misuse(no_out.in(language));
  const fs::path folder = *out;
  refuse_unless_new(folder);
  auto request = request_of(arguments);
  if (!request) return misuse(no_date.in(language, *arguments.value("--date")));

  compile::Settings settings;
  settings.language = language;
  const auto named = arguments.value("--base");
  std::unique_ptr<compile::Compilation> base;
  if (named) {
    const fs::path place = folder_of_base(*named);
    base = compile::edition_in(place, settings);
    if (base->found.has_errors()) return refuse_base(*named, language);
    request->base = &base->edition;
    request->reference =
        fs::exists(*named) ? reference_to(place, folder) : *named;
  }

  auto outcome = import::catalog_in(*request);
  if (const auto* file = std::get_if<import::Rejected>(&outcome))
    return reject(*file, language);
  if (std::get<import::Result>(outcome).items == 0) {
    deliver_report(std::get<import::Result>(outcome), arguments);
    print_error(no_items.in(language));
    return exit_errors;
  }
  NewFolder fresh(folder);
  hold(fresh, std::get<import::Result>(outcome).files);
  if (named) {
    // What is weaker than the base shows once it is laid over it.
    judge(fresh.staged(), settings, std::get<import::Result>(outcome).adjusted,
          *request);
    outcome = import::catalog_in(std::move(*request));
    hold(fresh, std::get<import::Result>(outcome).files);
  }
  const auto& result = std::get<import::Result>(outcome);
  deliver_report(result, arguments);
  fresh.put_in_place();
  tell(result, folder, named.has_value(), language);
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
    {"--base",
     "-b",
     "DIR",
     {"the catalog one level up: recognise its items, and write what differs",
      "上一级目录：识别其中的事项，只写不同之处"}},
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
    {"catalog import 义务教育.xlsx --base ../province -o mine",
     {"as an overlay of the province's catalog", "作为省级目录的下级目录导入"}},
};

}  // namespace

constinit const Command import_command{
    "import",
    {"read tables of offices into a catalog", "把现有的表格导入为目录"},
    positionals,
    options,
    examples,
    run};

}  // namespace catalog::cli
