#include <filesystem>

#include "cli/command.h"
#include "cli/our_workbook.h"
#include "cli/report.h"
#include "cli/settings.h"
#include "cli/terminal.h"
#include "compile/compile.h"
#include "sync/changes.h"
#include "sync/difference.h"
#include "sync/plan.h"

namespace catalog::cli {
namespace {

using diagnostics::Message;

constexpr Message<std::string, std::string> line{"{}: {}\n", "{}：{}\n"};
constexpr Message<std::string, std::string, std::string> altered{
    "{}: now `{}` ({}; what was printed is not known)\n",
    "{}：现为 `{}`（{}；原来的内容已无法得知）\n"};
constexpr Message<std::string, std::string> row_gone{
    "{}: the row of {} is gone\n", "{}：{} 所在的行已不在\n"};
constexpr Message<std::string> row_new{"{}: this row is new\n",
                                       "{}：此行是新加的\n"};
constexpr Message<std::string> sheet_gone{"sheet {} is gone\n",
                                          "工作表 {} 已不在\n"};
constexpr Message<std::string, std::string> column_gone{
    "sheet {}: column {} is gone\n", "工作表 {}：“{}”列已不在\n"};
constexpr Message<std::string, std::string> column_new{"{}: column {} is new\n",
                                                       "{}：“{}”列是新加的\n"};
constexpr Message<> as_printed{"every cell is as it was printed\n",
                               "所有单元格都与生成时一致\n"};
constexpr Message<std::size_t, std::size_t, std::size_t> counts{
    "differing cells: {}; new rows: {}; missing rows: {}\n",
    "有变化的单元格 {} 个，新加的行 {} 行，缺少的行 {} 行\n"};
constexpr Message<> is_current{"the catalog still prints the same\n",
                               "目录现在的内容与生成时一致\n"};
constexpr Message<> has_changed{"the catalog prints something else by now\n",
                                "目录现在的内容与生成时不同\n"};
constexpr Message<std::string, std::string> other_catalog{
    "error: the workbook is of the catalog `{}`, and this is `{}`\n",
    "错误：工作簿属于目录 `{}`，而此处是 `{}`\n"};

/// What differs in one table. How many cells, new rows and missing rows.
struct Counts {
  std::size_t cells = 0;
  std::size_t added = 0;
  std::size_t missing = 0;
  bool has_other = false;  // sheets and columns
};

void say(const workbook::Record& record, const sync::FoundTable& table,
         Language language, Counts& counts_of_all) {
  if (table.is_gone) {
    print(sheet_gone.in(language, table.sheet));
    counts_of_all.has_other = true;
    return;
  }
  for (const std::uint32_t i : table.lost_columns) {
    print(
        column_gone.in(language, table.sheet, table.printed->columns[i].title));
    counts_of_all.has_other = true;
  }
  for (const sync::FoundCell& each : table.other_columns) {
    print(column_new.in(language, sync::place_of(table.sheet, each.at),
                        each.text));
    counts_of_all.has_other = true;
  }
  for (const sync::Change& each : sync::changes_in(record, table)) {
    const std::string place = sync::place_of(each.sheet, each.at);
    print(each.was ? line.in(language, place,
                             sync::word_difference(*each.was, each.now))
                   : altered.in(language, place, each.now, each.item()));
    ++counts_of_all.cells;
  }
  for (const sync::FoundRow& row : table.rows)
    if (!row.printed) {
      print(row_new.in(language, sync::place_of(table.sheet, {row.row, 0})));
      ++counts_of_all.added;
    }
  for (const std::uint32_t i : table.missing) {
    const workbook::PrintedRow& row = table.printed->rows[i];
    print(row_gone.in(language, sync::place_of(table.sheet, {row.row, 0}),
                      row.item));
    ++counts_of_all.missing;
  }
}

int run(const Arguments& arguments) {
  const Language language = arguments.language;
  const auto book =
      open_workbook(arguments.value("WORKBOOK").value_or(""), language);
  if (!book) return exit_usage;
  print(description_of(book->record, language) + "\n");
  if (const auto folder = arguments.value("DIR")) {
    ProgressLine progress(language);
    const auto compiled =
        compile::edition_in(*folder, settings_of(arguments, progress));
    progress.clear();
    const auto& manifest = compiled->catalog.manifest;
    if (manifest.id.text != book->record.catalog) {
      print_error(other_catalog.in(language, book->record.catalog,
                                   std::string(manifest.id.text)));
      return exit_usage;
    }
    const auto edition =
        book->record.is_of_place_below
            ? edition_asked_for(*compiled, book->record.edition, language)
            : std::optional(compiled->edition);
    if (!edition) return exit_usage;
    const bool is_same = sync::is_current(book->record, *edition);
    print(is_same ? is_current.in(language) : has_changed.in(language));
  }
  Counts all;
  for (const sync::FoundTable& table :
       sync::find_tables(book->record, book->sheets))
    say(book->record, table, language, all);
  const bool is_same = all.cells == 0 && all.added == 0 && all.missing == 0;
  print(is_same ? as_printed.in(language)
                : counts.in(language, all.cells, all.added, all.missing));
  return is_same && !all.has_other ? exit_fine : exit_errors;
}

constexpr Positional positionals[] = {
    {"WORKBOOK",
     {"a workbook that `catalog build` made",
      "由 `catalog build` 生成的工作簿"},
     true},
    {"DIR",
     {"the catalog, to say whether it has changed since",
      "目录所在的文件夹，用来说明目录此后是否有变化"}},
};
constexpr Example examples[] = {
    {"catalog verify catalog.xlsx",
     {"what an office changed in it", "看单位改动了哪些单元格"}},
    {"catalog verify catalog.xlsx ouhai",
     {"and whether the catalog has moved on", "同时看目录是否已有变化"}},
};

}  // namespace

constinit const Command verify_command{
    "verify",
    {"say which build a workbook is of and what was changed in it",
     "说明工作簿出自哪次生成、改动了什么"},
    positionals,
    {},
    examples,
    run};

}  // namespace catalog::cli
