#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.h"
#include "source/tree.h"

namespace catalog::diagnostics {

/// What was looked at, for the last line.
struct Coverage {
  /// Items of a base, by what became of them in the catalog above.
  struct Compared {
    std::size_t not_weaker = 0;
    std::size_t incomparable = 0;
    std::size_t waived = 0;
  };
  std::size_t files = 0;
  std::size_t items = 0;
  std::optional<double> seconds;  // only on a terminal: it is never the same
  std::optional<Compared> compared = {};  // where it extends one
};

/// What a report tells of a rule that findings are made by.
struct RuleText {
  std::string id;
  Severity severity = Severity::error;
  std::string summary;      // the property that should hold
  std::string explanation;  // Markdown
};

/// Findings and what it takes to show them.
struct Report {
  const Diagnostics& diagnostics;
  const source::SourceTree& tree;
  Coverage coverage;
  std::string folder;  // put before each path: from where the user stands
  bool is_coloured = false;
  bool shows_info = true;               // else they are only counted
  bool ends_with_count = true;          // the last line; only in text
  Severity fails_at = Severity::error;  // findings that are failures
  std::vector<RuleText> rules{};        // sorted by id
  std::string version{};                // of the program
  std::string failure{};  // what the machine said no to, so that the findings
                          // are not all there are

  /// A file's path from where the user stands.
  std::string path(source::FileId file) const {
    const bool is_below = source::layer_of(file) != tree.layer();
    return (is_below ? tree.way(file) : folder) + tree[file].path;
  }
};

/// For people: each finding with its line and a caret, the count at the end.
std::string render_text(const Report& report);

/// For programs: one object, with places in lines and code points.
std::string render_json(const Report& report);

/// SARIF 2.1.0 (OASIS), with the rules and the fixes.
std::string render_sarif(const Report& report);

/// Workflow commands of GitHub Actions, which become annotations.
std::string render_github(const Report& report);

/// A code quality report of GitLab.
std::string render_gitlab(const Report& report);

/// JUnit XML: a suite a file, a case a finding.
std::string render_junit(const Report& report);

/// A form in which findings are shown.
struct Renderer {
  std::string_view name;
  Words summary;
  std::string (*render)(const Report&);
};

inline constexpr Renderer renderers[] = {
    {"text",
     {"for people, with source lines", "供人阅读，附源文件行"},
     render_text},
    {"json", {"for other programs", "供其他程序读取"}, render_json},
    {"sarif",
     {"SARIF 2.1.0, for code scanners and editors",
      "SARIF 2.1.0，供代码扫描平台和编辑器读取"},
     render_sarif},
    {"github",
     {"annotations in GitHub Actions", "GitHub Actions 的行内提示"},
     render_github},
    {"gitlab",
     {"a GitLab code quality report", "GitLab 的代码质量报告"},
     render_gitlab},
    {"junit",
     {"JUnit XML, for what shows test results",
      "JUnit XML，供展示测试结果的平台读取"},
     render_junit},
};

/// `error`, `warning` or `info`, as programs read it.
std::string_view word_of(Severity severity);

/// The line that counts: `3 个错误，1 个警告（检查 412 项）`.
std::string count_line(const Diagnostics& diagnostics,
                       const Coverage& coverage);

/// What became of the base's items, as a line; empty without a base.
std::string compared_line(const Coverage& coverage, Language language);

/// How many hints were not shown, and how to see them; empty for none.
std::string hidden_line(const Diagnostics& diagnostics);

/// A text as one line that cannot do a terminal harm: control characters and
/// such that are not seen are written as `<U+001B>`.
std::string printable(std::string_view text);

}  // namespace catalog::diagnostics
