#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/terminal.h"
#include "compile/compile.h"
#include "diagnostics/render.h"

namespace catalog::cli {

/// The report of a command that could not finish: what the machine said no to,
/// so that whoever waits for a report has one.
class UnfinishedReport {
 public:
  UnfinishedReport(const std::filesystem::path& folder,
                   diagnostics::Language language, std::string failure);
  const diagnostics::Report& report() const { return report_; }

 private:
  diagnostics::Diagnostics none_;
  source::SourceTree tree_;
  diagnostics::Report report_;
};

/// The rules, as reports tell of them, by id.
std::vector<diagnostics::RuleText> rule_texts(diagnostics::Language language);

/// What a compilation found, with paths from where the user stands. Seconds
/// are told only on a terminal, so that transcripts stay the same.
diagnostics::Report report_of(const compile::Compilation& run,
                              const std::filesystem::path& folder,
                              const ProgressLine& line, bool is_terminal);

/// The edition of the place that an option names by its code, else the
/// catalog's own. Nothing, which is said, where it has no such place.
std::optional<resolve::Edition> edition_asked_for(
    const compile::Compilation& run, const std::optional<std::string>& code,
    diagnostics::Language language);

/// For commands that show a catalog whether it is sound or not: says on
/// standard error that it has errors. Gives the exit code.
int note_errors(const compile::Compilation& run,
                diagnostics::Language language);

}  // namespace catalog::cli
