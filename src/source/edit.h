#pragma once

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

}  // namespace catalog::source
