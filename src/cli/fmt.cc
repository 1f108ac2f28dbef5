#include <fcntl.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <set>
#include <string>
#include <system_error>
#include <vector>

#include "cli/command.h"
#include "cli/rewrite.h"
#include "cli/terminal.h"
#include "compile/refusals.h"
#include "diagnostics/render.h"
#include "format/difference.h"
#include "format/format.h"
#include "source/descriptor.h"
#include "source/failure.h"
#include "source/tree.h"

namespace catalog::cli {
namespace {

namespace fs = std::filesystem;
using diagnostics::Diagnostics;
using diagnostics::Message;

constexpr Message<std::size_t, std::size_t> would_change{
    "files that would change: {} of {}; `catalog fmt` lays them out\n",
    "{1} 个文件中有 {0} 个需要排版，运行 `catalog fmt` 即可\n"};
constexpr Message<std::size_t, std::size_t> changed{
    "files changed: {} of {}\n", "{1} 个文件中有 {0} 个已重新排版\n"};
constexpr Message<std::size_t> unchanged{
    "nothing to change; files looked at: {}\n", "{} 个文件的排版均无须改动\n"};
constexpr Message<std::size_t> left_alone{
    "files left alone for their errors: {}\n",
    "有错误而未作改动的文件：{} 个\n"};
constexpr Message<std::string> no_path{"there is no file or folder `{}`",
                                       "没有文件或文件夹 `{}`"};
constexpr Message<std::string> other_file{"`{}` is not a *.yaml file",
                                          "`{}` 不是 *.yaml 文件"};

/// The files to lay out, by their paths from where the user stands.
class Files {
 public:
  explicit Files(Language language) : found(language) {}

  source::SourceTree tree;
  std::vector<source::FileId> readable;
  Diagnostics found;

  void add(const fs::path& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found)
      throw source::Failure(no_path.in(Language::en, path.string()),
                            no_path.in(Language::zh, path.string()));
    if (fs::is_directory(status))
      add_folder(path);
    else if (path.extension() != ".yaml")
      throw source::Failure(other_file.in(Language::en, path.string()),
                            other_file.in(Language::zh, path.string()));
    else
      add_file(path);
  }

 private:
  /// A catalog gives its own files, any other folder those of all below it.
  void add_folder(const fs::path& folder) {
    if (fs::exists(folder / "catalog.yaml")) return add_catalog(folder);
    std::vector<fs::path> entries;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder))
      entries.push_back(entry.path());
    std::sort(entries.begin(), entries.end());
    for (const fs::path& entry : entries) {
      if (entry.filename().native().starts_with('.')) continue;
      if (fs::is_directory(fs::symlink_status(entry)))
        add_folder(entry);
      else if (entry.extension() == ".yaml" && fs::is_regular_file(entry))
        add_file(entry);
    }
  }

  void add_catalog(const fs::path& folder) {
    source::Loaded loaded = source::load(folder);
    std::vector<source::Refused> refused = std::move(loaded.refused);
    for (std::size_t i = 0; i < loaded.tree.size(); ++i) {
      const source::FileId id = loaded.tree.id(i);
      const source::File& file = loaded.tree[id];
      const auto why =
          std::find_if(refused.begin(), refused.end(),
                       [&](const auto& each) { return each.file == id; });
      add(folder / file.path, file.bytes,
          why == refused.end() ? nullptr : &why->why);
    }
  }

  void add_file(const fs::path& path) {
    constexpr source::Refusal too_large = source::Refusal::too_large;
    constexpr source::Refusal not_a_file = source::Refusal::not_a_file;
    std::error_code ignored;
    if (fs::exists(path, ignored) && !fs::is_regular_file(path, ignored))
      return add(path, "", &not_a_file);
    source::Descriptor file =
        source::open_at(AT_FDCWD, path.c_str(), O_RDONLY | O_NONBLOCK);
    auto bytes =
        file ? source::read_all(file, source::max_file_bytes) : std::nullopt;
    if (!bytes && errno != EFBIG)
      source::fail_errno("read", "读取", path.string());
    add(path, bytes.value_or(""), bytes ? nullptr : &too_large);
  }

  void add(const fs::path& path, std::string bytes,
           const source::Refusal* refusal) {
    const fs::path plain = path.lexically_normal();
    if (!seen_.insert(plain).second) return;
    const source::FileId id = tree.add(plain.string(), std::move(bytes));
    if (refusal)
      compile::report({{id, *refusal}}, tree, found);
    else
      readable.push_back(id);
  }

  std::set<fs::path> seen_;
};

/// What was to be done, and what came of it.
struct Outcome {
  std::size_t changed = 0;
  std::size_t broken = 0;
};

Outcome lay_out(Files& files, bool writes, bool shows_difference) {
  const format::Guide guide;
  Outcome outcome;
  for (const source::FileId id : files.readable) {
    const source::File& file = files.tree[id];
    const auto result = format::formatted(files.tree, id, guide, files.found);
    if (!result) {
      ++outcome.broken;
      continue;
    }
    if (*result == file.bytes) continue;
    ++outcome.changed;
    if (writes) rewrite(file.path, *result);
    print(shows_difference ? format::difference(file.path, file.bytes, *result)
                           : file.path + "\n");
  }
  return outcome;
}

int run(const Arguments& arguments) {
  const Language language = arguments.language;
  const bool checks = arguments.has("--check");
  const bool shows_difference = arguments.has("--diff");
  const bool writes = !checks && !shows_difference;
  Files files(language);
  std::vector<std::string> paths = arguments.values("PATH");
  if (paths.empty()) paths.emplace_back(".");
  for (const std::string& path : paths) files.add(path);
  const Outcome outcome = lay_out(files, writes, shows_difference);

  const std::size_t count = files.readable.size();
  if (files.found.has_errors()) {
    diagnostics::Report report{
        files.found, files.tree, {}, {}, wants_colour(stderr_is_terminal())};
    report.ends_with_count = false;
    print_error(diagnostics::render_text(report));
  }
  if (outcome.broken > 0) print_error(left_alone.in(language, outcome.broken));
  const auto& summary = writes ? changed : would_change;
  if (outcome.changed > 0)
    print_error(summary.in(language, outcome.changed, count));
  else if (outcome.broken == 0)
    print_error(unchanged.in(language, count));
  return files.found.has_errors() || (checks && outcome.changed > 0)
             ? exit_errors
             : exit_fine;
}

constexpr Positional positionals[] = {
    {"PATH",
     {"files, or folders of catalogs; else the current one",
      "文件，或目录所在的文件夹；不写则为当前文件夹"},
     false,
     true},
};
constexpr Option options[] = {
    {"--check",
     "",
     "",
     {"write nothing; list the files that would change, and exit with 1",
      "不写文件，只列出需要改动的文件；有则以 1 退出"}},
    {"--diff",
     "",
     "",
     {"write nothing; show what would change", "不写文件，只显示将作的改动"}},
};
constexpr Example examples[] = {
    {"catalog fmt catalog",
     {"lay out all files of a catalog", "把目录的全部源文件排好版"}},
    {"catalog fmt --check catalog",
     {"say whether that is needed", "查看有无需要排版的文件"}},
};

}  // namespace

constinit const Command fmt_command{
    "fmt",       {"lay out the source files in one way", "统一源文件的排版"},
    positionals, options,
    examples,    run};

}  // namespace catalog::cli
