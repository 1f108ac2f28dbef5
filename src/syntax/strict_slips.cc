#include "syntax/strict_slips.h"

#include <algorithm>

#include "syntax/yaml_problems.h"
#include "syntax/yaml_scan.h"
#include "unicode/utf8.h"

namespace catalog::syntax {
namespace {

using diagnostics::Diagnostics;

constexpr std::size_t longest_excerpt = 20;  // code points

/// One syntax error being looked into. Each function of it that gives a slip
/// has reported it.
class Inquiry {
 public:
  Inquiry(std::string_view text, const StrictParser& parser,
          Diagnostics& diagnostics)
      : text_(text),
        parser_(parser),
        diagnostics_(diagnostics),
        stop_(parser.stop()),
        at_(parser.stop().at) {}

  Slip outcome() {
    if (stop_.reason == StrictReason::unclosed_quote) return quote_at(at_);
    if (stop_.reason == StrictReason::too_deep) {
      diagnostics_.report(problems::too_deep, span(at_, at_ + 1), max_depth);
      return {at_, true};
    }
    if (stop_.reason == StrictReason::outside)
      return with_bracket(of_outside());
    if (const auto slip = runaway_quote()) return *slip;
    if (const auto slip = tab()) return *slip;
    if (const auto slip = bracket()) return *slip;
    const auto glued = glued_colon();
    return with_bracket(glued ? *glued : of_reason());
  }

 private:
  source::Span span(std::size_t begin, std::size_t end) const {
    return {parser_.document().file, static_cast<std::uint32_t>(begin),
            static_cast<std::uint32_t>(end)};
  }

  /// The rest of a line, without trailing blanks, cut where it is long.
  std::string_view excerpt(std::size_t at) const {
    std::string_view rest = text_.substr(at, scan::line_end(text_, at) - at);
    while (!rest.empty() && scan::is_blank(rest.back())) rest.remove_suffix(1);
    return unicode::prefix(rest, longest_excerpt);
  }
  source::Span here(std::size_t at) const {
    return span(at, at + excerpt(at).size());
  }

  /// Where the text of a line begins, after its indentation and dashes.
  std::size_t content(std::size_t at) const {
    std::size_t begin =
        scan::line_begin(text_, at) + scan::indentation(text_, at);
    while (begin + 1 < text_.size() && text_[begin] == '-' &&
           scan::is_blank(text_[begin + 1])) {
      ++begin;
      while (begin < text_.size() && scan::is_blank(text_[begin])) ++begin;
    }
    return begin;
  }
  bool has_key(std::size_t at) const {
    const std::string_view line =
        text_.substr(at, scan::line_end(text_, at) - at);
    return line.find(": ") != std::string_view::npos || line.ends_with(':');
  }

  Slip quote_at(std::size_t at) {
    diagnostics_
        .report(problems::unclosed_quote, span(at, at + 1), text_.substr(at, 1))
        .help(problems::close_quote);
    return {at, true};
  }

  /// A quoted text over several lines, and more on the line of its end: it was
  /// not meant to end there.
  std::optional<Slip> runaway_quote() {
    const NodeData* const last = quoted_before();
    if (!last || scan::is_same_line(text_, last->begin, last->end))
      return std::nullopt;
    return quote_at(last->begin);
  }
  /// The quoted text that ends on this line right before the error.
  const NodeData* quoted_before() const {
    const NodeData* const last = parser_.last_scalar();
    if (!last || last->end > at_) return nullptr;
    if (last->style != Style::single_quoted &&
        last->style != Style::double_quoted)
      return nullptr;
    const std::string_view between = text_.substr(last->end, at_ - last->end);
    return between.find_first_not_of(" \t") == std::string_view::npos ? last
                                                                      : nullptr;
  }

  std::optional<Slip> tab() {
    const std::size_t line = scan::line_begin(text_, at_);
    const std::size_t end = line + scan::indentation(text_, at_);
    const std::size_t found = text_.substr(0, end).find('\t', line);
    if (found == std::string_view::npos) return std::nullopt;
    diagnostics_.report(problems::tab, span(found, end))
        .help(problems::use_spaces);
    // In a quoted text, the whole of it is left out.
    if (stop_.begin < line) return Slip{stop_.begin, true, false, line};
    return Slip{line, false, true};
  }

