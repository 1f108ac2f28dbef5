#include "cli/report.h"

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

diagnostics::Report report_of(const compile::Compilation& run,
                              const std::filesystem::path& folder,
                              const ProgressLine& line, bool is_terminal) {
  diagnostics::Report report{
      run.found, run.tree, {}, prefix_of(folder), wants_colour(is_terminal)};
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
