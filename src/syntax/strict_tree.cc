// What the strict parser makes of what it read: nodes, and what is said of
// them.

#include <algorithm>
#include <map>

#include "syntax/recovery.h"
#include "syntax/strict_parser.h"
#include "syntax/yaml_problems.h"
#include "syntax/yaml_scan.h"
#include "syntax/yaml_slips.h"
#include "unicode/normal.h"
#include "unicode/utf8.h"

namespace catalog::syntax {
namespace {

/// Mappings of up to so many keys are compared each with each.
constexpr std::uint32_t few_keys = 24;

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char each) { return (each & 0x80) == 0; });
}

}  // namespace

bool StrictParser::open(Kind kind, Style style, std::size_t begin) {
  if (depth_ == max_depth) return fail(StrictReason::too_deep, begin);
  StrictFrame& frame = frames_[depth_++];
  frame = {};
  frame.node = static_cast<std::uint32_t>(document_.nodes.size());
  frame.column = static_cast<std::uint32_t>(begin - line_);
  frame.is_mapping = kind == Kind::mapping;
  frame.is_flow = style == Style::flow;
  frame.wants = StrictFrame::Wants::entry;
  if (!frame.is_flow) block_column_ = frame.column;
  NodeData& node = document_.nodes.emplace_back();
  node.begin = static_cast<std::uint32_t>(begin);
  node.kind = kind;
  node.style = style;
  return true;
}

/// The innermost collection is whole: it is a value of the one around it.
void StrictParser::close(std::size_t end) {
  const StrictFrame& frame = frames_[--depth_];
  NodeData& node = document_.nodes[frame.node];
  node.end = static_cast<std::uint32_t>(end);
  end_ = end;
  node.next = static_cast<std::uint32_t>(document_.nodes.size());
  node.count = frame.count;
  if (!frame.is_flow) {
    closed_ = frame;
    block_column_ = -1;
    for (std::size_t i = depth_; i > 0 && block_column_ < 0; --i)
      if (!frames_[i - 1].is_flow) block_column_ = frames_[i - 1].column;
  }
  if (frame.is_mapping && frame.count > 1) check_keys(frame.node);
  value_done();
}

void StrictParser::close_block() {
  if (top().wants == Wants::value) add_empty(top().after);
  close(end_);
}

void StrictParser::value_done() {
  if (depth_ == 0) return;
  ++top().count;
  top().wants = top().is_flow ? Wants::nothing : Wants::entry;
}

void StrictParser::add(const StrictScalar& scalar) {
  NodeData& node = document_.nodes.emplace_back();
  node.begin = static_cast<std::uint32_t>(scalar.begin);
  node.end = static_cast<std::uint32_t>(scalar.end);
  node.next = static_cast<std::uint32_t>(document_.nodes.size());
  node.style = scalar.style;
  node.text = scalar.text;
  end_ = scalar.end;
  closed_.reset();
  const auto first =
      static_cast<std::size_t>(scalar.text.data() - text_.data());
  if (!is_copy_ || first > text_.size()) return;
  const std::string_view written =
      document_.bytes.substr(first, scalar.text.size());
  node.text = written == scalar.text
                  ? written
                  : document_.arena.emplace_back(scalar.text);
}

/// A value that is not written, right behind its colon or dash.
void StrictParser::add_empty(std::size_t at) {
  StrictScalar scalar;
  scalar.begin = scalar.end = at;
  scalar.text = text_.substr(at, 0);
  add(scalar);
  value_done();
}

void StrictParser::report_repeated(std::uint32_t key, std::uint32_t first) {
  const NodeData& again = document_.nodes[key];
  const NodeData& before = document_.nodes[first];
  // A file with more of them was not written by anybody; they are counted.
  constexpr std::size_t most_repeated = 1000;
  if (++repeated_ > most_repeated)
    ++unlisted_;
  else
    found_
        .report(problems::duplicate_key, span(again.begin, again.end),
                unicode::prefix(again.text, 40))
        .label(span(before.begin, before.end), problems::first_here);
  poisoned_.push_back(span(again.begin, document_.nodes[again.next].end));
}

/// Keys that read the same are the same, whatever their width.
void StrictParser::check_all_keys(std::uint32_t mapping) {
  std::map<std::string, std::uint32_t> first;
  const std::uint32_t end = document_.nodes[mapping].next;
  for (std::uint32_t key = mapping + 1; key < end;
       key = document_.nodes[document_.nodes[key].next].next) {
    const std::string_view text = document_.nodes[key].text;
    if (text.empty()) continue;
    const auto [known, is_new] = first.emplace(
        is_ascii(text) ? std::string(text) : unicode::nfkc(text), key);
    if (!is_new) report_repeated(key, known->second);
  }
}

