#include <algorithm>
#include <filesystem>
#include <optional>

#include "cli/command.h"
#include "cli/our_workbook.h"
#include "cli/report.h"
#include "cli/rewrite.h"
#include "cli/settings.h"
#include "cli/terminal.h"
#include "compile/compile.h"
#include "source/failure.h"
#include "source/lines.h"
#include "source/name.h"
#include "sync/difference.h"
#include "sync/plan.h"

namespace catalog::cli {
namespace {

namespace fs = std::filesystem;
using diagnostics::Message;
using sync::Decision;

constexpr Message<std::string, std::string> other_catalog{
    "error: the workbook is of the catalog `{}`, and this is `{}`\n",
    "错误：工作簿属于目录 `{}`，而此处是 `{}`\n"};
constexpr Message<std::string, std::string, std::string> heading{
    "{}  {}  {}\n", "{}  {}  {}\n"};
constexpr Message<std::string> set_at{"  set at {}\n", "  写在 {}\n"};
constexpr Message<> conflict{
    "  conflict: the source was changed too; nothing is taken\n",
    "  冲突：源文件也已改动，未采用\n"};
constexpr Message<std::string> in_workbook{"  workbook: {}\n",
                                           "  工作簿：{}\n"};
constexpr Message<std::string> in_source{"  source:   {}\n", "  源文件：{}\n"};
constexpr Message<> locked{
    "  not taken: this column is given by the program or by other entries\n",
    "  未采用：此列由程序或其他条目给出，不能在工作簿中修改\n"};
constexpr Message<std::string> refused{"  not taken: {}\n", "  未采用：{}\n"};
constexpr Message<std::string, std::string> added{"{}  new item {}\n",
                                                  "{}  新事项 {}\n"};
constexpr Message<std::string, std::string> not_added{
    "{}  a new row that is not taken: {}\n", "{}  新行未采用：{}\n"};
constexpr Message<std::string, std::string> gone{
    "{}  the row of {} is gone: nothing is deleted for that\n",
    "{}  {} 所在的行已不在：不因此删除事项\n"};
constexpr Message<std::string> sheet_gone{
    "sheet {} is gone: nothing is deleted for that\n",
    "工作表 {} 已不在：不因此删除事项\n"};
constexpr Message<std::string, std::string> column_gone{
    "sheet {}: column {} is gone: nothing is read of it\n",
    "工作表 {}：“{}”列已不在，未读取\n"};
constexpr Message<std::string, std::string> column_new{
    "{}  the column {} is not one of the layout: it is not read\n",
    "{}  “{}”列不在版式之中，未读取\n"};
constexpr Message<std::string> numbers{
    "sheet {}: numbers are given by the program; those changed are not read\n",
    "工作表 {}：序号由程序给出，改动的序号未读取\n"};
constexpr Message<std::string> new_body{
    "the office {} is new: it is registered\n", "新的公开主体 {}，已登记\n"};
constexpr Message<std::string> reworded{
    "note: {} will not print quite as in the workbook\n",
    "说明：{} 的印刷文字会与工作簿略有不同\n"};
constexpr Message<> nothing{"nothing to take over\n", "没有需要采用的改动\n"};
constexpr Message<std::size_t, std::size_t, std::size_t, std::size_t> counts{
    "to take over: {} cells, {} new items; conflicts: {}; not taken: {}\n",
    "可采用：单元格 {} 个，新事项 {} 个；冲突 {} 处；未采用 {} 处\n"};
constexpr Message<> preview{
    "this is a preview: `--apply` writes it into the files\n",
    "以上为预览：加上 `--apply` 即写入源文件\n"};
constexpr Message<std::string> wrote{"wrote {}\n", "已写入 {}\n"};
constexpr Message<std::string> next{"next: `catalog check {}`\n",
                                    "下一步：`catalog check {}`\n"};
constexpr Message<> broken{
    "error: the edits cannot be made together; nothing was written\n",
    "错误：这些改动无法一并写入，没有写入任何文件\n"};
constexpr Message<std::string> elsewhere{
    "error: with these edits, {} would change, too; nothing was written\n",
    "错误：这些改动会使 {} 也发生变化，没有写入任何文件\n"};
constexpr Message<std::size_t> new_errors{
    "note: errors that the catalog gets by this: {}; `catalog check` shows "
    "them\n",
    "说明：采用后目录会多出 {} 个错误，请用 `catalog check` 查看\n"};
constexpr Message<std::string> changed_meanwhile{
    "`{}` was changed while it was read", "`{}` 在读取期间被改动"};

/// Says what becomes of a workbook's cells.
class Report {
 public:
  Report(const compile::Compilation& run, const fs::path& folder,
         Language language)
      : run_(run), folder_(folder), language_(language) {}

