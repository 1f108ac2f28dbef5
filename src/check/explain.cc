#include "check/explain.h"

#include <fmt/format.h>

#include <span>

#include "check/waivers.h"
#include "source/embedded.h"

namespace catalog::check {

namespace {

/// What holds for every rule, below the last heading.
constexpr diagnostics::Message<std::string_view> by_comment{
    "\nFor one line, write a comment above it:\n\n"
    "```yaml\n# catalog: allow {} — why\n```\n",
    "\n只对某一行不报告的，在上一行写注释：\n\n"
    "```yaml\n# catalog: allow {} — 理由\n```\n"};

}  // namespace

/// Generated from check/explain; see CMakeLists.txt.
std::span<const source::EmbeddedFile> embedded_files();

std::optional<std::string> explanation_of(std::string_view rule,
                                          diagnostics::Language language) {
  const bool is_zh = language == diagnostics::Language::zh;
  const std::string path = std::string(rule) + (is_zh ? ".zh.md" : ".en.md");
  for (const source::EmbeddedFile& file : embedded_files())
    if (file.path == path)
      return std::string(file.bytes) +
             (is_comparison(rule) ? "" : by_comment.in(language, rule));
  return std::nullopt;
}

}  // namespace catalog::check
