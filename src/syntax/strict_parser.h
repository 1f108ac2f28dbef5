#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.h"
#include "syntax/tree.h"
#include "syntax/yaml_reader.h"

namespace catalog::syntax {

/// What stopped the strict parser.
enum class StrictReason : std::uint8_t {
  outside,      // YAML, but beyond the source language
  structure,    // a line that is no part of what is open
  spread_text,  // `: ` in a later line of a plain text
  second_colon,
  stray_dash,
  stray_bracket,
  unclosed_quote,
  after_value,  // more text on the line of a value that is whole
  odd_start,
  odd_escape,
  odd_character,
  flow,  // a line that ends a bracket's contents before its partner
  tab,
  shallow,  // a block's text that is less indented than an empty line before
  too_deep,
};

/// `begin` is where the text began that the error is in, `end` how far the
/// offending part goes; where they are not said, they are `at`.
struct StrictStop {
  StrictReason reason = StrictReason::outside;
  std::size_t at = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// A collection that is being read.
struct StrictFrame {
  enum class Wants : std::uint8_t { entry, colon, value, nothing };

  std::uint32_t node = 0;
  std::uint32_t column = 0;  // of its first key, dash or bracket
  std::uint32_t count = 0;
  std::uint32_t after = 0;  // where an empty value would stand
  bool is_mapping = false;
  bool is_flow = false;
  bool is_pair = false;  // `a: b` in a flow sequence, without braces
  Wants wants = Wants::nothing;
};

/// A scalar that was read and has no node yet.
struct StrictScalar {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view text;  // in the parser's text, or in the arena
  Style style = Style::plain;
  bool is_spread = false;  // over several lines
};

/// Reads the YAML of the source language, in one pass from the first byte to
/// the last, without going back: block and flow collections, plain, quoted and
/// block scalars, comments (YAML 1.2.2, chapters 6 to 8). Anchors, aliases,
/// tags and merge keys are reported on the way and make their node unknown, as
/// is what else leaves the file readable. Other YAML that the language leaves
/// out
/// (`? `, directives …) stops it as `outside`, what no YAML can have with the
/// reason.
///
/// The text is UTF-8 with LF or CRLF, holds no control character and is
/// followed by a NUL, so that no loop needs to look for its end.
class StrictParser {
 public:
  /// `text` is as long as the document's bytes; reading begins at `base`.
  StrictParser(std::string_view text, std::size_t base, Document& document,
               diagnostics::Diagnostics& found);

  /// Whether all was read, up to the end or to a second document.
  bool parse();

  const StrictStop& stop() const { return stop_; }
  std::size_t position() const { return at_; }
  /// The marker that ends the document, where there is one.
  std::optional<std::size_t> rest() const { return rest_; }
  /// What the refused entries make unknown.
  const std::vector<source::Span>& poisoned() const { return poisoned_; }
  /// How many findings were too many to report.
  std::size_t unlisted() const { return unlisted_; }
  /// Those of them in which a key or an item of what is around was meant.
  const std::vector<source::Span>& unread() const { return unread_; }

  /// Closes what is open where reading stopped. A key that has no value yet is
  /// taken back.
  void abandon();

  // For the words of a syntax error.
  std::size_t depth() const { return depth_; }
  const StrictFrame& frame(std::size_t index) const { return frames_[index]; }
  /// The last node, where it is a scalar.
  const NodeData* last_scalar() const;
  /// The block collection that was closed last, if nothing was read since.
  const std::optional<StrictFrame>& closed() const { return closed_; }
  const Document& document() const { return document_; }

 private:
  using Wants = StrictFrame::Wants;

  char byte(std::size_t at) const { return text_.data()[at]; }
  bool is_over(std::size_t at) const;
  bool begins_value(std::size_t at, bool is_flow) const;
  source::Span span(std::size_t begin, std::size_t end) const;
  bool fail(StrictReason reason, std::size_t at);
  bool fail(StrictReason reason, std::size_t at, std::size_t begin,
            std::size_t end);

  // Lines and blanks.
  bool next_content();
  void skip_blanks();
  void pass_tab();
  bool end_line();
  void end_break();

  // Block collections.
  bool line();
  bool item();
  bool block_node(bool is_own_line);
  bool key();
  bool after_key();
  bool inline_value();
  bool place(const StrictScalar& scalar, bool is_own_line);
  bool odd_node(bool is_key_possible);

  // What is refused with its node.
  bool has_property() const { return byte(at_) == '&' || byte(at_) == '!'; }
  void pass_properties(bool is_flow);
  void read_alias(StrictScalar& scalar, bool is_flow);
  void report_merge(const NodeData& key);
  void refuse_next(std::size_t begin, std::size_t end, bool hides_key);
  void settle_refused();

