#include "syntax/yaml_slips.h"

#include <yaml-cpp/exceptions.h>

#include <algorithm>
#include <array>

#include "syntax/yaml_problems.h"
#include "syntax/yaml_scan.h"
#include "unicode/utf8.h"

namespace catalog::syntax {
namespace {

using diagnostics::Diagnostics;
namespace message = YAML::ErrorMsg;

constexpr std::size_t longest_excerpt = 20;  // code points
constexpr int most_brackets = 50;  // that are looked at for their partners

/// One syntax error being looked into. Each function of it that gives a slip
/// has reported it.
class Inquiry {
 public:
  Inquiry(std::string_view text, const YamlBuilder& builder, const Stop& stop,
          Diagnostics& diagnostics)
      : text_(text),
        builder_(builder),
        diagnostics_(diagnostics),
        reason_(stop.reason),
        at_(std::min(stop.at, text.size())) {
    next_ = scan::skip_space(text, builder.cursor());
    if (const auto index = builder.last_scalar();
        index && *index < builder.document().nodes.size())
      last_ = builder.document().nodes[*index];
  }

  Slip outcome() {
    if (const auto slip = unclosed_quote()) return *slip;
    if (const auto slip = tab()) return *slip;
    if (const auto slip = bracket()) return *slip;
    if (const auto slip = glued_colon()) return *slip;
    if (const auto slip = of_character()) return *slip;
    if (const auto slip = of_colon()) return *slip;
    if (const auto slip = of_structure()) return *slip;
    diagnostics_.report(problems::not_yaml, here(at_), excerpt(at_));
    return {at_};
  }

 private:
  bool is(std::string_view reason) const { return reason_ == reason; }
  template <std::size_t N>
  bool is_any(const std::array<const char*, N>& reasons) const {
    return std::find(reasons.begin(), reasons.end(), reason_) != reasons.end();
  }

