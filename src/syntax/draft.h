#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "syntax/tree.h"

namespace catalog::syntax {

/// A value that is to be written into a file.
struct Draft {
  Kind kind = Kind::scalar;
  std::string text;               // of a scalar
  bool is_literal = false;        // a number or boolean: never quoted
  std::vector<std::string> keys;  // of a mapping, one a value
  std::vector<Draft> values;      // of a sequence or a mapping

  static Draft of(std::string text);
  static Draft literal(std::string text);
  static Draft list(std::vector<Draft> items);
  static Draft mapping(std::vector<std::pair<std::string, Draft>> entries);
};

/// How deep a file sets what stands below a key.
struct Indents {
  std::size_t sequence = 2;
  std::size_t mapping = 2;
};

/// As the first block collections of the file show it.
Indents indents_of(const Document& document);

/// A draft on one line, in flow style.
std::string flow_text(const Draft& draft);

/// A draft in lines, as it stands after a `: ` or `- `.
struct Written {
  std::string head;                // on the same line; empty: nothing
  std::vector<std::string> lines;  // below it, with their indentation
};

/// A draft as the value of a key, or as an item behind a dash. `column` is
/// that of the key or dash. Lists of short words are written in flow style
/// where they fit on a line that has `taken` columns already, texts of several
/// lines as literal scalars, all else in block style.
Written written_value(const Draft& draft, std::size_t column,
                      const Indents& indents, std::size_t taken);
Written written_item(const Draft& draft, std::size_t column,
                     const Indents& indents, std::size_t taken);

/// A block collection whose first key or dash stands in `column`, without the
/// indentation of its first line.
std::vector<std::string> block_lines(const Draft& collection,
                                     std::size_t column,
                                     const Indents& indents);

/// The columns that a line should not exceed.
inline constexpr std::size_t line_width = 80;

/// A text of several lines as a literal scalar: its header (`|-`), and its
/// lines. Nothing where it has one line, or cannot be written so.
Written literal_scalar(std::string_view text, std::size_t column);

}  // namespace catalog::syntax
