#pragma once

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "diagnostics/diagnostics.h"
#include "syntax/tree.h"
#include "unicode/utf8.h"

namespace catalog::fuzz {

inline void require(bool holds) {
  if (!holds) std::abort();
}

inline bool is_well_formed(std::string_view text) {
  return unicode::find_ill_formed(text) == text.npos;
}

/// Whether nodes lie in their file and in their parents, in order, and say what
/// was written; whatever the reader was given.
inline void require_sound(const syntax::Document& document, std::uint32_t index,
                          std::uint32_t begin, std::uint32_t end) {
  const syntax::NodeData& node = document.nodes.at(index);
  require(begin <= node.begin && node.begin <= node.end && node.end <= end);
  require(is_well_formed(node.text) || !is_well_formed(document.bytes));
  std::uint32_t child = index + 1;
  std::uint32_t from = node.begin;
  std::uint32_t count = 0;
  for (; child < node.next; child = document.nodes[child].next, ++count) {
    require_sound(document, child, from, node.end);
    from = document.nodes[child].end;
  }
  require(child == node.next && node.next <= document.nodes.size());
  if (node.kind == syntax::Kind::scalar) require(count == 0);
  if (node.kind == syntax::Kind::sequence) require(count == node.count);
  if (node.kind == syntax::Kind::mapping) require(count == 2 * node.count);
}

inline void require_sound(const syntax::Document& document,
                          const diagnostics::Diagnostics& found) {
  const auto size = static_cast<std::uint32_t>(document.bytes.size());
  if (!document.empty()) {
    require_sound(document, 0, 0, size);
    require(document.root().next().index() == document.nodes.size());
  }
  for (const diagnostics::Diagnostic& each : found.sorted()) {
    require(each.span.begin <= each.span.end && each.span.end <= size);
    require(!each.message.empty() && is_well_formed(each.message));
  }
}

}  // namespace catalog::fuzz