  // Flow collections.
  bool flow();
  bool flow_space();
  bool flow_property();
  bool flow_node();
  bool flow_scalar();
  bool flow_separator();
  bool flow_colon();
  bool open_flow();
  bool close_flow(char bracket);
  void settle_flow();

  // Scalars.
  enum class PlainEnd { line, colon, other };
  PlainEnd plain_line(StrictScalar& scalar, bool is_flow);
  bool plain_lines(StrictScalar& scalar, bool is_flow, PlainEnd& end);
  bool read_plain(StrictScalar& scalar, bool is_flow, PlainEnd& end);
  bool read_quoted(StrictScalar& scalar);
  bool quoted_text(StrictScalar& scalar, std::size_t at);
  bool quoted_break(std::size_t begin, std::size_t& at, std::string& text,
                    std::size_t solid, bool is_escaped);
  bool read_escape(std::size_t& at, std::string& text);
  bool read_block_scalar(StrictScalar& scalar);
  bool block_header(std::size_t& at, char& chomp, std::size_t& indent);

  // The tree.
  StrictFrame& top() { return frames_[depth_ - 1]; }
  std::ptrdiff_t block_column() const { return block_column_; }
  bool open(Kind kind, Style style, std::size_t begin);
  void close(std::size_t end);
  void close_block();
  void add(const StrictScalar& scalar);
  void add_empty(std::size_t at);
  void value_done();
  void check_keys(std::uint32_t mapping);
  void check_all_keys(std::uint32_t mapping);
  void report_repeated(std::uint32_t key, std::uint32_t first);
  void check_swallowed(const NodeData& node, bool is_own_line);
  void check_glued_key(std::uint32_t key);
  void refuse(const NodeData& node);

  /// What makes a node unknown: an anchor before it, a merge key.
  struct Refused {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t node = 0;
    bool hides_key = false;  // what it is in may have other keys
  };

  std::string_view text_;
  Document& document_;
  diagnostics::Diagnostics& found_;
  bool is_copy_;  // the text differs from the document's bytes in places
  std::size_t at_;
  std::size_t line_;  // where the line begins that `at_` is on
  std::size_t depth_ = 0;
  std::size_t end_ = 0;               // of the node that was whole last
  std::ptrdiff_t block_column_ = -1;  // of the innermost block collection
  std::array<StrictFrame, max_depth> frames_;
  std::optional<StrictFrame> closed_;
  std::optional<std::size_t> rest_;
  std::optional<std::size_t> tab_line_;  // reported: once a line
  bool has_marker_ = false;
  StrictStop stop_;
  std::vector<source::Span> poisoned_;
  std::size_t repeated_ = 0;  // keys that stand there again
  std::size_t unlisted_ = 0;  // of them too many to report
  std::vector<source::Span> unread_;
  std::vector<Refused> refused_;
};

}  // namespace catalog::syntax

/// The classes of bytes that the parser's loops look for.
namespace catalog::syntax::strict {

enum : std::uint8_t {
  blank = 1,       // space, tab
  line_end = 2,    // LF, CR, NUL
  ends_plain = 4,  // may end a plain text: `:`, `#` and line ends
  ends_flow = 8,   // the same between brackets: also , [ ] { }
  odd_start = 16,  // no plain text begins so
  indicator = 32,  // , [ ] { }
};

inline constexpr auto classes = [] {
  std::array<std::uint8_t, 256> table{};
  const auto mark = [&](std::string_view bytes, int flags) {
    for (const char each : bytes) {
      auto& entry = table[static_cast<unsigned char>(each)];
      entry = static_cast<std::uint8_t>(entry | flags);
    }
  };
  constexpr std::string_view ends("\n\r\0", 3);
  mark(" \t", blank);
  mark(ends, line_end | ends_plain | ends_flow);
  mark(":#", ends_plain | ends_flow);
  mark(",[]{}", ends_flow | indicator);
  mark(",[]{}#&*!|>'\"%@`", odd_start);
  return table;
}();

constexpr bool is(char byte, int flags) {
  return (classes[static_cast<unsigned char>(byte)] & flags) != 0;
}

/// How far it is from a byte to the next character of a plain text; 0 at one
/// that may end it.
constexpr std::array<std::uint8_t, 256> steps_over(int ends) {
  std::array<std::uint8_t, 256> steps{};
  for (std::size_t byte = 0; byte < steps.size(); ++byte)
    if ((classes[byte] & ends) == 0)
      steps[byte] = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
  return steps;
}
inline constexpr auto plain_steps = steps_over(ends_plain);
inline constexpr auto flow_steps = steps_over(ends_flow);

}  // namespace catalog::syntax::strict
