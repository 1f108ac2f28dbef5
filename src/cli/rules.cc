#include "check/rules.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/command.h"
#include "cli/terminal.h"
#include "json/writer.h"
#include "unicode/width.h"

namespace catalog::cli {
namespace {

std::string_view word(diagnostics::Severity severity) {
  switch (severity) {
    case diagnostics::Severity::error: return "error";
    case diagnostics::Severity::warning: return "warning";
    case diagnostics::Severity::info: break;
  }
  return "info";
}

Words title(diagnostics::Severity severity) {
  switch (severity) {
    case diagnostics::Severity::error: return {"error", "错误"};
    case diagnostics::Severity::warning: return {"warning", "警告"};
    case diagnostics::Severity::info: break;
  }
  return {"info", "提示"};
}

std::string as_text(const std::vector<check::Rule>& rules, Language language) {
  std::size_t width = 0;
  for (const check::Rule& rule : rules) width = std::max(width, rule.id.size());
  std::string text;
  for (const check::Rule& rule : rules) {
    const std::string_view severity = title(rule.severity).in(language);
    text +=
        fmt::format("{:{}}  {}{:{}}{}\n", rule.id, width, severity, "",
                    9 - unicode::width(severity), rule.summary.in(language));
  }
  return text;
}

std::string as_json(const std::vector<check::Rule>& rules, Language language) {
  std::string text;
  json::Writer out(text);
  out.begin_array();
  for (const check::Rule& rule : rules) {
    out.begin_object();
    out.key("id").value(rule.id);
    out.key("severity").value(word(rule.severity));
    out.key("summary").value(rule.summary.in(language));
    out.end_object();
  }
  out.end_array();
  return text + "\n";
}

int run(const Arguments& arguments) {
  const auto rules = check::all_rules();
  print(arguments.value("--format") == "json"
            ? as_json(rules, arguments.language)
            : as_text(rules, arguments.language));
  return exit_fine;
}

constexpr std::string_view formats[] = {"text", "json"};
constexpr Option options[] = {
    {"--format", "-f", "FORMAT", {"how to print", "打印格式"}, formats},
};
constexpr Example examples[] = {
    {"catalog rules", {"what `catalog check` looks for", "检查规则一览"}},
    {"catalog explain repealed-citation",
     {"why one rule is there", "某条规则的说明"}},
};

}  // namespace

constinit const Command rules_command{
    "rules",  {"list the rules that a catalog is checked by", "列出检查规则"},
    {},       options,
    examples, run};

}  // namespace catalog::cli
