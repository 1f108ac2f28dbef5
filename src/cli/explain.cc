#include "check/explain.h"

#include "check/rules.h"
#include "cli/command.h"
#include "cli/terminal.h"
#include "unicode/closest.h"

namespace catalog::cli {
namespace {

using diagnostics::Message;

constexpr Message<std::string> no_such{"error: there is no rule `{}`\n",
                                       "错误：没有 `{}` 这条规则\n"};
constexpr Message<std::string> did_you_mean{"  help: did you mean `{}`?\n",
                                            "  建议：是否应为 `{}`？\n"};
constexpr Message<> see_rules{"  help: `catalog rules` lists all\n",
                              "  建议：用 `catalog rules` 查看全部规则\n"};

int run(const Arguments& arguments) {
  const Language language = arguments.language;
  const std::string rule = *arguments.value("RULE");
  if (const auto text = check::explanation_of(rule, language)) {
    print(*text);
    return exit_fine;
  }
  print_error(no_such.in(language, rule));
  std::vector<std::string_view> ids;
  for (const check::Rule& each : check::all_rules()) ids.push_back(each.id);
  const auto meant = unicode::closest(rule, ids);
  print_error(meant ? did_you_mean.in(language, *meant)
                    : see_rules.in(language));
  return exit_usage;
}

constexpr Positional positionals[] = {
    {"RULE",
     {"a rule's id, as findings name it", "规则的标识，见检查结果"},
     true},
};
constexpr Example examples[] = {
    {"catalog explain repealed-citation",
     {"what it says, with examples", "含义和示例"}},
    {"catalog rules", {"which rules there are", "查看有哪些规则"}},
};

}  // namespace

constinit const Command explain_command{
    "explain",
    {"explain a rule, with a wrong and a right example",
     "说明一条规则，附正误示例"},
    positionals,
    {},
    examples,
    run};

}  // namespace catalog::cli
