#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/span.h"

namespace catalog::source {

/// Replaces the bytes of `span` by `text`; an empty span inserts.
struct TextEdit {
  Span span;
  std::string text;

  friend bool operator==(const TextEdit&, const TextEdit&) = default;
};

using Edits = std::vector<TextEdit>;

/// The bytes of one file with all edits made; each counts from the bytes as
/// they are. What is inserted at one place stands in the order of the edits.
/// Nothing where two of them overlap or one lies outside: they were made for
/// different texts, and to make some of them would be a guess.
std::optional<std::string> apply(std::string_view bytes, const Edits& edits);

}  // namespace catalog::source
