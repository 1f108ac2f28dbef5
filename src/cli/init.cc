#include <fmt/format.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <span>
#include <system_error>

#include "cli/command.h"
#include "cli/terminal.h"
#include "schema/registry.h"
#include "source/embedded.h"
#include "source/failure.h"

namespace catalog::cli::scaffold {
std::span<const source::EmbeddedFile> embedded_files();
}

namespace catalog::cli {
namespace {

namespace fs = std::filesystem;
using diagnostics::Message;

constexpr Message<std::string> not_empty{
    "`{}` is not empty: give a folder that is new or empty",
    "`{}` 不是空文件夹：请给出一个新的或空的文件夹"};
constexpr Message<std::string> made{"made a catalog in {}\n",
                                    "已在 {} 建好一套目录\n"};
constexpr Message<std::string> next{
    "next: edit its files, then `catalog build {}`\n",
    "下一步：修改其中的文件，再运行 `catalog build {}`\n"};

/// The folder as it is to be typed after a command.
std::string typed(const fs::path& folder) {
  const std::string text = folder.string();
  return text.find(' ') == text.npos ? text : "\"" + text + "\"";
}

void write(const fs::path& path, std::string_view bytes) {
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  if (error) {
    errno = error.value();
    source::fail_errno("make", "新建", path.parent_path().string());
  }
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  file.close();
  if (!file) source::fail_errno("write", "写入", path.string());
}

int run(const Arguments& arguments) {
  const Language language = arguments.language;
  const fs::path folder = *arguments.value("DIR");
  if (fs::exists(folder) &&
      (!fs::is_directory(folder) || !fs::is_empty(folder)))
    throw source::Failure(not_empty.in(Language::en, folder.string()),
                          not_empty.in(Language::zh, folder.string()));
  for (const source::EmbeddedFile& file : scaffold::embedded_files())
    write(folder / file.path, file.bytes);
  for (const source::EmbeddedFile& file : schema::embedded_files())
    if (file.path == "catalog.schema.json")
      write(folder / file.path, file.bytes);
  print(made.in(language, folder.string()));
  print(next.in(language, typed(folder)));
  return exit_fine;
}

constexpr Positional positionals[] = {
    {"DIR", {"a folder that is new or empty", "一个新的或空的文件夹"}, true},
};
constexpr Example examples[] = {
    {"catalog init mine",
     {"a small catalog that builds", "建一套可以直接编译的小目录"}},
    {"catalog build mine", {"build it", "编译它"}},
};

}  // namespace

constinit const Command init_command{
    "init",      {"make a small catalog to begin with", "新建一套起步用的目录"},
    positionals, {},
    examples,    run};

}  // namespace catalog::cli
