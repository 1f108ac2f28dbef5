#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "syntax/tree.h"

namespace catalog::syntax {

/// A comment, from its `#` to the end of its line without blanks.
struct Comment {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool is_alone = false;  // nothing but blanks stands before it on its line
};

/// The comments of a YAML document in their order: those between its scalars,
/// and those behind the `|` or `>` of a block scalar. What the reader skipped
/// is not looked into.
std::vector<Comment> comments_of(const Document& document);

/// Whether the line above that of `at` is there and has only blanks.
bool is_below_blank_line(std::string_view bytes, std::uint32_t at);

/// The first byte from `begin` on, and before `end`, that stands outside
/// comments and is `wanted`; `end` where there is none. For the signs between
/// nodes: both places must lie outside of scalars.
std::uint32_t find_sign(std::string_view bytes, std::uint32_t begin,
                        std::uint32_t end, char wanted);

}  // namespace catalog::syntax