  void say(const std::vector<sync::FoundTable>& tables,
           const sync::Plan& plan) {
    for (const sync::FoundTable& table : tables) say(table);
    for (const Decision& each : plan.decisions) say(each);
    for (const sync::Addition& each : plan.additions) {
      const std::string place = sync::place_of(each.sheet, {each.row, 0});
      if (each.item.empty())
        print(not_added.in(language_, place, each.why.in(language_)));
      else
        print(added.in(language_, place, each.item + "  " + each.name));
    }
    for (const sync::Missing& each : plan.missing)
      print(gone.in(language_, sync::place_of(each.sheet, {each.row, 0}),
                    each.item));
    for (const std::string& each : plan.new_bodies)
      print(new_body.in(language_, each));
  }

 private:
  void say(const sync::FoundTable& table) {
    if (table.is_gone) print(sheet_gone.in(language_, table.sheet));
    if (table.is_gone) return;
    for (const std::uint32_t i : table.lost_columns)
      print(column_gone.in(language_, table.sheet,
                           table.printed->columns[i].title));
    for (const sync::FoundCell& each : table.other_columns)
      print(column_new.in(language_, sync::place_of(table.sheet, each.at),
                          each.text));
  }

  /// `folder/items/education.yaml:12:9`.
  std::string place_of(const source::Span& span) const {
    const source::File& file = run_.tree[span.file];
    const source::Position at = source::Lines(file.bytes).position(span.begin);
    const fs::path folder = source::layer_of(span.file) == 0
                                ? folder_
                                : fs::path(run_.tree.way(span.file));
    return (folder / file.path).lexically_normal().string() + ":" +
           std::to_string(at.line) + ":" + std::to_string(at.column);
  }

  void say(const Decision& each) {
    if (each.kind == Decision::Kind::already) return;
    const sync::Change& change = each.change;
    if (change.kind().value == "number") {
      if (std::find(numbered_.begin(), numbered_.end(), change.sheet) ==
          numbered_.end())
        print(numbers.in(language_, change.sheet));
      numbered_.push_back(change.sheet);
      return;
    }
    print(heading.in(language_, sync::place_of(change.sheet, change.at),
                     change.item(), change.kind().title));
    if (each.kind == Decision::Kind::conflict) {
      print(conflict.in(language_));
      print(in_workbook.in(language_, change.now));
      print(in_source.in(language_, each.mine));
    } else {
      print("  " +
            sync::word_difference(change.was.value_or(each.mine), change.now) +
            "\n");
    }
    if (each.kind == Decision::Kind::locked) print(locked.in(language_));
    if (each.kind == Decision::Kind::refused)
      print(refused.in(language_, each.why.in(language_)));
    if (each.source.end > each.source.begin)
      print(set_at.in(language_, place_of(each.source)));
  }

