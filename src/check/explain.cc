#include "check/explain.h"

#include <span>

#include "source/embedded.h"

namespace catalog::check {

/// Generated from check/explain; see CMakeLists.txt.
std::span<const source::EmbeddedFile> embedded_files();

std::optional<std::string> explanation_of(std::string_view rule,
                                          diagnostics::Language language) {
  const bool is_zh = language == diagnostics::Language::zh;
  const std::string path = std::string(rule) + (is_zh ? ".zh.md" : ".en.md");
  for (const source::EmbeddedFile& file : embedded_files())
    if (file.path == path) return std::string(file.bytes);
  return std::nullopt;
}

}  // namespace catalog::check
