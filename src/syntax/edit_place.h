#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/edit.h"
#include "syntax/tree.h"

namespace catalog::syntax {

/// Where a node stands in its document.
struct Place {
  std::optional<Node> parent;  // none: the root
  std::optional<Node> key;     // of which it is the value
  /// The bytes behind the `:` or `-` before it; where the node begins when it
  /// is a key, the root, or in flow style.
  std::uint32_t introduced = 0;

  bool is_in_flow() const { return parent && parent->style() == Style::flow; }
};

Place place_of(Node node);

/// One item with its dash, or one entry: what is added and removed as one.
struct Unit {
  Node node;  // the item, or the key
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

std::vector<Unit> units_of(Node collection);

/// `\r\n` where the first line ends so, else `\n`.
std::string_view line_break_of(const Document& document);

/// An edit of a document's file.
source::TextEdit edit(const Document& document, std::size_t begin,
                      std::size_t end, std::string text);

/// Lines below another, each with the break before it.
std::string below(const Document& document,
                  const std::vector<std::string>& lines);

/// Where the line above ends, before its break.
std::size_t end_of_line_above(std::string_view bytes, std::size_t at);

/// Whether only blanks stand between here and the end of the line.
bool ends_line(std::string_view bytes, std::size_t at);

/// Of a block collection: that of its first key or dash.
std::size_t column_of(Node collection);

}  // namespace catalog::syntax
