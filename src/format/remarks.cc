#include "format/remarks.h"

#include <algorithm>
#include <optional>

#include "syntax/yaml_scan.h"

namespace catalog::format {
namespace {

using syntax::Comment;
using syntax::Document;
using syntax::is_below_blank_line;
using syntax::Kind;
using syntax::Node;
using syntax::NodeData;
using syntax::Style;
namespace scan = syntax::scan;

constexpr std::string_view editor_line = "# yaml-language-server:";

bool is_block(const NodeData& node) {
  return node.kind != Kind::scalar && node.style == Style::block;
}

}  // namespace

Attached::Attached(const Document& document)
    : document_(document), roles_(document.nodes.size()) {
  learn_roles();
  const std::vector<Comment> comments = comments_of(document);
  for (std::size_t i = take_header(comments); i < comments.size(); ++i)
    attach(comments[i]);
}

void Attached::learn_roles() {
  for (std::uint32_t i = 0; i < document_.nodes.size(); ++i) {
    const Node node(document_, i);
    for (const Node item : node.items()) roles_[item.index()].parent = i;
    for (const syntax::Entry entry : node.entries()) {
      roles_[entry.key.index()].parent = i;
      roles_[entry.value.index()] = {i, true};
    }
  }
}

std::string_view Attached::text(const Comment& comment) const {
  return document_.bytes.substr(comment.begin, comment.end - comment.begin);
}

Remark Attached::remark(const Comment& comment) const {
  return {
      text(comment),
      comment.is_alone && is_below_blank_line(document_.bytes, comment.begin)};
}

/// How many of the comments are the header.
std::size_t Attached::take_header(const std::vector<Comment>& comments) {
  std::size_t before = 0;
  while (before < comments.size() && comments[before].is_alone &&
         (document_.empty() || comments[before].end <= data(0).begin))
    ++before;
  std::size_t count = document_.empty() || !is_block(data(0)) ? before : 0;
  for (std::size_t i = 0; i < before && count < before; ++i) {
    const std::uint32_t next =
        i + 1 < before ? comments[i + 1].begin : data(0).begin;
    if (is_below_blank_line(document_.bytes, next) ||
        (count == i && text(comments[i]).starts_with(editor_line)))
      count = i + 1;
  }
  for (std::size_t i = 0; i < count; ++i)
    header_.push_back(remark(comments[i]));
  if (count > 0 && !document_.empty())
    is_blank_below_header_ = is_below_blank_line(
        document_.bytes,
        count < before ? comments[count].begin : data(0).begin);
  return count;
}

void Attached::attach(const Comment& comment) {
  const auto& nodes = document_.nodes;
  const auto next = static_cast<std::uint32_t>(
      std::partition_point(
          nodes.begin(), nodes.end(),
          [&](const NodeData& node) { return node.begin < comment.end; }) -
      nodes.begin());
  if (comment.is_alone)
    attach_alone(comment, next);
  else
    attach_behind(comment, next);
}

/// Above the entry or item that begins next; below all where none does.
void Attached::put_above(const Comment& comment, std::uint32_t next) {
  if (next == document_.nodes.size()) {
    remarks_[0].below.push_back(remark(comment));
    return;
  }
  while ((next == 0 || roles_[next].is_value) && is_block(data(next))) ++next;
  remarks_[next].above.push_back(remark(comment));
}

void Attached::put_behind(const Comment& comment, std::uint32_t node) {
  std::size_t begin = comment.begin;
  if (!comment.is_alone)
    while (scan::is_blank(document_.bytes[begin - 1])) --begin;
  std::string& behind = remarks_[node].behind;
  behind.append(std::max<std::size_t>(comment.begin - begin, 1), ' ');
  behind += text(comment);
}

/// At the end of a collection; an empty one has room on its line only.
void Attached::put_below(const Comment& comment, std::uint32_t collection) {
  if (data(collection).count == 0)
    put_behind(comment, collection);
  else
    remarks_[collection].below.push_back(remark(comment));
}

void Attached::attach_behind(const Comment& comment, std::uint32_t next) {
  if (next == 0) return put_above(comment, next);
  std::uint32_t node = next - 1;
  while (node > 0 && data(roles_[node].parent).style == Style::flow &&
         data(roles_[node].parent).end <= comment.begin)
    node = roles_[node].parent;
  const NodeData& before = data(node);
  const bool is_open =
      before.kind != Kind::scalar && before.end > comment.begin;
  const bool is_block_scalar =
      before.style == Style::literal || before.style == Style::folded;
  if (is_open && before.style == Style::flow && next >= before.next) {
    put_below(comment, node);
  } else if (is_open || (!is_block_scalar &&
                         !scan::is_same_line(document_.bytes, before.end,
                                             comment.begin))) {
    put_above(comment, next);
  } else {
    put_behind(comment, node);
  }
}

void Attached::attach_alone(const Comment& comment, std::uint32_t next) {
  const bool is_last = next == document_.nodes.size();
  const std::size_t column = scan::column(document_.bytes, comment.begin);
  // Where the following entry or item begins, one column less.
  std::optional<std::size_t> floor;
  if (!is_last && next > 0)
    floor = scan::column(document_.bytes, is_block(data(roles_[next].parent))
                                              ? data(roles_[next].parent).begin
                                              : data(next).begin);
  std::optional<std::uint32_t> closed;
  for (std::uint32_t node = next; node > 0;) {
    node = node == next ? next - 1 : roles_[node].parent;
    const NodeData& each = data(node);
    if (each.end > comment.begin) {
      if (each.style == Style::flow && next >= each.next) closed = node;
      if (each.style == Style::flow && next < each.next) closed.reset();
      break;
    }
    const std::size_t own = scan::column(document_.bytes, each.begin);
    if (is_block(each) && own <= column && (!floor || own > *floor) &&
        (!closed || own >= scan::column(document_.bytes, data(*closed).begin)))
      closed = node;
  }
  if (closed)
    put_below(comment, *closed);
  else
    put_above(comment, next);
}

const Remarks& Attached::of(Node node) const {
  static const Remarks none;
  const auto found = remarks_.find(node.index());
  return found == remarks_.end() ? none : found->second;
}

bool Attached::is_inside(Node collection) const {
  if (!of(collection).below.empty()) return true;
  for (std::uint32_t i = collection.index() + 1; i < collection.next().index();
       ++i)
    if (remarks_.contains(i)) return true;
  return false;
}

/// Of several on one line, as in flow style, none but the first is below it.
bool Attached::is_after_blank(Node unit) const {
  const std::string_view bytes = document_.bytes;
  std::uint32_t first = unit.span().begin;
  while (first > 0 &&
         (scan::is_blank(bytes[first - 1]) || bytes[first - 1] == '-'))
    --first;
  return scan::begins_line(bytes, first) && is_below_blank_line(bytes, first);
}

}  // namespace catalog::format
