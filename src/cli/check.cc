#include <fcntl.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <iterator>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include "check/baseline.h"
#include "cli/command.h"
#include "cli/report.h"
#include "cli/rewrite.h"
#include "cli/settings.h"
#include "cli/terminal.h"
#include "compile/compile.h"
#include "compile/outputs.h"
#include "format/difference.h"
#include "source/descriptor.h"
#include "syntax/mend.h"

namespace catalog::cli {
namespace {

namespace fs = std::filesystem;
using diagnostics::Message;
using diagnostics::Report;
using diagnostics::Severity;

constexpr Message<std::string_view, std::string_view> goes_with{
    "error: `{}` goes with `{}`\n", "错误：`{}` 须与 `{}` 同用\n"};
constexpr Message<std::size_t, std::size_t> fixed{
    "findings fixed: {}; files changed: {}\n",
    "已修正 {} 处，改动 {} 个文件\n"};
constexpr Message<std::size_t, std::size_t> would_fix{
    "findings that would be fixed: {}; files that would change: {}\n",
    "可以修正 {} 处，涉及 {} 个文件，均未写入\n"};
constexpr Message<> nothing_to_fix{"nothing to fix that is sure\n",
                                   "没有可以直接修正的问题\n"};
constexpr Message<std::size_t> left{
    "fixes not made, since they touch others: {}\n",
    "与其他修正相连而未作的：{} 处\n"};
constexpr Message<std::size_t> can_fix{"findings that `--fix` mends: {}\n",
                                       "其中 {} 处可用 `--fix` 修正\n"};
constexpr Message<std::size_t> known_findings{
    "findings that the baseline has, not shown: {}\n",
    "基线中已有而未列出的：{} 处\n"};
constexpr Message<std::size_t> stale{
    "info: entries of the baseline that are mended: {}; `--update-baseline` "
    "takes them out\n",
    "提示：基线中有 {} 条已经改正，可用 `--update-baseline` 更新\n"};
constexpr Message<std::string, std::size_t> updated{"wrote {}: findings {}\n",
                                                    "已写入 {}：{} 处\n"};
constexpr Message<> not_updated{
    "the baseline was not written: the catalog cannot be read whole\n",
    "目录不能完整读取，基线没有写入\n"};
constexpr Message<std::string, std::string> no_baseline{
    "`{}` is no baseline: {}", "`{}` 不是基线文件：{}"};

constexpr std::string_view severities[] = {"error", "warning", "info"};

/// What `--fail-on` names.
Severity severity_named(std::string_view name) {
  for (const Severity each : {Severity::warning, Severity::info})
    if (name == diagnostics::word_of(each)) return each;
  return Severity::error;
}

std::string rendered(const Report& report, std::string_view format) {
  for (const diagnostics::Renderer& renderer : diagnostics::renderers)
    if (renderer.name == format) return renderer.render(report);
  return {};
}

/// The report goes to a file if one was named; then its last line is for those
/// who wait for the command.
void deliver(const Report& report, const Arguments& arguments) {
  const std::string text =
      rendered(report, arguments.value("--format").value_or("text"));
  const auto file = arguments.value("--output");
  if (!file) return print(text);
  rewrite(*file, text);
  if (report.failure.empty())
    print(count_line(report.diagnostics, report.coverage) + "\n" +
          compared_line(report.coverage, arguments.language));
}

/// A report for whoever waits for one, though all there is to say is why. A
/// person is told on standard error.
void deliver_failure(const fs::path& folder, const Arguments& arguments,
                     const std::string& why) {
  const bool is_text = arguments.value("--format").value_or("text") == "text";
  if (is_text && !arguments.has("--output")) return;
  deliver(UnfinishedReport(folder, arguments.language, why).report(),
          arguments);
}

std::unique_ptr<compile::Compilation> compiled(const fs::path& folder,
                                               const Arguments& arguments,
                                               ProgressLine& line) {
  auto run = compile::edition_in(folder, settings_of(arguments, line));
  compile::outputs_of(*run, {}, run->found);
  line.clear();
  return run;
}

/// What was fixed, over all rounds.
struct Fixed {
  std::size_t findings = 0;
  std::set<source::FileId> files;
  std::size_t left = 0;  // in the last round
};

/// Makes the fixes that are sure, or shows them. Whether there were any.
bool fix(const compile::Compilation& run, const fs::path& folder, bool writes,
         Fixed& all) {
  const syntax::Mending mending =
      syntax::mended(run.tree, run.files, run.found.sorted());
  for (const syntax::Mended& file : mending.files) {
    const fs::path path =
        (folder / run.tree[file.file].path).lexically_normal();
    all.findings += file.done.size();
    all.files.insert(file.file);
    if (writes)
      rewrite(path, file.bytes);
    else
      print(format::difference(path.string(), run.tree[file.file].bytes,
                               file.bytes));
  }
  all.left = mending.left;
  return !mending.files.empty();
}

/// Fixes until nothing changes: one fix may lay bare another, and those that
/// touch come one after the other. Ten rounds are more than any need.
std::unique_ptr<compile::Compilation> fix_all(
    std::unique_ptr<compile::Compilation> run, const fs::path& folder,
    const Arguments& arguments, ProgressLine& line) {
  constexpr int most_rounds = 10;
  const bool writes = !arguments.has("--dry-run");
  Fixed all;
  for (int round = 0; round < most_rounds; ++round) {
    if (!fix(*run, folder, writes, all) || !writes) break;
    run = compiled(folder, arguments, line);
  }
  const Language language = arguments.language;
  const auto& summary = writes ? fixed : would_fix;
  print_error(all.findings == 0
                  ? nothing_to_fix.in(language)
                  : summary.in(language, all.findings, all.files.size()));
  if (all.left > 0) print_error(left.in(language, all.left));
  return run;
}

check::Baseline baseline_in(const std::string& path) {
  const source::Descriptor file =
      source::open_at(AT_FDCWD, path.c_str(), O_RDONLY);
  auto bytes =
      file ? source::read_all(file, source::max_file_bytes) : std::nullopt;
  if (!bytes) source::fail_errno("read", "读取", path);
  source::SourceTree tree;
  const source::FileId id = tree.add(path, std::move(*bytes));
  const auto told = [&](Language language) {
    diagnostics::Diagnostics found(language);
    const auto known = check::read_baseline(tree, id, found);
    return std::pair(known,
                     known ? std::string() : found.sorted().front().message);
  };
  const auto [known, why] = told(Language::en);
  if (known) return *known;
  throw source::Failure(
      no_baseline.in(Language::en, path, why),
      no_baseline.in(Language::zh, path, told(Language::zh).second));
}

/// Takes away what the baseline has, or makes it the baseline.
void settle(compile::Compilation& run, const Arguments& arguments) {
  const Language language = arguments.language;
  const auto path = arguments.value("--baseline");
  if (!path) return;
  if (arguments.has("--update-baseline")) {
    if (run.found.has_poison()) return print_error(not_updated.in(language));
    const check::Baseline now =
        check::baseline_of(run.found.sorted(), run.tree);
    rewrite(*path, check::text_of(now));
    const check::Known known = check::drop_known(now, run.tree, run.found);
    print_error(updated.in(language, *path, known.dropped));
    return;
  }
  const check::Known known =
      check::drop_known(baseline_in(*path), run.tree, run.found);
  if (known.dropped > 0)
    print_error(known_findings.in(language, known.dropped));
  if (known.stale > 0) print_error(stale.in(language, known.stale));
}

/// Options that mean nothing without another.
std::optional<int> refuse(const Arguments& arguments) {
  constexpr std::pair<std::string_view, std::string_view> pairs[] = {
      {"--dry-run", "--fix"}, {"--update-baseline", "--baseline"}};
  for (const auto& [one, other] : pairs)
    if (arguments.has(one) && !arguments.has(other)) {
      print_error(goes_with.in(arguments.language, one, other));
      return exit_usage;
    }
  return std::nullopt;
}

/// How many findings carry a fix, for those who read them.
void tell_fixable(const compile::Compilation& run, const Arguments& arguments) {
  if (arguments.value("--format").value_or("text") != "text") return;
  const auto all = run.found.sorted();
  const auto count =
      std::count_if(all.begin(), all.end(), [&](const auto& one) {
        return !one.fix.empty() &&
               (arguments.has("--info") || one.severity != Severity::info);
      });
  if (count > 0)
    print_error(
        can_fix.in(arguments.language, static_cast<std::size_t>(count)));
}

/// Keeps what the process ends with. The system takes its memory back at once;
/// to give it back piece by piece is a twentieth of a check (callgrind).
compile::Compilation& kept(std::unique_ptr<compile::Compilation> run) {
  // Leak checkers find it by this; volatile, or it would be optimised away.
  static compile::Compilation* volatile last;
  last = run.release();
  return *last;
}

int check(const fs::path& folder, const Arguments& arguments) {
  ProgressLine line(arguments.language);
  auto compilation = compiled(folder, arguments, line);
  if (arguments.has("--fix"))
    compilation = fix_all(std::move(compilation), folder, arguments, line);
  compile::Compilation& run = kept(std::move(compilation));
  settle(run, arguments);
  const bool goes_to_file = arguments.has("--output");
  Report report =
      report_of(run, folder, line, stdout_is_terminal() && !goes_to_file);
  report.shows_info = arguments.has("--info");
  report.fails_at =
      severity_named(arguments.value("--fail-on").value_or("error"));
  // Standard output is for the difference then.
  if (!arguments.has("--dry-run") || goes_to_file) deliver(report, arguments);
  if (!arguments.has("--fix")) tell_fixable(run, arguments);
  for (const Severity each :
       {Severity::error, Severity::warning, Severity::info})
    if (is_at_least(each, report.fails_at) && run.found.count(each) > 0)
      return exit_errors;
  return exit_fine;
}

int run(const Arguments& arguments) {
  if (const auto code = refuse(arguments)) return *code;
  const Language language = arguments.language;
  const fs::path folder = arguments.value("DIR").value_or(".");
  try {
    return check(folder, arguments);
  } catch (const source::Failure& failure) {
    deliver_failure(folder, arguments,
                    language == Language::zh ? failure.zh() : failure.what());
    throw;
  } catch (const fs::filesystem_error& failure) {
    deliver_failure(folder, arguments, failure.what());
    throw;
  }
}

constexpr Positional positionals[] = {
    {"DIR",
     {"folder of the catalog; else the current one",
      "目录所在的文件夹；不写则为当前文件夹"}},
};
constexpr auto formats = [] {
  std::array<std::string_view, std::size(diagnostics::renderers)> names;
  for (std::size_t i = 0; i < names.size(); ++i)
    names[i] = diagnostics::renderers[i].name;
  return names;
}();
constexpr Option options[] = {
    as_of_option,
    {"--info",
     "",
     "",
     {"show hints too, not only errors and warnings",
      "除错误和警告外，也列出提示"}},
    {"--format",
     "-f",
     "FORMAT",
     {"how to print the findings", "结果的格式"},
     formats},
    {"--output",
     "-o",
     "FILE",
     {"write them to a file, whole or not at all",
      "把结果写入文件；写不完整则不写"}},
    {"--fail-on",
     "",
     "SEVERITY",
     {"what makes the exit code 1; else errors",
      "何种问题以 1 退出；不写则为错误"},
     severities},
    {"--fix",
     "",
     "",
     {"mend what can be mended for sure, then check",
      "修正可以直接修正的问题，再检查"}},
    {"--dry-run",
     "",
     "",
     {"with --fix: show the changes, write nothing",
      "与 --fix 同用：只显示改动，不写文件"}},
    {"--baseline",
     "",
     "FILE",
     {"leave out the findings that are in it", "不列出该文件中已有的问题"}},
    {"--update-baseline",
     "",
     "",
     {"put all that rules find into the baseline",
      "把现有的问题全部写入基线文件"}},
};
constexpr Example examples[] = {
    {"catalog check catalog",
     {"say what is wrong, with places", "列出全部问题及其位置"}},
    {"catalog check --format sarif -o catalog.sarif",
     {"the same for a code scanner", "供代码扫描平台读取"}},
};

}  // namespace

constinit const Command check_command{
    "check",
    {"say all that is wrong with a catalog, with places",
     "检查目录，列出全部问题及其位置"},
    positionals,
    options,
    examples,
    run};

}  // namespace catalog::cli
