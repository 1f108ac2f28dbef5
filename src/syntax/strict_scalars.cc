// The scalars of the strict parser: YAML 1.2.2, chapters 7.3 and 8.1.

#include <algorithm>

#include "syntax/recovery.h"
#include "syntax/strict_parser.h"
#include "syntax/yaml_escapes.h"
#include "syntax/yaml_problems.h"
#include "syntax/yaml_scan.h"
#include "unicode/utf8.h"

namespace catalog::syntax {
namespace {

/// A line break within a text and the empty lines behind it, folded.
void append_fold(std::string& text, std::size_t empty_lines) {
  if (empty_lines == 0)
    text += ' ';
  else
    text.append(empty_lines, '\n');
}

/// What a backslash and one letter write; nothing for other letters.
std::optional<char32_t> strict_escape(char letter) {
  switch (letter) {
    case '0': return U'\0';
    case 'a': return U'\a';
    case 'b': return U'\b';
    case 't':
    case '\t': return U'\t';
    case 'n': return U'\n';
    case 'v': return U'\v';
    case 'f': return U'\f';
    case 'r': return U'\r';
    case 'e': return U'\x1B';
    case ' ':
    case '"':
    case '/':
    case '\\': return static_cast<char32_t>(letter);
    case 'N': return U'\x85';
    case '_': return U'\xA0';
    case 'L': return U'\x2028';
    case 'P': return U'\x2029';
    default: return std::nullopt;
  }
}

}  // namespace

/// A plain text as far as its first line goes; `at_` is then at what ends it.
StrictParser::PlainEnd StrictParser::plain_line(StrictScalar& scalar,
                                                bool is_flow) {
  const char* const begin = text_.data() + at_;
  const auto& steps = is_flow ? strict::flow_steps : strict::plain_steps;
  const char* end = begin;
  PlainEnd why = PlainEnd::line;
  for (;; ++end) {
    while (const auto step = steps[static_cast<unsigned char>(*end)])
      end += step;
    if (strict::is(*end, strict::line_end)) break;
    if (*end == ':') {
      if (!begins_value(static_cast<std::size_t>(end - text_.data()), is_flow))
        continue;
      why = PlainEnd::colon;
      break;
    }
    if (*end == '#' && (end == begin || !strict::is(end[-1], strict::blank)))
      continue;
    why = PlainEnd::other;
    break;
  }
  at_ = static_cast<std::size_t>(end - text_.data());
  while (end > begin && strict::is(end[-1], strict::blank)) --end;
  scalar.end = static_cast<std::size_t>(end - text_.data());
  scalar.text = text_.substr(scalar.begin, scalar.end - scalar.begin);
  if (why == PlainEnd::colon && at_ > scalar.end) {
    at_ = scalar.end;
    skip_blanks();
  }
  return why;
}

/// A plain text over all its lines.
bool StrictParser::read_plain(StrictScalar& scalar, bool is_flow,
                              PlainEnd& end) {
  scalar.style = Style::plain;
  end = plain_line(scalar, is_flow);
  if (end == PlainEnd::line) return plain_lines(scalar, is_flow, end);
  if (end == PlainEnd::other) at_ = scalar.end;
  return true;
}

/// The further lines of a plain text: those deeper than the block around it,
/// up to a comment.
bool StrictParser::plain_lines(StrictScalar& scalar, bool is_flow,
                               PlainEnd& end) {
  std::string* text = nullptr;
  const std::ptrdiff_t around = block_column();
  for (;;) {
    std::size_t empty_lines = 0;
    std::size_t line = scan::next_line(text_, at_);
    std::size_t next;
    for (;; line = scan::next_line(text_, next), ++empty_lines) {
      next = line;
      while (byte(next) == ' ') ++next;
      if (!is_over(next) || byte(next) == '\0') break;
    }
    const auto column = static_cast<std::ptrdiff_t>(next - line);
    const bool has_tab = byte(next) == '\t';
    while (strict::is(byte(next), strict::blank)) ++next;
    const char first = byte(next);
    if (is_over(next) || first == '#') return true;
    if (!is_flow && has_tab && column <= around)
      return fail(StrictReason::tab, line);
    if ((!is_flow && column <= around) ||
        (next == line && scan::is_document_marker(text_, next)))
      return true;
    if (is_flow && (strict::is(first, strict::indicator) ||
                    (first == ':' && begins_value(next, true))))
      return true;
    if (is_flow && column <= around) return fail(StrictReason::flow, next);
    if (!text) text = &document_.arena.emplace_back(scalar.text);
    scalar.is_spread = true;
    append_fold(*text, empty_lines);
    line_ = line;
    at_ = next;
    StrictScalar part;
    part.begin = next;
    end = plain_line(part, is_flow);
    text->append(part.text);
    scalar.text = *text;
    scalar.end = part.end;
    if (end == PlainEnd::other) at_ = scalar.end;
    if (end != PlainEnd::line) return true;
  }
}

/// A quoted text; `at_` is then behind its closing quote.
bool StrictParser::read_quoted(StrictScalar& scalar) {
  const char quote = byte(at_);
  scalar.style = quote == '"' ? Style::double_quoted : Style::single_quoted;
  std::size_t at = at_ + 1;
  while (byte(at) != quote && byte(at) != '\\' && !is_over(at)) ++at;
  while (quote == '\'' && byte(at) == '\\') {
    ++at;
    while (byte(at) != quote && byte(at) != '\\' && !is_over(at)) ++at;
  }
  const bool is_whole =
      byte(at) == quote && !(quote == '\'' && byte(at + 1) == quote);
  if (!is_whole) return quoted_text(scalar, at);
  scalar.text = text_.substr(at_ + 1, at - at_ - 1);
  at_ = scalar.end = at + 1;
  return true;
}

/// The same where the text is not as written, from the first place on where it
/// differs.
bool StrictParser::quoted_text(StrictScalar& scalar, std::size_t at) {
  const char quote = byte(scalar.begin);
  std::string& text = document_.arena.emplace_back(
      text_.substr(scalar.begin + 1, at - scalar.begin - 1));
  std::size_t solid = 0;  // so much of the text no line break takes away
  for (;;) {
    const char here = byte(at);
    if (here == quote) {
      if (quote == '"' || byte(at + 1) != quote) break;
      text += '\'';
      solid = text.size();
      at += 2;
    } else if (here == '\\' && quote == '"') {
      if (strict::is(byte(at + 1), strict::line_end) && byte(at + 1) != '\0') {
        ++at;
        if (!quoted_break(scalar.begin, at, text, text.size(), true))
          return false;
        scalar.is_spread = true;
      } else if (!read_escape(at, text)) {
        return false;
      }
      solid = text.size();
    } else if (is_over(at)) {
      if (!quoted_break(scalar.begin, at, text, solid, false)) return false;
      scalar.is_spread = true;
      solid = text.size();
    } else {
      const std::size_t begin = at;
      while (byte(at) != quote && byte(at) != '\\' && !is_over(at)) ++at;
      if (at == begin) ++at;  // a backslash in single quotes
      text.append(text_.substr(begin, at - begin));
    }
  }
  scalar.text = text;
  at_ = scalar.end = at + 1;
  if (quote == '"')
    check_escapes(text_, span(scalar.begin, scalar.end), found_);
  return true;
}

/// A line break in a quoted text, with the empty lines behind it. The lines of
/// the text are deeper than the block around it (7.3); where one is not, the
/// quote was meant to be closed before.
bool StrictParser::quoted_break(std::size_t begin, std::size_t& at,
                                std::string& text, std::size_t solid,
                                bool is_escaped) {
  if (byte(at) == '\0') return fail(StrictReason::unclosed_quote, begin);
  while (text.size() > solid && strict::is(text.back(), strict::blank))
    text.pop_back();
  std::size_t empty_lines = 0;
  std::size_t line = scan::next_line(text_, at);
  std::size_t next;
  for (;; line = scan::next_line(text_, next), ++empty_lines) {
    next = line;
    while (strict::is(byte(next), strict::blank)) ++next;
    if (byte(next) == '\0') return fail(StrictReason::unclosed_quote, begin);
    if (!is_over(next)) break;
  }
  const std::size_t spaces = text_.find_first_not_of(' ', line) - line;
  if (static_cast<std::ptrdiff_t>(spaces) <= block_column())
    return byte(line + spaces) == '\t'
               ? fail(StrictReason::tab, line, begin, line)
               : fail(StrictReason::unclosed_quote, begin);
  if (scan::is_document_marker(text_, next))
    return fail(StrictReason::unclosed_quote, begin);
  if (is_escaped)
    text.append(empty_lines, '\n');
  else
    append_fold(text, empty_lines);
  line_ = line;
  at = next;
  return true;
}

/// A backslash and what it writes (YAML 1.2.2, 5.7).
bool StrictParser::read_escape(std::size_t& at, std::string& text) {
  const char letter = byte(at + 1);
  const auto simple = strict_escape(letter);
  if (simple) {
    unicode::append(text, *simple);
    at += 2;
    return true;
  }
  const std::size_t length = escape_length(letter);
  char32_t value = 0;
  std::size_t digits = 2;
  for (; digits < length; ++digits) {
    const char digit = byte(at + digits);
    const char low = static_cast<char>(digit | 0x20);
    if (digit >= '0' && digit <= '9')
      value = value * 16 + static_cast<char32_t>(digit - '0');
    else if (low >= 'a' && low <= 'f')
      value = value * 16 + static_cast<char32_t>(low - 'a' + 10);
    else
      break;
  }
  if (length == 2 || digits < length || value > 0x10FFFF ||
      (value >= 0xD800 && value < 0xE000))
    return fail(StrictReason::odd_escape, at, at,
                at + unicode::prefix(text_.substr(at), 2).size());
  unicode::append(text, value);
  at += length;
  return true;
}

/// `|` or `>` with its indicators; `at` is then at the end of the line.
bool StrictParser::block_header(std::size_t& at, char& chomp,
                                std::size_t& indent) {
  ++at;
  for (int i = 0; i < 2; ++i) {
    if (chomp == ' ' && (byte(at) == '-' || byte(at) == '+'))
      chomp = byte(at++);
    else if (indent == 0 && byte(at) >= '1' && byte(at) <= '9')
      indent = static_cast<std::size_t>(byte(at++) - '0');
  }
  const std::size_t indicators = at;
  while (strict::is(byte(at), strict::blank)) ++at;
  if (byte(at) == '#' && at > indicators) at = scan::line_end(text_, at);
  return is_over(at) || fail(StrictReason::odd_character, at);
}

/// A literal or folded text (8.1); `at_` is then at the beginning of the line
/// that follows it.
bool StrictParser::read_block_scalar(StrictScalar& scalar) {
  const bool is_folded = byte(at_) == '>';
  scalar.style = is_folded ? Style::folded : Style::literal;
  char chomp = ' ';
  std::size_t indent = 0;
  std::size_t at = at_;
  if (!block_header(at, chomp, indent)) return false;
  const auto least = static_cast<std::size_t>(block_column() + 1);
  constexpr std::size_t unknown = std::string_view::npos;
  indent = indent == 0 ? unknown : (least > 0 ? least - 1 : 0) + indent;
  if (is_copy_) check_blank_tabs(document_, at_, found_);

  std::string& text = document_.arena.emplace_back();
  std::size_t end = at;
  if (chomp != '+')
    while (strict::is(byte(end - 1), strict::blank)) --end;
  std::size_t breaks = 0;  // not written yet
  std::size_t widest_blank = 0;
  std::size_t widest_end = 0;
  bool has_text = false;
  bool was_deeper = false;  // the line before began with a blank
  std::size_t line = at;
  while (byte(line) != '\0') {
    line = scan::next_line(text_, line);
    std::size_t next = line;
    while (byte(next) == ' ' && next - line < indent) ++next;
    const std::size_t column = next - line;
    if (byte(next) == '\0') break;
    if (is_over(next)) {
      if (column > widest_blank) {
        widest_blank = column;
        widest_end = next;
      }
      ++breaks;
      line = next;
      if (chomp == '+') end = next;
      continue;
    }
    if (scan::is_document_marker(text_, next)) break;
    if (indent == unknown) {
      if (column < least) break;
      if (column < widest_blank)
        return fail(StrictReason::shallow, next, widest_end, next);
      indent = column;
    } else if (column < indent) {
      if (byte(next) == '\t') return fail(StrictReason::tab, line);
      break;
    }
    const std::size_t line_end = scan::line_end(text_, next);
    const bool is_deeper = strict::is(byte(next), strict::blank);
    if (!has_text || !is_folded || is_deeper || was_deeper)
      text.append(breaks, '\n');
    else
      append_fold(text, breaks - 1);
    text.append(text_.substr(next, line_end - next));
    has_text = true;
    was_deeper = is_deeper;
    breaks = byte(line_end) == '\0' ? 0 : 1;
    if (chomp == '+' ||
        text_.substr(next, line_end - next).find_first_not_of(' ') !=
            std::string_view::npos)
      end = line_end;
    line = line_end;
  }
  if (chomp == '+')
    text.append(breaks, '\n');
  else if (chomp == ' ' && has_text)
    text.append(std::min<std::size_t>(breaks, 1), '\n');
  scalar.text = text;
  scalar.end = end;
  at_ = line_ = line;
  return true;
}

}  // namespace catalog::syntax
