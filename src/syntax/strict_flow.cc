// Flow collections of the strict parser: YAML 1.2.2, chapter 7.4.

#include "syntax/strict_parser.h"
#include "syntax/yaml_scan.h"

namespace catalog::syntax {

/// Walks over blanks, breaks and comments. What follows on another line is
/// deeper than the block around it, or a closing bracket.
bool StrictParser::flow_space() {
  for (bool is_first = true;; is_first = false) {
    const std::size_t begin = at_;
    skip_blanks();
    if (byte(at_) == '#' && (at_ > begin || at_ == line_)) {
      at_ = scan::line_end(text_, at_);
    } else if (!is_over(at_)) {
      if (is_first || byte(at_) == ']' || byte(at_) == '}') return true;
      const auto column = static_cast<std::ptrdiff_t>(at_ - line_);
      return (column > block_column() &&
              !scan::is_document_marker(text_, at_)) ||
             fail(StrictReason::flow, at_);
    }
    if (byte(at_) == '\0') return fail(StrictReason::flow, at_);
    end_break();
  }
}

/// A flow collection with all in it; `at_` is then behind its last bracket.
bool StrictParser::flow() {
  const std::size_t outer = depth_;
  if (!open_flow()) return false;
  while (depth_ > outer) {
    if (!flow_space()) return false;
    switch (byte(at_)) {
      case ',':
        if (!flow_separator()) return false;
        break;
      case ']':
      case '}':
        if (!close_flow(byte(at_))) return false;
        break;
      case ':':
        if (!flow_colon()) return false;
        break;
      case '&':
      case '!':
        if (!flow_property()) return false;
        break;
      default:
        if (!flow_node()) return false;
    }
  }
  return true;
}

bool StrictParser::open_flow() {
  const Kind kind = byte(at_) == '{' ? Kind::mapping : Kind::sequence;
  if (!open(kind, Style::flow, at_)) return false;
  ++at_;
  return true;
}

/// Ends the entry that is being read, as far as it may be left incomplete.
void StrictParser::settle_flow() {
  if (top().wants == Wants::value) {
    add_empty(top().after);
  } else if (top().wants == Wants::colon) {
    const auto key = static_cast<std::uint32_t>(document_.nodes.size() - 1);
    add_empty(document_.nodes[key].end);
    check_glued_key(key);
  }
  if (top().is_pair) close(end_);
}

bool StrictParser::flow_separator() {
  settle_flow();
  if (top().wants == Wants::entry)
    return fail(StrictReason::odd_character, at_);
  top().wants = Wants::entry;
  ++at_;
  return true;
}

bool StrictParser::close_flow(char bracket) {
  settle_flow();
  if (top().is_mapping != (bracket == '}'))
    return fail(StrictReason::stray_bracket, at_);
  ++at_;
  close(at_);
  return true;
}

bool StrictParser::flow_colon() {
  const Wants wants = top().wants;
  const bool is_alone = begins_value(at_, true);
  if (wants == Wants::colon &&
      (is_alone || document_.nodes.back().style != Style::plain)) {
    ++at_;
    top().after = static_cast<std::uint32_t>(at_);
    top().wants = Wants::value;
    return true;
  }
  if (wants == Wants::nothing) {
    const std::size_t before = text_.find_last_not_of(" \t\r\n", at_ - 1);
    const bool is_key =
        !top().is_mapping && (text_[before] == ']' || text_[before] == '}');
    if (!is_key) return fail(StrictReason::second_colon, at_);
    std::size_t key = document_.nodes.size() - 1;
    while (document_.nodes[key].end != before + 1) --key;
    return fail(StrictReason::outside, at_, document_.nodes[key].begin, at_);
  }
  if (!is_alone) return flow_node();
  return fail(wants == Wants::entry ? StrictReason::outside
                                    : StrictReason::second_colon,
              at_);
}

bool StrictParser::flow_property() {
  if (top().wants == Wants::nothing || top().wants == Wants::colon)
    return fail(StrictReason::after_value, at_);
  pass_properties(true);
  const bool is_item = !top().is_mapping && top().wants == Wants::entry;
  if (is_item && (byte(at_) == ',' || byte(at_) == ']')) add_empty(top().after);
  return true;
}

/// A node between brackets: an entry, a key or a value.
bool StrictParser::flow_node() {
  const Wants wants = top().wants;
  if (wants == Wants::nothing || wants == Wants::colon)
    return fail(StrictReason::after_value, at_);
  const char first = byte(at_);
  if (first == '[' || first == '{') {
    if (top().is_mapping && wants == Wants::entry)
      return fail(StrictReason::outside, at_);
    return open_flow();
  }
  return flow_scalar();
}

bool StrictParser::flow_scalar() {
  const char first = byte(at_);
  std::size_t blanks = at_;
  while (blanks > line_ && strict::is(byte(blanks - 1), strict::blank))
    --blanks;
  const bool is_own_line = blanks == line_;
  StrictScalar scalar;
  scalar.begin = at_;
  PlainEnd end = PlainEnd::other;
  if (first == '"' || first == '\'') {
    if (!read_quoted(scalar)) return false;
  } else if (first == '*') {
    read_alias(scalar, true);
  } else {
    if (odd_node(true)) return false;
    if ((first == '-' || first == '?') &&
        strict::is(byte(at_ + 1), strict::indicator))
      return fail(StrictReason::odd_start, at_);
    if (!read_plain(scalar, true, end)) return false;
  }
  const bool is_entry = top().wants == Wants::entry;
  if (is_entry && top().is_mapping) {
    add(scalar);
    if (scalar.text == "<<" && scalar.style == Style::plain)
      report_merge(document_.nodes.back());
    top().wants = Wants::colon;
    return true;
  }
  if (is_entry) {
    std::size_t next = at_;
    while (strict::is(byte(next), strict::blank)) ++next;
    const bool is_json = scalar.style != Style::plain;
    if (byte(next) == ':' && (is_json || begins_value(next, true))) {
      if (scalar.is_spread)
        return fail(StrictReason::spread_text, next, scalar.begin, next);
      if (!open(Kind::mapping, Style::flow, scalar.begin)) return false;
      top().is_pair = true;
      top().wants = Wants::colon;
      add(scalar);
      if (scalar.text == "<<" && !is_json) report_merge(document_.nodes.back());
      return true;
    }
  }
  return place(scalar, is_own_line);
}

}  // namespace catalog::syntax