/// Most mappings have a few ASCII keys, all different.
void StrictParser::check_keys(std::uint32_t mapping) {
  const auto& nodes = document_.nodes;
  const NodeData& whole = nodes[mapping];
  if (whole.count > few_keys) return check_all_keys(mapping);
  std::array<std::string_view, few_keys> keys;
  std::size_t count = 0;
  for (std::uint32_t key = mapping + 1; key < whole.next;
       key = nodes[nodes[key].next].next) {
    const std::string_view text = nodes[key].text;
    if (!is_ascii(text)) return check_all_keys(mapping);
    for (std::size_t i = 0; i < count; ++i)
      if (keys[i] == text && !text.empty()) return check_all_keys(mapping);
    keys[count++] = text;
  }
}

/// Anchors and tags, with the blanks behind them.
void StrictParser::pass_properties(bool is_flow) {
  while (has_property()) {
    const std::size_t begin = at_;
    at_ = report_left_out(text_, document_.file, begin, is_flow, found_);
    refuse_next(begin, at_, false);
    if (depth_ > 0) top().after = static_cast<std::uint32_t>(at_);
    skip_blanks();
  }
}

void StrictParser::read_alias(StrictScalar& scalar, bool is_flow) {
  at_ = report_left_out(text_, document_.file, scalar.begin, is_flow, found_);
  scalar.end = at_;
  scalar.text = text_.substr(scalar.begin, at_ - scalar.begin);
  refuse_next(scalar.begin, at_, false);
}

void StrictParser::report_merge(const NodeData& key) {
  found_.report(problems::merge_key, span(key.begin, key.end))
      .help(problems::write_keys);
  refuse_next(key.begin, key.end, true);
}

/// The node that comes next is unknown, with what stands from `begin` on.
void StrictParser::refuse_next(std::size_t begin, std::size_t end,
                               bool hides_key) {
  refused_.push_back(
      {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
       static_cast<std::uint32_t>(document_.nodes.size()), hides_key});
}

void StrictParser::settle_refused() {
  for (const Refused& each : refused_) {
    if (each.node >= document_.nodes.size()) continue;
    const NodeData& node = document_.nodes[each.node];
    const auto all =
        span(std::min(each.begin, node.begin), std::max(each.end, node.end));
    poisoned_.push_back(all);
    if (each.hides_key) unread_.push_back(all);
  }
}

/// A key between braces that has no colon may have a glued one.
void StrictParser::check_glued_key(std::uint32_t key) {
  const NodeData& node = document_.nodes[key];
  if (node.style != Style::plain) return;
  const auto glued = scan::glued_colon(node.text);
  if (!glued) return;
  report_glued_colon(text_, document_.file, node.begin, *glued, found_);
  refuse(node);
}

/// A text in which a key or an item was meant.
void StrictParser::refuse(const NodeData& node) {
  poisoned_.push_back(span(node.begin, node.end));
  unread_.push_back(span(node.begin, node.end));
}

/// A plain text over several lines may have taken in a line that was meant to
/// be a key or an item; one on the line below its key may itself be meant so.
void StrictParser::check_swallowed(const NodeData& node, bool is_own_line) {
  std::size_t line = is_own_line ? scan::line_begin(text_, node.begin)
                                 : scan::next_line(text_, node.begin);
  for (; line < node.end; line = scan::next_line(text_, line)) {
    const std::size_t at = line + scan::indentation(text_, line);
    if (const auto glued = scan::glued_colon(text_.substr(at)))
      report_glued_colon(text_, document_.file, at, *glued, found_);
    else if (at + 1 < node.end && text_[at] == '-' &&
             scan::is_blank(text_[at + 1]))
      found_.report(problems::swallowed_item, span(at, at + 1))
          .help(problems::align_items);
    else
      continue;
    refuse(node);
  }
}

void StrictParser::abandon() {
  while (depth_ > 0) {
    const bool has_key = top().is_mapping && (top().wants == Wants::value ||
                                              top().wants == Wants::colon);
    auto& nodes = document_.nodes;
    if (has_key) {
      nodes.pop_back();
      top().wants = Wants::entry;
    }
    std::uint32_t end = nodes[top().node].begin;
    for (std::size_t i = top().node; i < nodes.size(); ++i)
      end = std::max(end, nodes[i].end);
    close(end);
  }
  settle_refused();
}

}  // namespace catalog::syntax
