#include "cli/sides.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/terminal.h"
#include "source/lines.h"

namespace catalog::cli {
namespace {

using diagnostics::Diagnostic;
using diagnostics::Message;
using diagnostics::Severity;

constexpr Message<std::string> misuse{"error: {}\n", "错误：{}\n"};
constexpr Message<std::string> unread{
    "note: parts of `{}` could not be read, and are not compared:\n",
    "说明：`{}` 有无法读取的内容，这部分未作比较：\n"};
constexpr std::size_t most_shown = 5;

bool is_whole(const compile::Compilation& run) {
  return run.catalog.incomplete.none() &&
         std::none_of(
             run.catalog.items.begin(), run.catalog.items.end(),
             [](const resolve::Item& item) { return item.is_incomplete; });
}

}  // namespace

std::optional<compile::Opened> side_of(const std::string& spec,
                                       const std::string& other,
                                       const Arguments& arguments) {
  ProgressLine line(arguments.language);
  auto side = compile::opened(spec, other, arguments.language, line.callback(),
                              arguments.reader);
  line.clear();
  if (const auto* why = std::get_if<compile::NoRevision>(&side)) {
    print_error(misuse.in(arguments.language,
                          std::string(why->in(arguments.language))));
    return std::nullopt;
  }
  return std::move(std::get<compile::Opened>(side));
}

void note_unread(const compile::Opened& side, Language language) {
  if (is_whole(*side.run)) return;
  print_error(unread.in(language, side.label));
  std::size_t shown = 0;
  for (const Diagnostic& found : side.run->found.sorted()) {
    if (found.severity != Severity::error || shown++ == most_shown) continue;
    const source::File& file = side.run->tree[found.span.file];
    const source::Position at =
        source::Lines(file.bytes).position(found.span.begin);
    print_error(fmt::format("  {}:{}:{}: {}\n", file.path, at.line, at.column,
                            found.message));
  }
}

}  // namespace catalog::cli
