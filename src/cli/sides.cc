#include "cli/sides.h"

#include <fmt/format.h>

#include <algorithm>

#include "check/rules.h"
#include "cli/settings.h"
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

/// An error that is no finding of a rule: something was not understood.
bool is_misread(const Diagnostic& found) {
  static const std::vector<check::Rule> rules = check::all_rules();
  return found.severity == Severity::error &&
         std::none_of(rules.begin(), rules.end(), [&](const check::Rule& rule) {
           return rule.id == found.code;
         });
}

}  // namespace

std::optional<compile::Opened> side_of(const std::string& spec,
                                       const std::string& other,
                                       const Arguments& arguments) {
  ProgressLine line(arguments.language);
  compile::Settings settings = settings_of(arguments, line);
  settings.as_of.reset();  // each side is of its own day
  auto side = compile::opened(spec, other, settings);
  line.clear();
  if (const auto* why = std::get_if<compile::NoRevision>(&side)) {
    print_error(misuse.in(arguments.language,
                          std::string(why->in(arguments.language))));
    return std::nullopt;
  }
  return std::move(std::get<compile::Opened>(side));
}

bool is_read(const compile::Opened& side, Language language) {
  std::vector<Diagnostic> misread = side.run->found.sorted();
  std::erase_if(misread,
                [](const Diagnostic& found) { return !is_misread(found); });
  if (misread.empty()) return true;
  print_error(unread.in(language, side.label));
  if (misread.size() > most_shown) misread.resize(most_shown);
  for (const Diagnostic& found : misread) {
    const source::File& file = side.run->tree[found.span.file];
    const source::Position at =
        source::Lines(file.bytes).position(found.span.begin);
    print_error(fmt::format("  {}:{}:{}: {}\n", file.path, at.line, at.column,
                            found.message));
  }
  return false;
}

}  // namespace catalog::cli
