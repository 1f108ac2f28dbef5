#include "cli/help.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "unicode/width.h"

namespace catalog::cli {
namespace {

constexpr Words what_it_is{
    "catalog compiles a disclosure catalog (基层政务公开标准目录) from YAML "
    "into\n"
    "workbooks, a web site and data, and says what is wrong with it.",
    "catalog 把用 YAML 书写的基层政务公开标准目录编译成 Excel 工作簿、网页和\n"
    "数据文件，并指出其中的问题。"};
constexpr Words usage{"Usage: ", "用法："};
constexpr Words commands_title{"Commands:", "命令："};
constexpr Words arguments_title{"Arguments:", "参数："};
constexpr Words options_title{"Options:", "选项："};
constexpr Words examples_title{"Examples:", "示例："};
constexpr Words command_word{"COMMAND", "命令"};
constexpr Words more{"`catalog COMMAND --help` tells more of a command.",
                     "`catalog 命令 --help` 查看某个命令的说明。"};
constexpr Words first_steps{
    "First steps: `catalog init mine`, then `catalog build mine`.",
    "初次使用：先 `catalog init 我的目录`，再 `catalog build 我的目录`。"};
constexpr Words lang_help{"language of messages; else that of the locale",
                          "提示语言；不写则随系统语言"};
constexpr Words help_help{"show this", "显示本说明"};
constexpr Words reader_help{"what reads YAML: strict, or yaml-cpp to compare",
                            "YAML 解析器：strict，或供对照的 yaml-cpp"};
constexpr Words jobs_help{"threads to use; else one a processor",
                          "使用的线程数；不写则与处理器数相同"};
constexpr Words version_help{"show the version", "显示版本"};

struct Row {
  std::string left;
  std::string right;
};

/// Two columns, aligned by display width.
std::string columns(const std::vector<Row>& rows) {
  std::size_t width = 0;
  for (const Row& row : rows)
    width = std::max(width, static_cast<std::size_t>(unicode::width(row.left)));
  std::string text;
  for (const Row& row : rows) {
    const auto used = static_cast<std::size_t>(unicode::width(row.left));
    text +=
        fmt::format("  {}{:{}}{}\n", row.left, "", width - used + 2, row.right);
  }
  return text;
}

std::string left_of(const Option& option) {
  std::string text(option.name);
  if (!option.short_name.empty())
    text = fmt::format("{}, {}", option.short_name, option.name);
  if (!option.value.empty()) text += fmt::format(" {}", option.value);
  return text;
}

std::string right_of(const Option& option, Language language) {
  std::string text(option.help.in(language));
  if (!option.choices.empty())
    text += language == Language::zh
                ? fmt::format("（{}）", fmt::join(option.choices, "、"))
                : fmt::format(" ({})", fmt::join(option.choices, ", "));
  return text;
}

std::vector<Row> general_options(Language language) {
  return {{"--lang zh|en", std::string(lang_help.in(language))},
          {"-h, --help", std::string(help_help.in(language))}};
}

}  // namespace

std::string version() { return fmt::format("catalog {}\n", CATALOG_VERSION); }

std::string help(Language language) {
  std::vector<Row> rows;
  for (const Command* command : commands())
    rows.push_back({std::string(command->name),
                    std::string(command->summary.in(language))});
  std::vector<Row> options = general_options(language);
  options.push_back({"-j, --jobs N", std::string(jobs_help.in(language))});
  options.push_back({"--reader NAME", std::string(reader_help.in(language))});
  options.push_back({"--version", std::string(version_help.in(language))});
  return fmt::format(
      "{}\n\n{}catalog {} …\n\n{}\n{}\n{}\n{}\n{}\n{}\n",
      what_it_is.in(language), usage.in(language), command_word.in(language),
      commands_title.in(language), columns(rows), options_title.in(language),
      columns(options), more.in(language), first_steps.in(language));
}

std::string help(const Command& command, Language language) {
  std::string line = fmt::format("catalog {}", command.name);
  std::vector<Row> arguments;
  for (const Positional& positional : command.positionals) {
    const std::string_view dots = positional.many ? "…" : "";
    line += positional.required ? fmt::format(" {}{}", positional.name, dots)
                                : fmt::format(" [{}{}]", positional.name, dots);
    arguments.push_back({std::string(positional.name),
                         std::string(positional.help.in(language))});
  }
  std::vector<Row> options;
  for (const Option& option : command.options)
    options.push_back({left_of(option), right_of(option, language)});
  for (Row& row : general_options(language)) options.push_back(std::move(row));
  std::vector<Row> examples;
  for (const Example& example : command.examples)
    examples.push_back(
        {std::string(example.command), std::string(example.what.in(language))});

  std::string text = fmt::format(
      "{}\n\n{}{}{}\n", command.summary.in(language), usage.in(language), line,
      language == Language::zh ? " [选项]" : " [OPTIONS]");
  if (!arguments.empty())
    text += fmt::format("\n{}\n{}", arguments_title.in(language),
                        columns(arguments));
  text += fmt::format("\n{}\n{}\n{}\n{}", options_title.in(language),
                      columns(options), examples_title.in(language),
                      columns(examples));
  return text;
}

}  // namespace catalog::cli
