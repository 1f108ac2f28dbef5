#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

/// Where parts of a YAML text begin and end. Offsets are in bytes.
namespace catalog::syntax::scan {

constexpr bool is_blank(char byte) { return byte == ' ' || byte == '\t'; }
constexpr bool is_break(char byte) { return byte == '\n' || byte == '\r'; }

std::size_t line_begin(std::string_view text, std::size_t at);
/// Where the line's break stands, or the text ends.
std::size_t line_end(std::string_view text, std::size_t at);
/// The beginning of the next line, or the end of the text.
std::size_t next_line(std::string_view text, std::size_t at);
inline std::size_t column(std::string_view text, std::size_t at) {
  return at - line_begin(text, at);
}
/// The spaces and tabs that a line begins with.
std::size_t indentation(std::string_view text, std::size_t at);
bool is_same_line(std::string_view text, std::size_t a, std::size_t b);
/// Whether a line begins here, or only blanks stand before.
bool begins_line(std::string_view text, std::size_t at);
bool is_first_on_line(std::string_view text, std::size_t at);

/// Columns of places that mostly come in order: without it, a file of one long
/// line would be walked through again for each of them.
class Columns {
 public:
  explicit Columns(std::string_view text) : text_(text) {}
  std::size_t of(std::size_t at);

 private:
  std::string_view text_;
  std::size_t line_ = 0;  // where the line begins that `seen_` is on
  std::size_t seen_ = 0;
};

/// The first byte from `at` on that is no blank, break or comment.
std::size_t skip_space(std::string_view text, std::size_t at);

/// `---` or `...` at the beginning of a line.
bool is_document_marker(std::string_view text, std::size_t at);

/// The end of a plain scalar that reads as `value`.
std::size_t end_of_plain(std::string_view text, std::size_t begin,
                         std::string_view value);

/// The end of a quoted scalar, after its closing quote; nothing where it has
/// none.
std::optional<std::size_t> end_of_quoted(std::string_view text,
                                         std::size_t begin);

/// Where the bracket at `begin` has its partner, after it; nothing where a line
/// that is no deeper than its own begins with something else before.
std::optional<std::size_t> end_of_brackets(std::string_view text,
                                           std::size_t begin);
inline bool closes(std::string_view text, std::size_t begin) {
  return end_of_brackets(text, begin).has_value();
}

/// The end of a block scalar, before its last break. `parent` is the column of
/// the innermost block collection around it; nothing at the root.
std::size_t end_of_block(std::string_view text, std::size_t begin,
                         std::optional<std::size_t> parent);

/// A word and a colon that does not make it a key: `name：` or `name:x`.
struct GluedColon {
  std::size_t colon = 0;
  bool is_full_width = false;

  std::size_t end() const { return colon + (is_full_width ? 3 : 1); }
};

/// The glued colon after the word that a text begins with, if any. Addresses
/// such as `https://…` and `mailto:…` are none.
std::optional<GluedColon> glued_colon(std::string_view text);

}  // namespace catalog::syntax::scan