  /// The innermost bracket that has no partner.
  std::optional<Slip> bracket() {
    for (std::size_t i = parser_.depth(); i > 0; --i) {
      const StrictFrame& frame = parser_.frame(i - 1);
      if (!frame.is_flow) return std::nullopt;
      const std::size_t begin = parser_.document().nodes[frame.node].begin;
      const bool ends_here =
          stop_.reason == StrictReason::flow && i == parser_.depth();
      if (frame.is_pair || (!ends_here && scan::closes(text_, begin))) continue;
      diagnostics_
          .report(problems::unclosed_bracket, span(begin, begin + 1),
                  text_.substr(begin, 1))
          .label(here(at_), problems::fails_here);
      return Slip{outermost_bracket(), true, false, last_unsound_line()};
    }
    return std::nullopt;
  }
  std::size_t outermost_bracket() const {
    for (std::size_t i = 0; i < parser_.depth(); ++i)
      if (parser_.frame(i).is_flow)
        return parser_.document().nodes[parser_.frame(i).node].begin;
    return at_;
  }
  /// The last line before one whose indentation and shape make it an item or a
  /// key of what is open.
  std::size_t last_unsound_line() const {
    std::size_t last = outermost_bracket();
    for (std::size_t line = scan::line_begin(text_, at_); line < text_.size();
         line = scan::next_line(text_, line)) {
      if (line > last && is_sound_line(line)) break;
      last = std::max(last, line);
    }
    return last;
  }
  bool is_sound_line(std::size_t line) const {
    const std::size_t column = scan::indentation(text_, line);
    const std::string_view rest = text_.substr(
        line + column, scan::line_end(text_, line) - line - column);
    const std::size_t end = rest.find_first_of(" ,[]{}");
    const bool is_item = rest.starts_with("- ") || rest == "-";
    const bool is_key = rest.substr(0, end).ends_with(':') &&
                        (end == rest.npos || rest[end] == ' ');
    for (std::size_t i = 0; i < parser_.depth(); ++i) {
      const StrictFrame& frame = parser_.frame(i);
      if (!frame.is_flow && frame.column == column &&
          (frame.is_mapping ? is_key : is_item))
        return true;
    }
    return false;
  }
  /// A mistake between brackets costs all that is between them.
  Slip with_bracket(Slip slip) const {
    const std::size_t begin = outermost_bracket();
    if (begin == at_) return slip;
    const auto end = scan::end_of_brackets(text_, begin);
    if (end) slip.until = *end - 1;
    slip.at = std::min(slip.at, begin);
    return slip;
  }

  /// In the lines of the text that the error is in.
  std::optional<Slip> glued_colon() {
    const bool is_spread = stop_.reason == StrictReason::spread_text;
    std::size_t line = scan::line_begin(text_, is_spread ? stop_.begin : at_);
    for (; line <= at_ && line < text_.size();
         line = scan::next_line(text_, line)) {
      const std::size_t begin = content(line);
      if (const auto glued = scan::glued_colon(text_.substr(begin))) {
        report_glued_colon(text_, parser_.document().file, begin, *glued,
                           diagnostics_);
        return Slip{begin};
      }
    }
    return std::nullopt;
  }

  Slip of_reason() {
    switch (stop_.reason) {
      case StrictReason::structure: return of_structure();
      case StrictReason::shallow:
        return indented(at_, scan::column(text_, stop_.begin));
      case StrictReason::spread_text: return of_spread_text();
      case StrictReason::second_colon:
        diagnostics_.report(problems::second_colon, span(at_, at_ + 1))
            .help(problems::quote_all);
        return {at_};
      case StrictReason::stray_dash:
        diagnostics_.report(problems::stray_dash, span(at_, at_ + 1))
            .help(problems::dash_below);
        return {at_};
      case StrictReason::stray_bracket:
        diagnostics_.report(problems::stray_bracket, span(at_, at_ + 1),
                            text_.substr(at_, 1));
        return {at_};
      case StrictReason::odd_start: {
        const std::size_t size = unicode::decode(text_, at_).size;
        diagnostics_
            .report(problems::odd_start, span(at_, at_ + size),
                    text_.substr(at_, size))
            .help(problems::quote_all);
        return {at_};
      }
      case StrictReason::odd_escape:
        diagnostics_
            .report(problems::odd_escape, span(at_, stop_.end),
                    text_.substr(at_, stop_.end - at_))
            .help(problems::single_quotes);
        return {at_};
      default: break;
    }
    if (quoted_before())
      diagnostics_.report(problems::after_quote, here(at_), excerpt(at_))
          .help(problems::quote_all);
    else
      diagnostics_.report(problems::not_yaml, here(at_), excerpt(at_));
    return {at_};
  }

