#include "syntax/yaml_builder.h"

#include <algorithm>
#include <array>
#include <map>

#include "syntax/recovery.h"
#include "syntax/yaml_escapes.h"
#include "syntax/yaml_problems.h"
#include "syntax/yaml_reader.h"
#include "syntax/yaml_scan.h"
#include "syntax/yaml_slips.h"
#include "unicode/normal.h"
#include "unicode/utf8.h"

namespace catalog::syntax {
namespace {

using diagnostics::Diagnostics;

bool ends_word(std::string_view text, std::size_t at) {
  return at >= text.size() || scan::is_blank(text[at]) ||
         scan::is_break(text[at]);
}

bool ends_flow_word(std::string_view text, std::size_t at) {
  return ends_word(text, at) ||
         std::string_view(",[]{}").find(text[at]) != std::string_view::npos;
}

/// The length of a plain scalar that means null; 0 where there is none.
std::size_t null_at(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 4> spellings{"~", "null", "Null",
                                                      "NULL"};
  for (const std::string_view each : spellings) {
    if (!text.substr(at).starts_with(each)) continue;
    const std::size_t end = at + each.size();
    if (ends_flow_word(text, end) || text[end] == ':') return each.size();
  }
  return 0;
}

}  // namespace

YamlBuilder::YamlBuilder(std::string_view text, std::size_t base,
                         Document& document, Diagnostics& found)
    : text_(text),
      base_(base),
      document_(document),
      found_(found),
      columns_(text),
      cursor_(base),
      value_after_(base) {}

source::Span YamlBuilder::span(std::size_t begin, std::size_t end) const {
  return {document_.file, static_cast<std::uint32_t>(begin),
          static_cast<std::uint32_t>(end)};
}

bool YamlBuilder::has_break(std::size_t begin, std::size_t end) const {
  return begin < end &&
         text_.substr(begin, end - begin).find('\n') != std::string_view::npos;
}

/// Walks over a run of blanks that has a tab. At the end of a line it does no
/// harm.
void YamlBuilder::pass_tab() {
  const std::size_t begin = cursor_;
  while (cursor_ < text_.size() && scan::is_blank(text_[cursor_])) ++cursor_;
  if (ends_word(text_, cursor_)) return;
  const std::size_t line = begin - columns_.of(begin);
  if (tab_line_ == line) return;
  tab_line_ = line;
  found_.report(problems::tab, span(begin, cursor_)).help(problems::use_spaces);
}

void YamlBuilder::pass_property() {
  const std::size_t begin = cursor_;
  cursor_ = report_left_out(text_, document_.file, begin,
                            parent() && parent()->is_flow, found_);
  if (!property_) property_ = begin;
}

/// Walks over what lies between two nodes.
void YamlBuilder::pass(std::size_t to) {
  while (cursor_ < to) {
    const char byte = text_[cursor_];
    if (byte == '\t') {
      pass_tab();
    } else if (byte == '#') {
      cursor_ = scan::line_end(text_, cursor_);
    } else if (byte == '&' || byte == '!') {
      pass_property();
    } else if (byte == '%' && scan::begins_line(text_, cursor_)) {
      const std::size_t begin = cursor_;
      cursor_ = scan::line_end(text_, cursor_);
      found_
          .report(problems::directive, span(begin, cursor_),
                  unicode::prefix(text_.substr(begin, cursor_ - begin), 30))
          .help(problems::delete_line);
    } else if (!has_marker_ && byte == '-' &&
               scan::is_document_marker(text_, cursor_)) {
      has_marker_ = true;
      cursor_ += 3;
    } else {
      if (byte == '?' && !question_mark_) question_mark_ = cursor_;
      ++cursor_;
    }
  }
}

/// Walks over the dash, colon or comma before the node to come.
void YamlBuilder::pass_separator() {
  OpenCollection* const around = parent();
  if (!around) {
    value_after_ = cursor_;
    return;
  }
  const std::size_t at = scan::skip_space(text_, cursor_);
  const char byte = at < text_.size() ? text_[at] : '\0';
  if (around->is_mapping && around->wants_value) {
    around->has_colon = byte == ':';
    if (around->has_colon) pass(at + 1);
  } else if (around->is_flow) {
    if (byte == ',') pass(at + 1);
  } else if (!around->is_mapping && byte == '-') {
    pass(at);
    if (around->keys.empty() && document_.nodes[around->node].count == 0) {
      document_.nodes[around->node].begin = static_cast<std::uint32_t>(at);
      around->column = columns_.of(at);
    }
    pass(at + 1);
  }
  value_after_ = cursor_;
}

/// Whether what stands at `at` can be the node after the last separator: in
/// block collections, the same line or a deeper one.
bool YamlBuilder::belongs(std::size_t at) {
  const OpenCollection* const around = parent();
  if (at >= text_.size()) return false;
  if (!around || around->is_flow) return true;
  if (around->is_mapping && !around->wants_value) return true;
  return !has_break(value_after_, at) || columns_.of(at) > around->column;
}

/// Walks to where the node itself begins.
std::size_t YamlBuilder::enter(const YAML::Mark& mark) {
  pass_separator();
  const std::size_t marked =
      base_ + static_cast<std::size_t>(std::max(mark.pos, 0));
  pass(std::min(marked, text_.size()));
  for (std::size_t at = cursor_; at < text_.size();) {
    if (text_[at] != '&' && text_[at] != '!') break;
    pass(at + 1);
    at = scan::skip_space(text_, cursor_);
    if (!belongs(at)) return cursor_;
    pass(at);
  }
  return cursor_;
}

std::uint32_t YamlBuilder::add(std::size_t begin, Kind kind, Style style) {
  const auto index = static_cast<std::uint32_t>(document_.nodes.size());
  NodeData node;
  node.begin = node.end = static_cast<std::uint32_t>(begin);
  node.kind = kind;
  node.style = style;
  document_.nodes.push_back(node);
  if (property_) refused_.push_back({*property_, index, false});
  property_.reset();
  return index;
}

void YamlBuilder::add_scalar(std::size_t begin, std::size_t end, Style style,
                             std::string_view value) {
  const std::uint32_t index = add(begin, Kind::scalar, style);
  const bool quoted =
      style == Style::single_quoted || style == Style::double_quoted;
  const std::size_t edge = quoted && end - begin >= 2 ? 1 : 0;
  const std::string_view written =
      document_.bytes.substr(begin + edge, end - begin - 2 * edge);
  if (written == value)
    document_.nodes[index].text = written;
  else
    document_.nodes[index].text = document_.arena.emplace_back(value);
  document_.nodes[index].end = static_cast<std::uint32_t>(end);
  last_scalar_ = index;
  closed_column_.reset();
  close(index, end);
}

/// A null is a word such as `~`, or nothing at all. The mark of the latter is
/// that of the next token, so it is not relied on.
void YamlBuilder::add_null(std::size_t marked) {
  pass_separator();
  std::size_t at = scan::skip_space(text_, cursor_);
  while (at < text_.size() && belongs(at) &&
         (text_[at] == '&' || text_[at] == '!')) {
    pass(at + 1);
    at = scan::skip_space(text_, cursor_);
  }
  const OpenCollection* const around = parent();
  const bool is_key = around && around->is_mapping && !around->wants_value;
  if (is_key && at < text_.size() && text_[at] == '?') {
    pass(at + 1);
    at = scan::skip_space(text_, cursor_);
  }
  const std::size_t length =
      belongs(at) && (at == marked || property_) ? null_at(text_, at) : 0;
  if (length > 0 || is_key) pass(at);
  add_scalar(cursor_, cursor_ + length, Style::plain,
             text_.substr(cursor_, length));
}

void YamlBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t) {
  const bool is_root = open_.empty();
  const std::size_t marked =
      base_ + static_cast<std::size_t>(std::max(mark.pos, 0));
  if (is_root) {
    pass(std::min(marked, text_.size()));
    if (cursor_ >= text_.size() || null_at(text_, cursor_) == 0) return;
  }
  add_null(marked);
}

void YamlBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t) {
  const std::size_t begin = enter(mark);
  const std::size_t end = report_left_out(
      text_, document_.file, begin, parent() && parent()->is_flow, found_);
  refused_.push_back(
      {begin, static_cast<std::uint32_t>(document_.nodes.size()), false});
  add_scalar(begin, end, Style::plain, text_.substr(begin, end - begin));
}

/// The lines of a quoted text are deeper than the block around it (YAML 1.2.2,
/// 7.3); where one is not, and where the file ends before the text does, the
/// quote was meant to be closed before. The parser accepts both.
std::size_t YamlBuilder::end_of_quoted(std::size_t begin) const {
  const auto end = scan::end_of_quoted(text_, begin);
  const auto block =
      std::find_if(open_.rbegin(), open_.rend(),
                   [](const OpenCollection& each) { return !each.is_flow; });
  if (!end) throw Halt{Halt::Reason::unclosed_quote, begin};
  if (block == open_.rend()) return *end;
  for (std::size_t line = scan::next_line(text_, begin); line < *end;
       line = scan::next_line(text_, line)) {
    const std::size_t indent = scan::indentation(text_, line);
    if (indent <= block->column && line + indent < scan::line_end(text_, line))
      throw Halt{Halt::Reason::unclosed_quote, begin};
  }
  return *end;
}

