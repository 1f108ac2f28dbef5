#include "cli/report.h"

#include <algorithm>

#include "check/explain.h"
#include "check/rules.h"
#include "check/weaker.h"
#include "cli/command.h"
#include "unicode/closest.h"

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

constexpr Message<std::string> no_place{
    "error: there is no place `{}` below this catalog's\n",
    "错误：本目录之下没有区划代码为 `{}` 的地方\n"};
constexpr Message<std::string> did_you_mean{"  help: did you mean `{}`?\n",
                                            "  建议：是否应为 `{}`？\n"};
constexpr Message<> see_places{"  help: places stand under `jurisdictions:`\n",
                               "  建议：各地写在 `jurisdictions:` 下\n"};

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

std::optional<resolve::Edition> edition_asked_for(
    const compile::Compilation& run, const std::optional<std::string>& code,
    diagnostics::Language language) {
  if (!code || *code == run.edition.code) return run.edition;
  std::vector<std::string_view> known;
  for (const model::Jurisdiction* place :
       resolve::places_below(run.catalog.jurisdictions, run.edition.code)) {
    if (place->code.text == *code)
      return resolve::edition_of(run.catalog, *place, run.edition.date);
    known.push_back(place->code.text);
  }
  print_error(no_place.in(language, *code));
  const auto meant = unicode::closest(*code, known);
  print_error(meant ? did_you_mean.in(language, *meant)
                    : see_places.in(language));
  return std::nullopt;
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
  if (run.catalog.base != nullptr) {
    const check::Compared counts = check::compared_with_base(run.edition);
    report.coverage.compared = {counts.not_weaker, counts.incomparable,
                                counts.waived};
  }
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
