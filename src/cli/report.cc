#include "cli/report.h"

#include <algorithm>

#include "check/explain.h"
#include "check/rules.h"
#include "cli/command.h"

namespace catalog::cli {
namespace {

using diagnostics::Message;

constexpr Message<std::size_t> has_errors{
    "note: errors in the catalog: {}; `catalog check` shows them\n",
    "说明：目录有 {} 个错误，请用 `catalog check` 查看\n"};

/// `catalog/` before the paths of the tree, or nothing for the current folder.
std::string prefix_of(const std::filesystem::path& folder) {
  const std::filesystem::path plain = folder.lexically_normal();
  if (plain == "." || plain == "./") return {};
  return (plain / "").string();
}

}  // namespace

UnfinishedReport::UnfinishedReport(const std::filesystem::path& folder,
                                   diagnostics::Language language,
                                   std::string failure)
    : none_(language), report_{none_, tree_, {}, prefix_of(folder)} {
  report_.version = CATALOG_VERSION;
  report_.failure = std::move(failure);
}

std::vector<diagnostics::RuleText> rule_texts(diagnostics::Language language) {
  std::vector<diagnostics::RuleText> texts;
  for (const check::Rule& rule : check::all_rules())
    texts.push_back({std::string(rule.id), rule.severity,
                     std::string(rule.summary.in(language)),
                     check::explanation_of(rule.id, language).value_or("")});
  std::sort(texts.begin(), texts.end(),
            [](const auto& a, const auto& b) { return a.id < b.id; });
  return texts;
}

diagnostics::Report report_of(const compile::Compilation& run,
                              const std::filesystem::path& folder,
                              const ProgressLine& line, bool is_terminal) {
  diagnostics::Report report{
      run.found, run.tree, {}, prefix_of(folder), wants_colour(is_terminal)};
  report.rules = rule_texts(run.found.language());
  report.version = CATALOG_VERSION;
  report.coverage.files = run.files;
  report.coverage.items = run.catalog.items.size();
  if (is_terminal) report.coverage.seconds = line.seconds();
  return report;
}

int note_errors(const compile::Compilation& run,
                diagnostics::Language language) {
  if (!run.found.has_errors()) return exit_fine;
  print_error(
      has_errors.in(language, run.found.count(diagnostics::Severity::error)));
  return exit_errors;
}

}  // namespace catalog::cli