void YamlBuilder::OnScalar(const YAML::Mark& mark, const std::string&,
                           YAML::anchor_t, const std::string& value) {
  const std::size_t begin = enter(mark);
  const char first =
      begin < text_.size() && belongs(begin) ? text_[begin] : '\0';
  if (first == '"' || first == '\'') {
    const std::size_t end = end_of_quoted(begin);
    if (first == '"') check_escapes(text_, span(begin, end), found_);
    add_scalar(begin, end,
               first == '"' ? Style::double_quoted : Style::single_quoted,
               value);
  } else if ((first == '|' || first == '>') &&
             !(parent() && parent()->is_flow)) {
    check_blank_tabs(document_, begin, found_);
    std::optional<std::size_t> column;
    if (parent()) column = parent()->column;
    add_scalar(begin, scan::end_of_block(text_, begin, column),
               first == '|' ? Style::literal : Style::folded, value);
  } else {
    add_scalar(begin, scan::end_of_plain(text_, begin, value), Style::plain,
               value);
  }
}

void YamlBuilder::start(const YAML::Mark& mark, Kind kind, bool is_flow) {
  const std::size_t begin = enter(mark);
  if (open_.size() >= max_depth) throw Halt{Halt::Reason::too_deep, begin};
  OpenCollection opened;
  opened.is_mapping = kind == Kind::mapping;
  opened.is_flow = is_flow;
  const bool has_bracket = is_flow && begin < text_.size() &&
                           (text_[begin] == '{' || text_[begin] == '[');
  opened.is_pair =
      is_flow && opened.is_mapping && !(has_bracket && text_[begin] == '{');
  opened.column = columns_.of(begin);
  opened.node = add(begin, kind, is_flow ? Style::flow : Style::block);
  if (is_flow && !opened.is_pair) pass(begin + 1);
  open_.push_back(std::move(opened));
}

void YamlBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string&,
                                  YAML::anchor_t,
                                  YAML::EmitterStyle::value style) {
  start(mark, Kind::sequence, style == YAML::EmitterStyle::Flow);
}

void YamlBuilder::OnMapStart(const YAML::Mark& mark, const std::string&,
                             YAML::anchor_t, YAML::EmitterStyle::value style) {
  start(mark, Kind::mapping, style == YAML::EmitterStyle::Flow);
}

void YamlBuilder::OnSequenceEnd() { end_collection(); }
void YamlBuilder::OnMapEnd() { end_collection(); }

