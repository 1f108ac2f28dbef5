#include "syntax/draft.h"

#include <algorithm>

#include "syntax/quoting.h"
#include "syntax/trivia.h"
#include "syntax/yaml_scan.h"
#include "unicode/classes.h"
#include "unicode/utf8.h"
#include "unicode/width.h"

namespace catalog::syntax {
namespace {

using Text = std::string_view;

std::string scalar(const Draft& draft, Surroundings surroundings) {
  return draft.is_literal ? draft.text
                          : quoted_if_needed(draft.text, surroundings);
}

/// A word such as an id or a code: a list of them reads well on one line.
bool is_word(const Draft& draft) {
  return draft.kind == Kind::scalar && !draft.text.empty() &&
         std::all_of(draft.text.begin(), draft.text.end(), [](char byte) {
           return byte > ' ' && byte < 0x7F &&
                  Text(",[]{}'\"\\").find(byte) == Text::npos;
         });
}

bool is_flow(const Draft& draft, std::size_t taken) {
  if (draft.values.empty()) return true;
  return draft.kind == Kind::sequence &&
         std::all_of(draft.values.begin(), draft.values.end(), is_word) &&
         taken + unicode::width(flow_text(draft)) <= line_width;
}

/// What a literal scalar holds as it is: lines of printable characters.
bool is_literal_text(Text text) {
  if (text.find('\n') == Text::npos || text[0] == ' ' || text[0] == '\n')
    return false;
  constexpr char32_t byte_order_mark = 0xFEFF;
  for (const char32_t value : unicode::CodePoints(text))
    if (value != '\n' &&
        (value == '\t' || value == '\r' || value == byte_order_mark ||
         unicode::is_control(value) || unicode::is_bidi_control(value)))
      return false;
  return true;
}

Written scalar_or_flow(const Draft& draft, std::size_t column,
                       std::size_t taken) {
  if (draft.kind != Kind::scalar) {
    if (is_flow(draft, taken)) return {flow_text(draft), {}};
    return {};
  }
  if (Written literal = literal_scalar(draft.text, column + 2);
      !literal.head.empty() && !draft.is_literal)
    return literal;
  return {scalar(draft, Surroundings::block), {}};
}

/// `begin` and what is written behind it.
void add(std::vector<std::string>& lines, std::string begin, Written written) {
  if (!written.head.empty()) begin += " " + written.head;
  lines.push_back(std::move(begin));
  for (std::string& line : written.lines) lines.push_back(std::move(line));
}

}  // namespace

Draft Draft::of(std::string text) {
  return {Kind::scalar, std::move(text), false, {}, {}};
}

Draft Draft::literal(std::string text) {
  return {Kind::scalar, std::move(text), true, {}, {}};
}

Draft Draft::list(std::vector<Draft> items) {
  return {Kind::sequence, {}, false, {}, std::move(items)};
}

Draft Draft::mapping(std::vector<std::pair<std::string, Draft>> entries) {
  Draft draft{Kind::mapping, {}, false, {}, {}};
  for (std::pair<std::string, Draft>& entry : entries) {
    draft.keys.push_back(std::move(entry.first));
    draft.values.push_back(std::move(entry.second));
  }
  return draft;
}

Indents indents_of(const Document& document) {
  Indents indents;
  bool has_sequence = false, has_mapping = false;
  const std::string_view bytes = document.bytes;
  const auto& nodes = document.nodes;
  for (std::size_t i = 1; i + 1 < nodes.size(); ++i) {
    const NodeData& key = nodes[i];
    const NodeData& value = nodes[i + 1];
    if (key.kind != Kind::scalar || value.style != Style::block ||
        find_sign(bytes, key.end, value.begin, ':') == value.begin)
      continue;
    const std::size_t depth =
        scan::column(bytes, value.begin) - scan::column(bytes, key.begin);
    bool& has = value.kind == Kind::sequence ? has_sequence : has_mapping;
    if (!has)
      (value.kind == Kind::sequence ? indents.sequence : indents.mapping) =
          depth;
    has = true;
    if (has_sequence && has_mapping) break;
  }
  return indents;
}

std::string flow_text(const Draft& draft) {
  if (draft.kind == Kind::scalar) return scalar(draft, Surroundings::flow);
  const bool is_mapping = draft.kind == Kind::mapping;
  std::string text;
  for (std::size_t i = 0; i < draft.values.size(); ++i) {
    if (i > 0) text += ", ";
    if (is_mapping)
      text += quoted_if_needed(draft.keys[i], Surroundings::flow) + ": ";
    text += flow_text(draft.values[i]);
  }
  return (is_mapping ? "{" : "[") + text + (is_mapping ? "}" : "]");
}

Written literal_scalar(Text text, std::size_t column) {
  // With `|+` the blank lines that follow in the file would be its own.
  if (text.empty() || text.ends_with("\n\n") || !is_literal_text(text))
    return {};
  Written written{text.ends_with('\n') ? "|" : "|-", {}};
  if (text.ends_with('\n')) text.remove_suffix(1);
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const Text line = text.substr(at, end - at);
    written.lines.push_back(line.empty()
                                ? std::string()
                                : std::string(column, ' ') + std::string(line));
    at = end + 1;
  }
  return written;
}

Written written_value(const Draft& draft, std::size_t column,
                      const Indents& indents, std::size_t taken) {
  Written written = scalar_or_flow(draft, column, taken);
  if (!written.head.empty()) return written;
  const std::size_t inner =
      column +
      (draft.kind == Kind::sequence ? indents.sequence : indents.mapping);
  written.lines = block_lines(draft, inner, indents);
  written.lines.front().insert(0, inner, ' ');
  return written;
}

Written written_item(const Draft& draft, std::size_t column,
                     const Indents& indents, std::size_t taken) {
  Written written = scalar_or_flow(draft, column, taken);
  if (!written.head.empty()) return written;
  written.lines = block_lines(draft, column + 2, indents);
  written.head = std::move(written.lines.front());
  written.lines.erase(written.lines.begin());
  return written;
}

std::vector<std::string> block_lines(const Draft& collection,
                                     std::size_t column,
                                     const Indents& indents) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < collection.values.size(); ++i) {
    const Draft& value = collection.values[i];
    const std::string indentation(i == 0 ? 0 : column, ' ');
    if (collection.kind == Kind::sequence) {
      add(lines, indentation + "-",
          written_item(value, column, indents, column + 2));
      continue;
    }
    const std::string key =
        quoted_if_needed(collection.keys[i], Surroundings::block) + ":";
    add(lines, indentation + key,
        written_value(value, column, indents,
                      column + unicode::width(key) + 1));
  }
  return lines;
}

}  // namespace catalog::syntax
