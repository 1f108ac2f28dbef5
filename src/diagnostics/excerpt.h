#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace catalog::diagnostics {

/// A source line made fit for a terminal, and the part of it that is meant.
struct Excerpt {
  std::string line;
  std::size_t caret = 0;  // columns before the part
  std::size_t width = 1;  // columns of the part, at least one
};

/// The bytes `begin` to `end` of a line, shown in it. A line of more than
/// `columns` is cut to what is around the part, with … where it was cut.
Excerpt excerpt_of(std::string_view line, std::size_t begin, std::size_t end,
                   std::size_t columns = 100);

}  // namespace catalog::diagnostics