void YamlBuilder::end_collection() {
  const OpenCollection ended = std::move(open_.back());
  open_.pop_back();
  std::size_t end = cursor_;
  if (ended.is_flow && !ended.is_pair) {
    std::size_t at = scan::skip_space(text_, cursor_);
    if (at < text_.size() && text_[at] == ',')
      at = scan::skip_space(text_, at + 1);
    if (at < text_.size() && (text_[at] == '}' || text_[at] == ']')) {
      pass(at);
      end = at + 1;
    }
  }
  if (ended.is_mapping) check_keys(ended);
  close(ended.node, end);
  closed_column_ = ended.column;
}

/// A node is whole: tell the collection around it.
void YamlBuilder::close(std::uint32_t node, std::size_t end) {
  NodeData& data = document_.nodes[node];
  data.end = static_cast<std::uint32_t>(end);
  data.next = static_cast<std::uint32_t>(document_.nodes.size());
  cursor_ = end;
  OpenCollection* const around = parent();
  if (!around) {
    check_swallowed(node);
    return;
  }
  if (around->is_mapping && !around->wants_value) {
    take_key(*around, node);
    return;
  }
  if (around->is_mapping) take_value(*around, node);
  ++document_.nodes[around->node].count;
  check_swallowed(node);
}

void YamlBuilder::take_key(OpenCollection& mapping, std::uint32_t node) {
  NodeData& key = document_.nodes[node];
  if (mapping.keys.empty() && (!mapping.is_flow || mapping.is_pair)) {
    document_.nodes[mapping.node].begin = key.begin;
    mapping.column = columns_.of(question_mark_ ? *question_mark_ : key.begin);
  }
  const source::Span place = span(key.begin, key.end);
  const bool is_long =
      key.kind != Kind::scalar || has_break(key.begin, key.end) ||
      key.style == Style::literal || key.style == Style::folded;
  if (question_mark_ || is_long) {
    const std::size_t begin = question_mark_.value_or(key.begin);
    found_.report(problems::complex_key, span(begin, begin + 1))
        .help(problems::key_form);
    mapping.unsound = begin;
    key.kind = Kind::scalar;
    key.count = 0;
    key.text = document_.arena.emplace_back(
        text_.substr(key.begin, key.end - key.begin));
    document_.nodes.resize(node + 1);
    document_.nodes[node].next = node + 1;
    // What is refused inside the key came last.
    while (!refused_.empty() && refused_.back().value > node)
      refused_.pop_back();
  } else if (key.begin == key.end && key.style == Style::plain) {
    found_
        .report(
            problems::missing_key,
            span(key.begin, std::min<std::size_t>(key.begin + 1, text_.size())))
        .help(problems::key_form);
    mapping.unsound = key.begin;
  } else if (key.text == "<<" && key.style == Style::plain) {
    found_.report(problems::merge_key, place).help(problems::write_keys);
    mapping.unsound = key.begin;
  }
  question_mark_.reset();
  mapping.keys.push_back(node);
  mapping.wants_value = true;
}

void YamlBuilder::take_value(OpenCollection& mapping, std::uint32_t node) {
  mapping.wants_value = false;
  if (!mapping.has_colon && !mapping.unsound) check_colon(mapping);
  if (mapping.unsound) refused_.push_back({*mapping.unsound, node, true});
  mapping.unsound.reset();
}

/// A key without a colon is one with an empty value to the parser; in braces
/// that is common, elsewhere it is a slip.
void YamlBuilder::check_colon(OpenCollection& mapping) {
  const NodeData& key = document_.nodes[mapping.keys.back()];
  const auto glued =
      key.style == Style::plain ? scan::glued_colon(key.text) : std::nullopt;
  if (glued) {
    report_glued_colon(text_, document_.file, key.begin, *glued, found_);
  } else if (!mapping.is_flow) {
    found_
        .report(problems::no_colon, span(key.begin, key.end),
                unicode::prefix(key.text, 20))
        .help(problems::key_form);
  } else {
    return;
  }
  mapping.unsound = key.begin;
}

