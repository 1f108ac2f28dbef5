#include <fmt/format.h>

#include <filesystem>
#include <span>
#include <vector>

#include "cli/command.h"
#include "cli/new_folder.h"
#include "cli/report.h"
#include "cli/settings.h"
#include "cli/terminal.h"
#include "compile/compile.h"
#include "schema/registry.h"
#include "source/embedded.h"

namespace catalog::cli::scaffold {
std::span<const source::EmbeddedFile> embedded_files();
}

namespace catalog::cli {
namespace {

namespace fs = std::filesystem;
using diagnostics::Message;

constexpr Message<std::string> made{"made a catalog in {}\n",
                                    "已在 {} 建好一套目录\n"};
constexpr Message<std::string> next{
    "next: edit its files, then `catalog build {}`\n",
    "下一步：修改其中的文件，再运行 `catalog build {}`\n"};

constexpr Message<> needs_code{
    "error: a catalog with a base is that of a place: give its division code "
    "with --jurisdiction\n",
    "错误：有上级目录的是某地的目录，请用 --jurisdiction 写明行政区划代码\n"};

/// The folder as it is to be typed after a command.
std::string typed(const fs::path& folder) {
  const std::string text = folder.string();
  return text.find(' ') == text.npos ? text : "\"" + text + "\"";
}

void write_schema(NewFolder& folder) {
  for (const source::EmbeddedFile& file : schema::embedded_files())
    if (file.path == "catalog.schema.json") folder.write(file.path, file.bytes);
}

std::string level_of(std::string_view code) {
  if (code.size() == 12) return "village";
  if (code.size() == 9) return "town";
  if (code.ends_with("0000")) return "province";
  return code.ends_with("00") ? "city" : "county";
}

/// The manifest of a catalog that stands on another: names are for its author
/// to fill in, so the place counts as made up until then.
std::string manifest_of(const std::string& extends, const std::string& code) {
  return fmt::format(R"(# yaml-language-server: $schema=catalog.schema.json
#
# 在上级目录基础上建立的本地目录。请把“本地”改为本地名称，并删去 assumed 一处。
catalog:
  id: {0}
  title: 本地基层政务公开标准目录
  version: "2026.1"
  date: 2026-01-15
  jurisdiction: "{1}"
  extends: {2}

jurisdictions:
  - {{code: "{1}", name: 本地, level: {3}, assumed: true}}
)",
                     "local-" + code, code, extends, level_of(code));
}

/// The roles that the base leaves to be played, each as a line to fill in.
std::string roles_of(const compile::Compilation& run) {
  const resolve::ResolvedCatalog& catalog = run.catalog;
  std::vector<bool> is_used(catalog.bodies.size());
  for (const resolve::Item& item : catalog.items)
    for (const auto& part : item.body.parts)
      for (const resolve::BodyId body : part.value)
        is_used[static_cast<std::size_t>(body)] = true;
  std::string text =
      "# yaml-language-server: $schema=catalog.schema.json\n#\n"
      "# 上级目录中的通称在本地由哪个单位承担。请去掉行首的 # "
      "并填写单位全称，\n"
      "# 没有此项职权的领域写在 adopt: except: 下。\n"
      "# bind:\n";
  for (std::size_t i = 0; i < catalog.bodies.size(); ++i) {
    const model::Body& body = catalog.bodies.all()[i];
    if (is_used[i] && body.generic)
      text += fmt::format("#   {}: {{name: }}  # {}\n", body.id.text,
                          body.name.text);
  }
  return text;
}

/// Makes a catalog that stands on another, where the other is to be had.
int extend(const fs::path& folder, const Arguments& arguments) {
  const Language language = arguments.language;
  const std::string extends = *arguments.value("--extends");
  const auto code = arguments.value("--jurisdiction");
  if (!code || (code->size() != 6 && code->size() != 9 && code->size() != 12) ||
      code->find_first_not_of("0123456789") != code->npos) {
    print_error(needs_code.in(language));
    return exit_usage;
  }
  NewFolder fresh(folder);
  fresh.write("catalog.yaml", manifest_of(extends, *code));
  ProgressLine line(language);
  const auto run =
      compile::edition_in(fresh.staged(), settings_of(arguments, line));
  line.clear();
  if (run->found.has_errors()) {
    diagnostics::Report report =
        report_of(*run, folder, line, stderr_is_terminal());
    print_error(diagnostics::render_text(report));
    return exit_errors;
  }
  fresh.write("bind.yaml", roles_of(*run));
  write_schema(fresh);
  fresh.put_in_place();
  print(made.in(language, folder.string()));
  print(next.in(language, typed(folder)));
  return exit_fine;
}

int run(const Arguments& arguments) {
  const Language language = arguments.language;
  const fs::path folder = *arguments.value("DIR");
  refuse_unless_new(folder);
  if (arguments.has("--extends")) return extend(folder, arguments);
  NewFolder fresh(folder);
  for (const source::EmbeddedFile& file : scaffold::embedded_files())
    fresh.write(file.path, file.bytes);
  write_schema(fresh);
  fresh.put_in_place();
  print(made.in(language, folder.string()));
  print(next.in(language, typed(folder)));
  return exit_fine;
}

constexpr Option options[] = {
    {"--extends",
     "",
     "NAME",
     {"on top of an installed catalog, or of one in a folder",
      "以已安装的目录或某个文件夹中的目录为上级目录"}},
    {"--jurisdiction",
     "",
     "CODE",
     {"division code of the place, with --extends",
      "本地的行政区划代码，与 --extends 同用"}},
};
constexpr Positional positionals[] = {
    {"DIR", {"a folder that is new or empty", "一个新的或空的文件夹"}, true},
};
constexpr Example examples[] = {
    {"catalog init mine",
     {"a small catalog that builds", "建一套可以直接编译的小目录"}},
    {"catalog init --extends national --jurisdiction 330304 mine",
     {"a county's catalog on the national one",
      "在国家目录基础上建一套县级目录"}},
};

}  // namespace

constinit const Command init_command{
    "init",      {"make a small catalog to begin with", "新建一套起步用的目录"},
    positionals, options,
    examples,    run};

}  // namespace catalog::cli