  /// What the source language leaves out, with the lines below that are part
  /// of it.
  Slip of_outside() {
    switch (text_[at_]) {
      case '&':
      case '*':
      case '!':
        report_left_out(text_, parser_.document().file, at_, false,
                        diagnostics_);
        return {at_, true};
      case '%':
        diagnostics_.report(problems::directive, here(at_), excerpt(at_))
            .help(problems::delete_line);
        return {at_};
      case '?': return question_mark();
      case '[':
      case '{': return complex_key(at_);
      default: break;  // a colon
    }
    if (stop_.begin < at_) return complex_key(stop_.begin);
    diagnostics_.report(problems::missing_key, span(at_, at_ + 1))
        .help(problems::key_form);
    return {at_, true};
  }
  Slip complex_key(std::size_t at) {
    diagnostics_.report(problems::complex_key, span(at, at + 1))
        .help(problems::key_form);
    return {at, true};
  }

  /// `? key`, and the line `: value` below it.
  Slip question_mark() {
    Slip slip = complex_key(at_);
    const std::size_t column = scan::column(text_, at_);
    for (std::size_t line = scan::next_line(text_, at_); line < text_.size();
         line = scan::next_line(text_, line)) {
      const std::size_t begin = line + scan::indentation(text_, line);
      if (begin - line > column || scan::is_break(text_[begin])) continue;
      if (begin - line == column && text_[begin] == ':') slip.until = begin;
      break;
    }
    return slip;
  }

  /// A plain text went on until a line with `: `.
  Slip of_spread_text() {
    const std::size_t begin = stop_.begin;
    const bool is_alone = begin == content(begin);
    if (is_alone && !has_key(begin)) return no_colon(begin);
    return indented(content(at_));
  }

  Slip of_structure() {
    const std::size_t begin =
        scan::line_begin(text_, at_) + scan::indentation(text_, at_);
    const bool is_item = begin + 1 < text_.size() && text_[begin] == '-' &&
                         scan::is_blank(text_[begin + 1]);
    const std::size_t column = scan::column(text_, begin);
    if (column != expected_column() && (is_item || has_key(begin)))
      return indented(begin);
    if (is_among_items()) {
      diagnostics_.report(problems::no_dash, here(at_), excerpt(at_))
          .help(problems::align);
      return {at_, true};
    }
    if (is_item) {
      diagnostics_.report(problems::stray_dash, span(begin, begin + 1))
          .help(problems::align);
      return {begin, true};
    }
    return no_colon(at_);
  }
  bool is_among_items() const {
    if (const auto& closed = parser_.closed()) return !closed->is_mapping;
    if (parser_.depth() > 0)
      return !parser_.frame(parser_.depth() - 1).is_mapping;
    const auto& nodes = parser_.document().nodes;
    return !nodes.empty() && nodes[0].kind == Kind::sequence &&
           nodes[0].style == Style::block;
  }

  Slip no_colon(std::size_t at) {
    diagnostics_.report(problems::no_colon, here(at), excerpt(at))
        .help(problems::key_form);
    return {at, true};
  }

  /// The column of the collection that was closed last, where one was: the
  /// line belonged to it, or to the one still open.
  std::size_t expected_column() const {
    if (const auto& closed = parser_.closed()) return closed->column;
    for (std::size_t i = parser_.depth(); i > 0; --i)
      if (!parser_.frame(i - 1).is_flow) return parser_.frame(i - 1).column;
    return 0;
  }
  Slip indented(std::size_t at) { return indented(at, expected_column()); }
  Slip indented(std::size_t at, std::size_t expected) {
    const std::size_t begin =
        scan::line_begin(text_, at) + scan::indentation(text_, at);
    diagnostics_
        .report(problems::indentation, here(begin), scan::column(text_, begin),
                expected)
        .help(problems::align);
    return {begin};
  }

  std::string_view text_;
  const StrictParser& parser_;
  Diagnostics& diagnostics_;
  StrictStop stop_;
  std::size_t at_;
};

}  // namespace

Slip report_slip(std::string_view text, const StrictParser& parser,
                 Diagnostics& diagnostics) {
  return Inquiry(text, parser, diagnostics).outcome();
}

}  // namespace catalog::syntax
