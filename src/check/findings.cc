#include "check/findings.h"

#include "model/level.h"

namespace catalog::check {

std::optional<source::Span> place_in(const model::Text& text,
                                     std::size_t offset, std::size_t size) {
  const std::size_t written = text.span.end - text.span.begin;
  std::size_t before = 0;
  if (written == text.text.size() + 2) {
    // Quoted. Escapes make bytes fewer, but for these four, which can make up
    // for it; and a block scalar of this size ends in a line feed.
    for (const std::string_view odd :
         {"\n", "\u0085", "\u00A0", "\u2028", "\u2029"})
      if (text.text.find(odd) != std::string_view::npos) return std::nullopt;
    before = 1;
  } else if (written != text.text.size()) {
    return std::nullopt;
  }
  const auto begin =
      static_cast<std::uint32_t>(text.span.begin + before + offset);
  return source::Span{text.span.file, begin,
                      static_cast<std::uint32_t>(begin + size)};
}

source::Span place_or_all(const model::Text& text, std::size_t offset,
                          std::size_t size) {
  return place_in(text, offset, size).value_or(text.span);
}

std::string_view said(model::Level level, diagnostics::Language language) {
  return language == diagnostics::Language::zh ? model::chinese(level)
                                               : model::word(level);
}

}  // namespace catalog::check
