#include <fmt/format.h>

#include "cli/command.h"
#include "cli/terminal.h"
#include "schema/registry.h"
#include "unicode/closest.h"

namespace catalog::cli {
namespace {

using diagnostics::Message;

constexpr Message<std::string, std::string> no_such{
    "error: there is no schema `{}`: there are {}\n",
    "错误：没有 `{}` 这个模式，可用的有：{}\n"};
constexpr std::string_view ending = ".schema.json";

/// `catalog` and `output/diagnostics`, from the paths of the files.
std::vector<std::string_view> names() {
  std::vector<std::string_view> all;
  for (const source::EmbeddedFile& file : schema::embedded_files())
    if (file.path.ends_with(ending))
      all.push_back(file.path.substr(0, file.path.size() - ending.size()));
  return all;
}

int run(const Arguments& arguments) {
  const std::string wanted = arguments.value("NAME").value_or("catalog");
  for (const source::EmbeddedFile& file : schema::embedded_files())
    if (file.path == wanted + std::string(ending)) {
      print(file.bytes);
      return exit_fine;
    }
  const bool is_zh = arguments.language == Language::zh;
  print_error(
      no_such.in(arguments.language, wanted,
                 fmt::format("{}", fmt::join(names(), is_zh ? "、" : ", "))));
  return exit_usage;
}

constexpr Positional positionals[] = {
    {"NAME",
     {"catalog (the source), output/catalog, output/diagnostics, "
      "output/baseline, output/diff or output/stats",
      "catalog（源文件）、output/catalog、output/diagnostics、"
      "output/baseline、output/diff 或 output/stats"}},
};
constexpr Example examples[] = {
    {"catalog schema > catalog.schema.json",
     {"for an editor's YAML plug-in", "供编辑器的 YAML 插件使用"}},
    {"catalog schema output/catalog",
     {"the form of catalog.json", "catalog.json 的格式"}},
};

}  // namespace

constinit const Command schema_command{
    "schema",
    {"print the schema of the source language or of an output",
     "打印源文件或输出文件的 JSON Schema"},
    positionals,
    {},
    examples,
    run};

}  // namespace catalog::cli
