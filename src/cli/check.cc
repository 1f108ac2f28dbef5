#include <array>
#include <filesystem>
#include <iterator>

#include "cli/command.h"
#include "cli/report.h"
#include "cli/rewrite.h"
#include "cli/terminal.h"
#include "compile/compile.h"
#include "compile/outputs.h"

namespace catalog::cli {
namespace {

namespace fs = std::filesystem;
using diagnostics::Report;
using diagnostics::Severity;

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
    print(count_line(report.diagnostics, report.coverage) + "\n");
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
  const Language language = arguments.language;
  try {
    auto run = compile::edition_in(folder, language, line.callback(),
                                   arguments.reader);
    compile::outputs_of(*run, {}, run->found);
    return run;
  } catch (const source::Failure& failure) {
    deliver_failure(folder, arguments,
                    language == Language::zh ? failure.zh() : failure.what());
    throw;
  } catch (const std::exception& failure) {
    deliver_failure(folder, arguments, failure.what());
    throw;
  }
}

int run(const Arguments& arguments) {
  const fs::path folder = arguments.value("DIR").value_or(".");
  ProgressLine line(arguments.language);
  const auto run = compiled(folder, arguments, line);
  line.clear();
  const bool goes_to_file = arguments.has("--output");
  Report report =
      report_of(*run, folder, line, stdout_is_terminal() && !goes_to_file);
  report.shows_info = arguments.has("--info");
  report.fails_at =
      severity_named(arguments.value("--fail-on").value_or("error"));
  deliver(report, arguments);
  for (const Severity each :
       {Severity::error, Severity::warning, Severity::info})
    if (is_at_least(each, report.fails_at) && run->found.count(each) > 0)
      return exit_errors;
  return exit_fine;
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
