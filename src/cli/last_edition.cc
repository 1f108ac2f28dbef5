#include "cli/last_edition.h"

#include "cli/sides.h"
#include "cli/terminal.h"

namespace catalog::cli {
namespace {

using diagnostics::Message;

constexpr Message<std::string> not_whole{
    "error: the last edition `{}` cannot be read whole, so what changed since "
    "is not known\nnothing was written\n",
    "错误：上一版 `{}` 不能完整读取，无法比较本版的变化\n没有写入任何文件\n"};

}  // namespace

int open_last(const Arguments& arguments, const std::filesystem::path& folder,
              LastEdition& last) {
  const auto named = arguments.value("--since");
  if (!named) return exit_fine;
  last = side_of(*named, folder.string(), arguments);
  if (!last) return exit_usage;
  if (is_read(*last, arguments.language)) return exit_fine;
  print_error(not_whole.in(arguments.language, *named));
  return exit_errors;
}

}  // namespace catalog::cli
