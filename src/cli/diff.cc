#include "emit/diff/diff.h"

#include <fcntl.h>

#include <cerrno>
#include <cstdint>
#include <filesystem>
#include <optional>

#include "cli/command.h"
#include "cli/rewrite.h"
#include "cli/sides.h"
#include "cli/terminal.h"
#include "compare/changes.h"
#include "publish/workbook.h"
#include "source/descriptor.h"
#include "source/failure.h"
#include "source/temporary.h"

namespace catalog::cli {
namespace {

using compare::Change;
using compare::Changes;
using diagnostics::Message;

constexpr Words to_file{
    "error: a workbook goes to a file: give one by -o FILE.xlsx\n",
    "错误：工作簿须写入文件，请用 -o 文件名.xlsx 指定\n"};
constexpr Message<std::string> wrote{"wrote {}\n", "已写入 {}\n"};

constexpr std::uint64_t most_workbook_bytes = 1u << 30;

std::string workbook_of(const emit::Revision& revision) {
  const source::TemporaryFolder folder;
  const std::filesystem::path path = folder.path() / "revision.xlsx";
  emit::diff_xlsx(revision, path);
  // The library does not say when the disk is full.
  const source::Descriptor file =
      source::open_at(AT_FDCWD, path.c_str(), O_RDONLY);
  auto bytes =
      file ? source::read_all(file, most_workbook_bytes) : std::nullopt;
  if (!bytes) source::fail_errno("read", "读取", path);
  if (publish::fault_of_workbook(path)) {
    errno = ENOSPC;
    source::fail_errno("write", "写入", path);
  }
  return std::move(*bytes);
}

/// What an output makes of changes.
struct Format {
  std::string_view name;
  std::string (*of)(const emit::Revision& revision);
};
constexpr Format formats[] = {
    {"text", emit::diff_text}, {"markdown", emit::diff_markdown},
    {"json", emit::diff_json}, {"html", emit::diff_html},
    {"xlsx", workbook_of},
};

/// Whether changes have what `--fail-on` names.
bool has(const Changes& changes, std::string_view what) {
  if (what == "any") return !changes.empty();
  if (what == "unrecorded") {
    for (const Change& change : changes.all)
      if (changes.is_unrecorded(change)) return true;
    return !changes.idle_records.empty();
  }
  for (const compare::Effect effect : compare::all_effects)
    if (changes.has(effect) &&
        (word(effect) == what || (what == "duty" && is_duty(effect))))
      return true;
  return false;
}

int run(const Arguments& arguments) {
  const Language language = arguments.language;
  const std::string old_spec = *arguments.value("OLD"),
                    new_spec = arguments.value("NEW").value_or(".");
  const std::string format = arguments.value("--format").value_or("text");
  const auto file = arguments.value("--output");
  if (format == "xlsx" && !file) {
    print_error(to_file.in(language));
    return exit_usage;
  }
  const auto old_side = side_of(old_spec, new_spec, arguments);
  if (!old_side) return exit_usage;
  const auto new_side = side_of(new_spec, old_spec, arguments);
  if (!new_side) return exit_usage;
  const bool is_old_read = is_read(*old_side, language),
             is_new_read = is_read(*new_side, language);

  const Changes changes =
      compare::changes_between(old_side->run->edition, new_side->run->edition,
                               old_side->knows, new_side->knows);
  emit::Revision revision{changes, old_spec, new_spec, language,
                          !file && wants_colour(stdout_is_terminal())};
  for (const Format& each : formats) {
    if (each.name != format) continue;
    const std::string bytes = each.of(revision);
    if (file) {
      rewrite(*file, bytes);
      print(wrote.in(language, *file));
    } else {
      print(bytes);
    }
  }
  // What was not read may have changed in any way.
  if (changes.is_incomplete || !is_old_read || !is_new_read) return exit_errors;
  for (const std::string& what : arguments.values("--fail-on"))
    if (has(changes, what)) return exit_errors;
  return exit_fine;
}

constexpr Positional positionals[] = {
    {"OLD",
     {"a folder, a git revision (HEAD~1:, v2025:catalog) or a built "
      "catalog.json",
      "文件夹、git 版本（HEAD~1:、v2025:catalog）或构建得到的 catalog.json"},
     true},
    {"NEW", {"the same; else the current folder", "同上；不写则为当前文件夹"}},
};
constexpr std::string_view format_names[] = {"text", "markdown", "json", "html",
                                             "xlsx"};
constexpr std::string_view causes[] = {
    "duty-removed",   "duty-loosened", "duty-changed", "duty-added",
    "duty-tightened", "duty",          "public",       "exchange",
    "editorial",      "unrecorded",    "any"};
constexpr Option options[] = {
    {"--format",
     "-f",
     "FORMAT",
     {"how to tell it; xlsx is a table of revisions for offices",
      "输出格式；xlsx 为修订对照表"},
     format_names},
    {"--output",
     "-o",
     "FILE",
     {"write it to a file, whole or not at all", "写入文件；写不完整则不写"}},
    {"--fail-on",
     "",
     "EFFECT",
     {"what makes the exit code 1; several split by commas; unrecorded: "
      "changes and records of adjustment that do not agree",
      "哪类变化以 1 退出，可用逗号写多个；unrecorded 为变化与动态调整记录不符"},
     causes,
     true},
};
constexpr Example examples[] = {
    {"catalog diff HEAD~1:catalog catalog --fail-on duty-loosened",
     {"since the last commit; fails where a duty was loosened",
      "与上一次提交比较；有义务放宽则失败"}},
    {"catalog diff v2025: . -f xlsx -o 修订对照表.xlsx",
     {"the table of revisions since a tag", "自某标签以来的修订对照表"}},
};

}  // namespace

constinit const Command diff_command{
    "diff",
    {"say what changed between two editions, and what it means in law",
     "比较两个版本，说明变化及其法律效果"},
    positionals,
    options,
    examples,
    run};

}  // namespace catalog::cli
