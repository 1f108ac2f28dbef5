#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/diagnostics.h"
#include "source/tree.h"

namespace catalog::diagnostics {

/// What was looked at, for the last line.
struct Coverage {
  std::size_t files = 0;
  std::size_t items = 0;
  std::optional<double> seconds;  // only on a terminal: it is never the same
};

/// Findings and what it takes to show them.
struct Report {
  const Diagnostics& diagnostics;
  const source::SourceTree& tree;
  Coverage coverage;
  std::string folder;  // put before each path: from where the user stands
  bool is_coloured = false;
  bool shows_info = true;       // else they are only counted
  bool ends_with_count = true;  // the last line; only in text
};

/// For people: each finding with its line and a caret, the count at the end.
std::string render_text(const Report& report);

/// For programs: one object, with places in lines and code points.
std::string render_json(const Report& report);

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
};

/// The line that counts: `3 个错误，1 个警告（检查 412 项）`.
std::string count_line(const Diagnostics& diagnostics,
                       const Coverage& coverage);

/// How many hints were not shown, and how to see them; empty for none.
std::string hidden_line(const Diagnostics& diagnostics);

/// A text as one line that cannot do a terminal harm: control characters and
/// such that are not seen are written as `<U+001B>`.
std::string printable(std::string_view text);

}  // namespace catalog::diagnostics
