#include "syntax/strict_parser.h"

#include <cassert>

#include "syntax/yaml_problems.h"
#include "syntax/yaml_scan.h"

namespace catalog::syntax {

using diagnostics::Diagnostics;

namespace {

/// A key and its colon stand on one line and are no longer (YAML 1.2.2, 7.4.2
/// counts characters; yaml-cpp counts bytes).
constexpr std::size_t longest_key = 1024;

}  // namespace

StrictParser::StrictParser(std::string_view text, std::size_t base,
                           Document& document, Diagnostics& found)
    : text_(text),
      document_(document),
      found_(found),
      is_copy_(text.data() != document.bytes.data()),
      at_(base),
      line_(base) {
  assert(text.data()[text.size()] == '\0');
  assert(text.size() == document.bytes.size());
  document_.nodes.reserve(text.size() / 8 + 16);
}

bool StrictParser::is_over(std::size_t at) const {
  return strict::is(byte(at), strict::line_end);
}

/// Whether the colon here is one between a key and its value.
bool StrictParser::begins_value(std::size_t at, bool is_flow) const {
  return strict::is(byte(at + 1), strict::blank | strict::line_end) ||
         (is_flow && strict::is(byte(at + 1), strict::indicator));
}

source::Span StrictParser::span(std::size_t begin, std::size_t end) const {
  return {document_.file, static_cast<std::uint32_t>(begin),
          static_cast<std::uint32_t>(end)};
}

bool StrictParser::fail(StrictReason reason, std::size_t at, std::size_t begin,
                        std::size_t end) {
  stop_ = {reason, at, begin, end};
  return false;
}

bool StrictParser::fail(StrictReason reason, std::size_t at) {
  return fail(reason, at, at, at);
}

const NodeData* StrictParser::last_scalar() const {
  if (document_.nodes.empty()) return nullptr;
  const NodeData& last = document_.nodes.back();
  return last.kind == Kind::scalar ? &last : nullptr;
}

/// Walks to the first byte of the next line that says something; says whether
/// there is one. `at_` is at the beginning of a line.
bool StrictParser::next_content() {
  for (;;) {
    line_ = at_;
    while (byte(at_) == ' ') ++at_;
    if (byte(at_) == '\t') {
      skip_blanks();
      if (byte(at_) != '#' && !is_over(at_))
        return fail(StrictReason::tab, line_);
    }
    if (byte(at_) == '#') at_ = scan::line_end(text_, at_);
    if (!is_over(at_)) return true;
    if (byte(at_) == '\0') return false;
    end_break();
  }
}

void StrictParser::end_break() {
  at_ += byte(at_) == '\r' ? 2 : 1;
  line_ = at_;
}

/// Tabs do no harm at the end of a line.
void StrictParser::pass_tab() {
  const std::size_t begin = at_;
  while (strict::is(byte(at_), strict::blank)) ++at_;
  if (is_over(at_) || tab_line_ == line_) return;
  tab_line_ = line_;
  found_.report(problems::tab, span(begin, at_)).help(problems::use_spaces);
}

void StrictParser::skip_blanks() {
  while (byte(at_) == ' ') ++at_;
  if (byte(at_) == '\t') pass_tab();
}

/// After a node: to the beginning of the next line.
bool StrictParser::end_line() {
  const std::size_t begin = at_;
  skip_blanks();
  if (byte(at_) == '#' &&
      (at_ > begin || at_ == line_ || strict::is(byte(at_ - 1), strict::blank)))
    at_ = scan::line_end(text_, at_);
  if (!is_over(at_)) return fail(StrictReason::after_value, at_);
  if (byte(at_) != '\0') end_break();
  return true;
}

bool StrictParser::parse() {
  while (next_content()) {
    if (at_ == line_ && scan::is_document_marker(text_, at_)) {
      const bool is_first = document_.empty() && !has_marker_;
      if (!is_first || byte(at_) == '.') {
        rest_ = at_;
        break;
      }
      has_marker_ = true;
      at_ += 3;
      skip_blanks();
      const bool is_alone = is_over(at_) || byte(at_) == '#';
      if (!(is_alone ? end_line() : inline_value())) return false;
      continue;
    }
    if (!line()) return false;
  }
  if (!rest_ && byte(at_) != '\0') return false;
  while (depth_ > 0) close_block();
  settle_refused();
  return true;
}

/// A line that says something, with the lines that belong to its scalars: what
/// is deeper is closed, then it is a node, an item or a key of what is left.
bool StrictParser::line() {
  const auto column = static_cast<std::uint32_t>(at_ - line_);
  const bool is_item =
      byte(at_) == '-' &&
      strict::is(byte(at_ + 1), strict::blank | strict::line_end);
  while (depth_ > 0 &&
         (top().column > column ||
          (top().column == column && !top().is_mapping && !is_item)))
    close_block();
  if (depth_ == 0) {
    if (document_.empty()) return block_node(true);
    return fail(StrictReason::structure, at_);
  }
  StrictFrame& around = top();
  const bool wants_value = around.wants == Wants::value;
  if (around.column < column)
    return wants_value ? block_node(true) : fail(StrictReason::structure, at_);
  if (is_item && around.is_mapping && wants_value) return block_node(true);
  if (is_item && around.is_mapping) return fail(StrictReason::structure, at_);
  if (wants_value) add_empty(around.after);
  return around.is_mapping ? key() : item();
}

/// The dash here and what follows it on its line.
bool StrictParser::item() {
  ++at_;
  top().after = static_cast<std::uint32_t>(at_);
  top().wants = Wants::value;
  skip_blanks();
  if (is_over(at_) || byte(at_) == '#') return end_line();
  return block_node(false);
}

/// A node that may be a block collection, or its first key.
bool StrictParser::block_node(bool is_own_line) {
  const bool is_refused = has_property();
  if (is_refused) {
    pass_properties(false);
    if (is_over(at_) || byte(at_) == '#') return end_line();
  }
  const char first = byte(at_);
  if (first == '-' &&
      strict::is(byte(at_ + 1), strict::blank | strict::line_end)) {
    if (is_refused) return fail(StrictReason::stray_dash, at_);
    if (!open(Kind::sequence, Style::block, at_)) return false;
    return item();
  }
  if (first == '[' || first == '{') {
    const std::size_t begin = at_;
    if (!flow()) return false;
    skip_blanks();
    if (byte(at_) == ':' && begins_value(at_, false))
      return fail(StrictReason::outside, at_, begin, at_);
    return end_line();
  }
  StrictScalar scalar;
  scalar.begin = at_;
  if (first == '|' || first == '>') {
    if (!read_block_scalar(scalar)) return false;
    return place(scalar, false);
  }
  bool is_key = false;
  if (first == '"' || first == '\'') {
    if (!read_quoted(scalar)) return false;
    skip_blanks();
    is_key = byte(at_) == ':' && begins_value(at_, false);
    if (is_key && scalar.is_spread)
      return fail(StrictReason::unclosed_quote, scalar.begin);
  } else if (first == '*') {
    read_alias(scalar, false);
  } else {
    if (odd_node(true)) return false;
    PlainEnd end{};
    if (!read_plain(scalar, false, end)) return false;
    is_key = end == PlainEnd::colon;
    if (is_key && scalar.is_spread)
      return fail(StrictReason::spread_text, at_, scalar.begin, at_);
  }
  if (!is_key) return place(scalar, is_own_line) && end_line();
  if (at_ - scalar.begin > longest_key)
    return fail(StrictReason::outside, at_, scalar.begin, at_);
  if (!open(Kind::mapping, Style::block, scalar.begin)) return false;
  add(scalar);
  return after_key();
}

/// A scalar as an item or a value.
bool StrictParser::place(const StrictScalar& scalar, bool is_own_line) {
  add(scalar);
  if (scalar.style == Style::plain && (scalar.is_spread || is_own_line)) {
    const bool is_value = depth_ == 0 || top().is_mapping;
    check_swallowed(document_.nodes.back(), is_own_line && is_value);
  }
  value_done();
  return true;
}

/// Whether no plain text can begin here; the reason is noted.
bool StrictParser::odd_node(bool is_key_possible) {
  const char first = byte(at_);
  const bool is_alone =
      strict::is(byte(at_ + 1), strict::blank | strict::line_end);
  const auto because = [&](StrictReason reason) {
    fail(reason, at_);
    return true;
  };
  if (first == '&' || first == '*' || first == '!')
    return because(StrictReason::outside);
  if (first == '?' && is_alone) return because(StrictReason::outside);
  if (first == ':' && is_alone)
    return because(is_key_possible ? StrictReason::outside
                                   : StrictReason::second_colon);
  if (first == '-' && is_alone) return because(StrictReason::stray_dash);
  if (first == ']' || first == '}') return because(StrictReason::stray_bracket);
  if (first == '%' && at_ == line_) return because(StrictReason::outside);
  if (strict::is(first, strict::odd_start))
    return because(StrictReason::odd_start);
  return false;
}

/// The next key of the mapping that is open.
bool StrictParser::key() {
  const char first = byte(at_);
  StrictScalar scalar;
  scalar.begin = at_;
  if (first == '[' || first == '{') return fail(StrictReason::outside, at_);
  if (first == '|' || first == '>') return fail(StrictReason::structure, at_);
  bool is_key = false;
  if (first == '"' || first == '\'') {
    if (!read_quoted(scalar)) return false;
    skip_blanks();
    is_key = byte(at_) == ':' && begins_value(at_, false);
    if (is_key && scalar.is_spread)
      return fail(StrictReason::unclosed_quote, scalar.begin);
  } else {
    if (odd_node(true)) return false;
    is_key = plain_line(scalar, false) == PlainEnd::colon;
  }
  if (!is_key) return fail(StrictReason::structure, scalar.begin);
  if (at_ - scalar.begin > longest_key)
    return fail(StrictReason::outside, at_, scalar.begin, at_);
  add(scalar);
  return after_key();
}

/// The colon here and what follows it on its line.
bool StrictParser::after_key() {
  const NodeData& name = document_.nodes.back();
  if (name.text == "<<" && name.style == Style::plain) report_merge(name);
  ++at_;
  top().after = static_cast<std::uint32_t>(at_);
  top().wants = Wants::value;
  skip_blanks();
  if (is_over(at_) || byte(at_) == '#') return end_line();
  return inline_value();
}

/// A value on the line of its key.
bool StrictParser::inline_value() {
  if (has_property()) {
    pass_properties(false);
    if (is_over(at_) || byte(at_) == '#') return end_line();
  }
  const char first = byte(at_);
  StrictScalar scalar;
  scalar.begin = at_;
  if (first == '[' || first == '{') {
    if (!flow()) return false;
    skip_blanks();
  } else if (first == '|' || first == '>') {
    return read_block_scalar(scalar) && place(scalar, false);
  } else if (first == '"' || first == '\'') {
    if (!read_quoted(scalar)) return false;
    place(scalar, false);
    skip_blanks();
  } else if (first == '*') {
    read_alias(scalar, false);
    place(scalar, false);
    skip_blanks();
  } else {
    if (odd_node(false)) return false;
    PlainEnd end{};
    if (!read_plain(scalar, false, end)) return false;
    if (end == PlainEnd::colon && scalar.is_spread)
      return fail(StrictReason::spread_text, at_, scalar.begin, at_);
    place(scalar, false);
  }
  if (byte(at_) == ':' && begins_value(at_, false))
    return fail(StrictReason::second_colon, at_);
  return end_line();
}

}  // namespace catalog::syntax