  source::Span span(std::size_t begin, std::size_t end) const {
    return {builder_.document().file, static_cast<std::uint32_t>(begin),
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
  /// The word at a place: up to a blank or a bracket.
  std::string_view word(std::size_t at) const {
    const std::string_view rest = excerpt(at);
    const std::size_t end = rest.find_first_of(" \t,]}", 1);
    return rest.substr(0, end);
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
  bool is_last(Style style) const { return last_ && last_->style == style; }

  std::optional<Slip> unclosed_quote() {
    if ((is_last(Style::double_quoted) || is_last(Style::single_quoted)) &&
        !scan::is_same_line(text_, last_->begin, last_->end) &&
        scan::is_same_line(text_, last_->end, at_))
      return quote_at(last_->begin);
    const std::array<const char*, 2> reasons{message::EOF_IN_SCALAR,
                                             message::DOC_IN_SCALAR};
    if (!is_any(reasons)) return std::nullopt;
    std::size_t at = next_;
    while (at < text_.size() &&
           std::string_view(":-,?[{").find(text_[at]) != std::string_view::npos)
      at = scan::skip_space(text_, at + 1);
    if (at >= text_.size() || (text_[at] != '"' && text_[at] != '\''))
      return std::nullopt;
    return quote_at(at);
  }
  Slip quote_at(std::size_t at) {
    diagnostics_
        .report(problems::unclosed_quote, span(at, at + 1), text_.substr(at, 1))
        .help(problems::close_quote);
    return {at, true};
  }

  std::optional<Slip> tab() {
    for (const std::size_t line : {next_, at_}) {
      const std::size_t begin = scan::line_begin(text_, line);
      const std::size_t end = begin + scan::indentation(text_, line);
      const std::size_t found = text_.substr(0, end).find('\t', begin);
      if (found == std::string_view::npos) continue;
      diagnostics_.report(problems::tab, span(found, end))
          .help(problems::use_spaces);
      return Slip{begin, false, true};
    }
    return std::nullopt;
  }

  /// In the lines from the last sound one to the one with the error.
  std::optional<Slip> glued_colon() {
    const bool spread =
        is_last(Style::plain) && last_->end >= builder_.cursor();
    std::size_t line =
        scan::line_begin(text_, spread ? last_->begin : std::min(next_, at_));
    for (; line <= at_ && line < text_.size();
         line = scan::next_line(text_, line)) {
      const std::size_t begin = content(line);
      const auto glued = scan::glued_colon(text_.substr(begin));
      if (glued) {
        report_glued_colon(text_, builder_.document().file, begin, *glued,
                           diagnostics_);
        return Slip{begin};
      }
      if (scan::next_line(text_, line) == line) break;
    }
    return std::nullopt;
  }

  std::optional<Slip> bracket() {
    if (const auto begin = unclosed_bracket()) {
      diagnostics_
          .report(problems::unclosed_bracket, span(*begin, *begin + 1),
                  text_.substr(*begin, 1))
          .label(here(at_), problems::fails_here);
      return Slip{*begin, true};
    }
    if (!is(message::FLOW_END)) return std::nullopt;
    diagnostics_.report(problems::stray_bracket, span(at_, at_ + 1),
                        text_.substr(at_, 1));
    return Slip{at_};
  }

  /// The innermost bracket before the error that has no partner: the parser
  /// may have held back what follows it, waiting for a colon.
  std::optional<std::size_t> unclosed_bracket() const {
    std::optional<std::size_t> found;
    const auto& open = builder_.open();
    for (auto each = open.rbegin(); each != open.rend() && !found; ++each) {
      const std::size_t begin = builder_.document().nodes[each->node].begin;
      if (each->is_flow && !each->is_pair && !scan::closes(text_, begin))
        found = begin;
    }
    int tries = most_brackets;
    for (std::size_t at = next_; at < at_ && tries > 0; ++at) {
      const char byte = text_[at];
      const bool begins_token =
          at == 0 || std::string_view(" \t\n-,[{").find(text_[at - 1]) !=
                         std::string_view::npos;
      if (!begins_token) continue;
      if (byte == '"' || byte == '\'') {
        at = scan::end_of_quoted(text_, at).value_or(at_) - 1;
      } else if (byte == '[' || byte == '{') {
        if (!scan::closes(text_, at)) found = at;
        --tries;
      }
    }
    return found;
  }

  /// What the scanner could make nothing of.
  std::optional<Slip> of_character() {
    if (is(message::UNKNOWN_TOKEN)) {
      const std::size_t size =
          at_ < text_.size() ? unicode::decode(text_, at_).size : 0;
      diagnostics_
          .report(problems::odd_start, span(at_, at_ + size),
                  text_.substr(at_, size))
          .help(problems::quote_all);
      return Slip{at_};
    }
    if (reason_.starts_with(message::INVALID_ESCAPE) ||
        reason_.starts_with(message::INVALID_UNICODE) ||
        is(message::INVALID_HEX)) {
      const std::size_t slash =
          at_ == 0 ? std::string_view::npos : text_.rfind('\\', at_ - 1);
      const std::size_t begin = slash == std::string_view::npos ? at_ : slash;
      const std::size_t end =
          std::max(at_, begin + unicode::prefix(text_.substr(begin), 2).size());
      diagnostics_
          .report(problems::odd_escape, span(begin, end),
                  text_.substr(begin, end - begin))
          .help(problems::single_quotes);
      return Slip{begin};
    }
    const std::array<const char*, 5> aliases{
        message::UNKNOWN_ANCHOR, message::ALIAS_CONTENT, message::CHAR_IN_ALIAS,
        message::ALIAS_NOT_FOUND, message::AMBIGUOUS_ANCHOR};
    if (is_any(aliases)) return refused(problems::alias, problems::write_out);
    const std::array<const char*, 3> anchors{message::CHAR_IN_ANCHOR,
                                             message::ANCHOR_NOT_FOUND,
                                             message::MULTIPLE_ANCHORS};
    if (is_any(anchors)) return refused(problems::anchor, problems::write_out);
    const std::array<const char*, 4> tags{
        message::CHAR_IN_TAG_HANDLE, message::TAG_WITH_NO_SUFFIX,
        message::END_OF_VERBATIM_TAG, message::MULTIPLE_TAGS};
    if (is_any(tags)) return refused(problems::tag, problems::delete_tag);
    const std::array<const char*, 5> directives{
        message::YAML_DIRECTIVE_ARGS, message::YAML_MAJOR_VERSION,
        message::REPEATED_YAML_DIRECTIVE, message::TAG_DIRECTIVE_ARGS,
        message::REPEATED_TAG_DIRECTIVE};
    if (is_any(directives) || reason_.starts_with(message::YAML_VERSION))
      return refused(problems::directive, problems::delete_line);
    return std::nullopt;
  }
  template <class Problem, class Help>
  Slip refused(const Problem& problem, const Help& help) {
    // The mark may stand behind the sign.
    std::size_t at = at_;
    while (at > 0 && !scan::is_blank(text_[at - 1]) &&
           !scan::is_break(text_[at - 1]))
      --at;
    const std::string_view seen = word(at);
    diagnostics_.report(problem, span(at, at + seen.size()), seen).help(help);
    return {at};
  }

  std::optional<Slip> of_colon() {
    const bool is_colon = at_ < text_.size() && text_[at_] == ':';
    const bool in_flow =
        is(message::END_OF_MAP_FLOW) || is(message::END_OF_SEQ_FLOW);
    if (!is(message::MAP_VALUE) && !is(message::MAP_KEY) &&
        !(is_colon && in_flow))
      return std::nullopt;
    // A deeper line was read as the rest of the text above it.
    if (last_ && last_->end <= at_ &&
        scan::is_same_line(text_, last_->end, at_) &&
        !scan::is_same_line(text_, last_->begin, at_))
      return indented(content(at_));
    // The word before stands alone on its line.
    if (next_ < at_ && !scan::is_same_line(text_, next_, at_) &&
        !has_key(next_))
      return no_colon(next_);
    diagnostics_.report(problems::second_colon, span(at_, at_ + 1))
        .help(problems::quote_all);
    return Slip{at_};
  }

  std::optional<Slip> of_structure() {
    if (is(message::BLOCK_ENTRY)) {
      diagnostics_.report(problems::stray_dash, span(at_, at_ + 1))
          .help(problems::dash_below);
      return Slip{at_};
    }
    if (last_ && last_->end <= at_ && is_quoted() &&
        scan::is_same_line(text_, last_->end, at_)) {
      diagnostics_.report(problems::after_quote, here(at_), excerpt(at_))
          .help(problems::quote_all);
      return Slip{at_};
    }
    if (!is(message::END_OF_MAP) && !is(message::END_OF_SEQ) &&
        !reason_.empty())
      return std::nullopt;
    const std::size_t begin =
        scan::line_begin(text_, at_) + scan::indentation(text_, at_);
    const bool is_item = begin + 1 < text_.size() && text_[begin] == '-' &&
                         scan::is_blank(text_[begin + 1]);
    if (scan::column(text_, begin) != expected_column() &&
        (is_item || has_key(begin)))
      return indented(begin);
    const bool in_list = builder_.open().empty() &&
                         !builder_.document().empty() &&
                         builder_.document().nodes[0].kind == Kind::sequence;
    if (is(message::END_OF_SEQ) || in_list) {
      diagnostics_.report(problems::no_dash, here(at_), excerpt(at_))
          .help(problems::align);
      return Slip{at_, true};
    }
    if (is_item) {
      diagnostics_.report(problems::stray_dash, span(begin, begin + 1))
          .help(problems::align);
      return Slip{begin, true};
    }
    return no_colon(at_);
  }
  bool is_quoted() const {
    return is_last(Style::double_quoted) || is_last(Style::single_quoted);
  }

  Slip no_colon(std::size_t at) {
    diagnostics_.report(problems::no_colon, here(at), excerpt(at))
        .help(problems::key_form);
    return {at, true};
  }

  /// The column of the collection that was closed last, where one was: the
  /// line belonged to it, or to the one still open.
  std::size_t expected_column() const {
    const auto& open = builder_.open();
    if (const auto closed = builder_.closed_column()) return *closed;
    for (auto each = open.rbegin(); each != open.rend(); ++each)
      if (!each->is_flow) return each->column;
    return 0;
  }
  Slip indented(std::size_t at) {
    const std::size_t begin =
        scan::line_begin(text_, at) + scan::indentation(text_, at);
    diagnostics_
        .report(problems::indentation, here(begin), scan::column(text_, begin),
                expected_column())
        .help(problems::align);
    return {begin};
  }

  std::string_view text_;
  const YamlBuilder& builder_;
  Diagnostics& diagnostics_;
  std::string_view reason_;
  std::size_t at_;
  std::size_t next_ = 0;  // the first token that was not delivered
  std::optional<NodeData> last_;
};

}  // namespace

Slip report_slip(std::string_view text, const YamlBuilder& builder,
                 const Stop& stop, Diagnostics& diagnostics) {
  return Inquiry(text, builder, stop, diagnostics).outcome();
}

}  // namespace catalog::syntax