  const compile::Compilation& run_;
  const fs::path& folder_;
  Language language_;
  std::vector<std::string> numbered_;  // sheets whose numbers were spoken of
};

struct Counts {
  std::size_t edits = 0;
  std::size_t additions = 0;
  std::size_t conflicts = 0;
  std::size_t refused = 0;
};

Counts count(const sync::Plan& plan) {
  Counts all;
  for (const Decision& each : plan.decisions) {
    using Kind = Decision::Kind;
    if (each.kind == Kind::edit) ++all.edits;
    if (each.kind == Kind::conflict) ++all.conflicts;
    const bool is_number = each.change.kind().value == "number";
    if (each.kind == Kind::refused || (each.kind == Kind::locked && !is_number))
      ++all.refused;
  }
  for (const sync::Addition& each : plan.additions)
    ++(each.item.empty() ? all.refused : all.additions);
  return all;
}

/// All files, or none, and only where they are still what was read.
void write_all(const fs::path& folder, const source::SourceTree& tree,
               const std::map<std::string, std::string>& files) {
  std::map<std::string, std::string> before;
  for (std::size_t i = 0; i < tree.size(); ++i)
    before[tree[tree.id(i)].path] = tree[tree.id(i)].bytes;
  for (const auto& [path, bytes] : files) {
    const auto known = before.find(path);
    const auto expected =
        known == before.end() ? std::nullopt : std::optional(known->second);
    if (bytes_now(folder / path) != expected)
      throw source::Failure(changed_meanwhile.in(Language::en, path),
                            changed_meanwhile.in(Language::zh, path));
  }
  std::vector<Rewriting> rewritings;
  for (const auto& [path, bytes] : files) {
    fs::create_directories((folder / path).parent_path());
    rewritings.push_back({folder / path, bytes});
  }
  rewrite_all(rewritings);
}

/// Compiles the catalog with the edits made, and sees whether all is as it
/// should be. Nothing is written before that.
bool is_sound(const compile::Compilation& run, const fs::path& folder,
              const OurWorkbook& book, const sync::Plan& plan,
              const resolve::Edition& edition, const Arguments& arguments) {
  const Language language = arguments.language;
  if (plan.is_broken) {
    print_error(broken.in(language));
    return false;
  }
  ProgressLine progress(language);
  const auto after =
      compile::edition_in(folder, settings_of(arguments, progress), plan.files);
  progress.clear();
  const auto fresh =
      edition.is_of_place_below
          ? edition_asked_for(*after, std::string(edition.code), language)
          : std::optional(after->edition);
  if (!fresh) return false;
  const sync::Effects effects =
      sync::effects_of(book.record, plan, edition, *fresh);
  if (!effects.elsewhere.empty()) {
    print_error(elsewhere.in(language, effects.elsewhere.front()));
    return false;
  }
  for (const std::string& each : effects.reworded)
    print(reworded.in(language, each));
  const auto errors = [](const compile::Compilation& each) {
    return each.found.count(diagnostics::Severity::error);
  };
  if (errors(*after) > errors(run))
    print(new_errors.in(language, errors(*after) - errors(run)));
  return true;
}

int run(const Arguments& arguments) {
  const Language language = arguments.language;
  const auto book =
      open_workbook(arguments.value("WORKBOOK").value_or(""), language);
  if (!book) return exit_usage;
  const fs::path folder = arguments.value("DIR").value_or(".");
  ProgressLine progress(language);
  const auto compiled =
      compile::edition_in(folder, settings_of(arguments, progress));
  progress.clear();
  const std::string id(compiled->catalog.manifest.id.text);
  if (id != book->record.catalog) {
    print_error(other_catalog.in(language, book->record.catalog, id));
    return exit_usage;
  }
  if (compiled->found.has_errors()) return note_errors(*compiled, language);
  const auto edition =
      book->record.is_of_place_below
          ? edition_asked_for(*compiled, book->record.edition, language)
          : std::optional(compiled->edition);
  if (!edition) return exit_usage;

  print(description_of(book->record, language) + "\n");
  const auto tables = sync::find_tables(book->record, book->sheets);
  const sync::Plan plan =
      sync::plan_of(book->record, tables, *edition, compiled->tree);
  Report(*compiled, folder, language).say(tables, plan);
  const Counts all = count(plan);
  const int result = all.conflicts + all.refused > 0 ? exit_errors : exit_fine;
  if (all.edits + all.additions + all.conflicts + all.refused == 0)
    print(nothing.in(language));
  else
    print(counts.in(language, all.edits, all.additions, all.conflicts,
                    all.refused));
  if (plan.files.empty()) return result;
  if (!is_sound(*compiled, folder, *book, plan, *edition, arguments))
    return exit_errors;
  if (!arguments.has("--apply")) {
    print(preview.in(language));
    return result;
  }
  write_all(folder, compiled->tree, plan.files);
  for (const auto& [path, bytes] : plan.files)
    print(wrote.in(language, (folder / path).lexically_normal().string()));
  print(next.in(language, folder.string()));
  return result;
}

constexpr Positional positionals[] = {
    {"WORKBOOK",
     {"a workbook that `catalog build` made and an office edited",
      "由 `catalog build` 生成、经单位修改的工作簿"},
     true},
    {"DIR",
     {"folder of the catalog; else the current one",
      "目录所在的文件夹；不写则为当前文件夹"}},
};
constexpr Option options[] = {
    {"--apply",
     "",
     "",
     {"write the changes into the files; else they are only shown",
      "把改动写入源文件；不写此项则只预览"}},
};
constexpr Example examples[] = {
    {"catalog sync catalog.xlsx ouhai",
     {"what would change in the source", "预览源文件会有哪些改动"}},
    {"catalog sync catalog.xlsx ouhai --apply", {"write it", "写入源文件"}},
};

}  // namespace

constinit const Command sync_command{
    "sync",
    {"bring what was edited in a workbook back into the source",
     "把工作簿中的改动写回源文件"},
    positionals,
    options,
    examples,
    run};

}  // namespace catalog::cli
