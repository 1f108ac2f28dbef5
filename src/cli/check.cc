#include <array>
#include <filesystem>
#include <iterator>

#include "cli/command.h"
#include "cli/report.h"
#include "cli/terminal.h"
#include "compile/compile.h"
#include "compile/outputs.h"

namespace catalog::cli {
namespace {

int run(const Arguments& arguments) {
  const Language language = arguments.language;
  const std::filesystem::path folder = arguments.value("DIR").value_or(".");
  ProgressLine line(language);
  const auto compiled =
      compile::edition_in(folder, language, line.callback(), arguments.reader);
  compile::outputs_of(*compiled, {}, compiled->found);
  line.clear();
  diagnostics::Report report =
      report_of(*compiled, folder, line, stdout_is_terminal());
  report.shows_info = arguments.has("--info");
  const std::string format = arguments.value("--format").value_or("text");
  for (const diagnostics::Renderer& renderer : diagnostics::renderers)
    if (renderer.name == format) print(renderer.render(report));
  return compiled->found.has_errors() ? exit_errors : exit_fine;
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
};
constexpr Example examples[] = {
    {"catalog check catalog",
     {"say what is wrong, with places", "列出全部问题及其位置"}},
    {"catalog check --format json",
     {"the same for other programs", "供其他程序读取"}},
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
