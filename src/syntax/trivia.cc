#include "syntax/trivia.h"

#include <algorithm>

#include "syntax/yaml_scan.h"

namespace catalog::syntax {
namespace {

using scan::is_blank;
using scan::is_break;

bool begins_comment(std::string_view bytes, std::size_t at) {
  return bytes[at] == '#' &&
         (at == 0 || is_blank(bytes[at - 1]) || is_break(bytes[at - 1]));
}

std::uint32_t narrow(std::size_t at) { return static_cast<std::uint32_t>(at); }

Comment comment_at(std::string_view bytes, std::size_t at) {
  std::size_t end = scan::line_end(bytes, at);
  while (is_blank(bytes[end - 1])) --end;
  return {narrow(at), narrow(end), scan::is_first_on_line(bytes, at)};
}

/// Those between two places that lie outside of scalars.
void add_comments(std::string_view bytes, std::size_t begin, std::size_t end,
                  std::vector<Comment>& comments) {
  for (std::size_t at = begin; at < end; ++at)
    if (begins_comment(bytes, at)) {
      comments.push_back(comment_at(bytes, at));
      at = comments.back().end;
    }
}

/// What no comment is looked for in, from place to place.
struct Range {
  std::size_t begin, end;
};

std::vector<Range> closed_ranges(const Document& document) {
  std::vector<Range> ranges;
  for (const NodeData& node : document.nodes) {
    if (node.kind != Kind::scalar || node.begin == node.end) continue;
    std::size_t begin = node.begin;
    if (node.style == Style::literal || node.style == Style::folded)
      begin = std::min<std::size_t>(scan::line_end(document.bytes, begin),
                                    node.end);
    ranges.push_back({begin, node.end});
  }
  for (const source::Span& skipped : document.skipped)
    ranges.push_back({skipped.begin, skipped.end});
  std::sort(ranges.begin(), ranges.end(),
            [](const Range& a, const Range& b) { return a.begin < b.begin; });
  return ranges;
}

}  // namespace

std::vector<Comment> comments_of(const Document& document) {
  std::vector<Comment> comments;
  if (document.notation == Notation::json) return comments;
  std::size_t at = 0;
  for (const Range& range : closed_ranges(document)) {
    if (range.begin > at)
      add_comments(document.bytes, at, range.begin, comments);
    at = std::max(at, range.end);
  }
  add_comments(document.bytes, at, document.bytes.size(), comments);
  return comments;
}

bool is_below_blank_line(std::string_view bytes, std::uint32_t at) {
  const std::size_t begin = scan::line_begin(bytes, at);
  if (begin == 0) return false;
  std::size_t above = begin - 1;
  if (bytes[above] == '\n' && above > 0 && bytes[above - 1] == '\r') --above;
  const std::string_view line =
      bytes.substr(0, above).substr(scan::line_begin(bytes, above));
  return std::all_of(line.begin(), line.end(), is_blank);
}

std::uint32_t find_sign(std::string_view bytes, std::uint32_t begin,
                        std::uint32_t end, char wanted) {
  for (std::size_t at = begin; at < end; ++at) {
    if (bytes[at] == wanted) return narrow(at);
    if (begins_comment(bytes, at)) at = scan::line_end(bytes, at);
  }
  return end;
}

}  // namespace catalog::syntax
