#include "format/scalar.h"

#include <algorithm>

#include "syntax/quoting.h"
#include "syntax/yaml_scan.h"

namespace catalog::format {
namespace {

using syntax::Node;
using syntax::Style;
using syntax::Surroundings;
namespace scan = syntax::scan;
using Text = std::string_view;

Text written(Node node) {
  const auto [file, begin, end] = node.span();
  return node.document().bytes.substr(begin, end - begin);
}

bool is_block_scalar(Node node) {
  return node.style() == Style::literal || node.style() == Style::folded;
}

std::vector<Text> split(Text text) {
  std::vector<Text> lines;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

Text trimmed(Text line) {
  while (!line.empty() && scan::is_blank(line.front())) line.remove_prefix(1);
  while (!line.empty() && scan::is_blank(line.back())) line.remove_suffix(1);
  return line;
}

/// Lines below a first one; those without text stay empty.
void add(Lines& lines, std::size_t column, Text text) {
  lines.push_back(text.empty() ? std::string()
                               : std::string(column, ' ') + std::string(text));
}

/// `|` or `>`; a digit where the text begins with blanks, since the
/// indentation cannot be seen then; how the text ends.
std::string header(Style style, Text text, bool keeps) {
  std::string result = style == Style::literal ? "|" : ">";
  const std::size_t first = text.find_first_not_of('\n');
  if (first != Text::npos && scan::is_blank(text[first])) result += '2';
  if (keeps)
    result += '+';
  else if (!text.ends_with('\n'))
    result += '-';
  return result;
}

bool keeps_blank_lines(Node scalar) {
  const Text text = scalar.text();
  return text.ends_with("\n\n") ||
         (!text.empty() && text.find_first_not_of('\n') == Text::npos);
}

/// The lines of a block scalar as they stand in the file, without its
/// indentation and without blank ones at the end.
std::vector<Text> content_of(Node scalar) {
  std::vector<Text> lines = split(written(scalar));
  lines.erase(lines.begin());
  while (!lines.empty() && trimmed(lines.back()).empty()) lines.pop_back();
  std::size_t depth = Text::npos;
  for (const Text line : lines)
    if (!trimmed(line).empty())
      depth = std::min(depth, line.find_first_not_of(' '));
  for (Text& line : lines) line.remove_prefix(std::min(depth, line.size()));
  return lines;
}

Lines block_scalar(Node scalar, std::size_t column) {
  const Text text = scalar.text();
  const bool keeps = keeps_blank_lines(scalar);
  Lines lines{header(scalar.style(), text, keeps)};
  std::vector<Text> content;
  if (scalar.style() == Style::literal) {
    content = split(text);
    if (text.ends_with('\n') || text.empty()) content.pop_back();
  } else {
    content = content_of(scalar);
    if (keeps)
      content.resize(content.size() + (text.size() - 1 -
                                       std::min(text.find_last_not_of('\n') + 1,
                                                text.size() - 1)));
  }
  for (const Text line : content) add(lines, column, line);
  return lines;
}

}  // namespace

std::optional<std::string> line_of(Node scalar, const Shape& shape,
                                   bool is_in_flow) {
  const Text text = scalar.text(), as_written = written(scalar);
  const Surroundings surroundings =
      is_in_flow ? Surroundings::flow : Surroundings::block;
  if (is_block_scalar(scalar)) return std::nullopt;
  if (as_written.find('\n') != Text::npos) {
    if (!is_in_flow) return std::nullopt;
    return syntax::quoted_like(scalar.style(), text, surroundings);
  }
  if (!scalar.is_plain() || text.empty()) return std::string(as_written);
  const bool is_misread =
      (syntax::is_core_literal(text) && shape.is_always_text(text)) ||
      (syntax::is_old_boolean(text) && shape.is_always_text(text) &&
       !shape.lists(text));
  if (is_misread) return syntax::double_quoted(text);
  if (!syntax::can_be_plain(text, surroundings))
    return syntax::quoted_if_needed(text, surroundings);
  return std::string(as_written);
}

Lines lines_of(Node scalar, std::size_t column) {
  if (is_block_scalar(scalar)) return block_scalar(scalar, column);
  Lines lines;
  for (const Text line : split(written(scalar)))
    add(lines, lines.empty() ? 0 : column, trimmed(line));
  return lines;
}

bool takes_blank_lines(Node node) {
  const Node last(node.document(), node.next().index() - 1);
  return is_block_scalar(last) && keeps_blank_lines(last);
}

}  // namespace catalog::format