/// Keys that read the same are the same, whatever their width.
void YamlBuilder::check_keys(const OpenCollection& mapping) {
  std::map<std::string, std::uint32_t> first;
  for (const std::uint32_t node : mapping.keys) {
    const NodeData& key = document_.nodes[node];
    if (key.text.empty()) continue;
    const auto [known, is_new] = first.emplace(unicode::nfkc(key.text), node);
    if (is_new) continue;
    const NodeData& before = document_.nodes[known->second];
    found_
        .report(problems::duplicate_key, span(key.begin, key.end),
                unicode::prefix(key.text, 40))
        .label(span(before.begin, before.end), problems::first_here);
    if (key.next < document_.nodes.size())
      refused_.push_back({key.begin, key.next, false});
  }
}

/// A plain text over several lines may have taken in a line that was meant to
/// be a key or an item; one on the line below its key may itself be meant so.
void YamlBuilder::check_swallowed(std::uint32_t node) {
  const NodeData& data = document_.nodes[node];
  if (data.kind != Kind::scalar || data.style != Style::plain) return;
  const OpenCollection* const around = parent();
  const bool on_own_line = (!around || around->is_mapping) &&
                           scan::is_first_on_line(text_, data.begin);
  if (!on_own_line && !has_break(data.begin, data.end)) return;
  std::size_t line = on_own_line ? data.begin - columns_.of(data.begin)
                                 : scan::next_line(text_, data.begin);
  for (; line < data.end; line = scan::next_line(text_, line)) {
    const std::size_t at = line + scan::indentation(text_, line);
    if (const auto glued = scan::glued_colon(text_.substr(at))) {
      report_glued_colon(text_, document_.file, at, *glued, found_);
    } else if (at + 1 < data.end && text_[at] == '-' &&
               scan::is_blank(text_[at + 1])) {
      found_.report(problems::swallowed_item, span(at, at + 1))
          .help(problems::align_items);
    } else {
      continue;
    }
    refused_.push_back({data.begin, node, true});
  }
}

std::optional<std::size_t> YamlBuilder::finish() {
  std::size_t at = scan::skip_space(text_, cursor_);
  while (document_.empty() && at < text_.size() && text_[at] == '%') {
    pass(at + 1);
    at = scan::skip_space(text_, cursor_);
  }
  if (document_.empty() && !has_marker_ && at < text_.size() &&
      text_[at] == '-' && scan::is_document_marker(text_, at)) {
    pass(at + 1);
    at = scan::skip_space(text_, cursor_);
  }
  pass(at);
  if (at >= text_.size()) return std::nullopt;
  return at;
}

void YamlBuilder::abandon() {
  while (!open_.empty()) {
    if (open_.back().is_mapping && open_.back().wants_value) {
      const std::uint32_t key = open_.back().keys.back();
      open_.back().keys.pop_back();
      open_.back().wants_value = false;
      document_.nodes.resize(key);
    }
    const OpenCollection ended = std::move(open_.back());
    open_.pop_back();
    if (ended.is_mapping) check_keys(ended);
    close(ended.node,
          std::max<std::size_t>(cursor_, document_.nodes[ended.node].begin));
  }
}

source::Span YamlBuilder::span(const Refused& each) const {
  return span(each.begin, std::max<std::size_t>(
                              each.begin, document_.nodes[each.value].end));
}

std::vector<source::Span> YamlBuilder::poisoned() const {
  std::vector<source::Span> spans;
  for (const Refused& each : refused_)
    if (each.value < document_.nodes.size()) spans.push_back(span(each));
  return spans;
}

std::vector<source::Span> YamlBuilder::unread() const {
  std::vector<source::Span> spans;
  for (const Refused& each : refused_)
    if (each.hides_key && each.value < document_.nodes.size())
      spans.push_back(span(each));
  return spans;
}

}  // namespace catalog::syntax
