#include "unit/syntax/readers.h"

#include <fmt/format.h>

#include <algorithm>

#include "source/lines.h"
#include "syntax/strict_reader.h"
#include "syntax/yaml_reader.h"

namespace catalog::syntax {
namespace {

using diagnostics::Diagnostic;
using diagnostics::Diagnostics;
using diagnostics::Language;

/// The findings, one after the other: `line:column code`.
std::string codes(const Diagnostics& found, const Document& document) {
  const source::Lines lines(document.bytes);
  std::string text;
  for (const Diagnostic& each : found.sorted()) {
    const auto at = lines.position(each.span.begin);
    text += fmt::format(" {}:{} {}", at.line, at.column, each.code);
  }
  return text.empty() ? " nothing" : text;
}

std::string words(const NodeData& node) {
  return fmt::format("{}-{} kind {} style {} next {} count {} `{}`", node.begin,
                     node.end, static_cast<int>(node.kind),
                     static_cast<int>(node.style), node.next, node.count,
                     node.text);
}

std::string_view without_breaks(std::string_view text) {
  const std::size_t last = text.find_last_not_of('\n');
  return text.substr(0, last == text.npos ? 0 : last + 1);
}

/// Whether the trees differ in nothing but the line breaks that texts end in.
bool differ_in_last_breaks(const Document& a, const Document& b) {
  return std::equal(
      a.nodes.begin(), a.nodes.end(), b.nodes.begin(), b.nodes.end(),
      [](const NodeData& x, const NodeData& y) {
        const bool may_break = x.style == Style::folded ||
                               x.style == Style::single_quoted ||
                               x.style == Style::double_quoted;
        return x.begin == y.begin && x.style == y.style &&
               (x.text == y.text || (may_break && without_breaks(x.text) ==
                                                      without_breaks(y.text)));
      });
}

/// Whether yaml-cpp is known to take what the strict reader refuses so.
bool is_rightly_refused(const Diagnostic& found, std::string_view text) {
  const std::size_t at = found.span.begin;
  const std::string_view rest = text.substr(at);
  const std::size_t before =
      at == 0 ? text.npos : text.find_last_not_of(" \t\r\n", at - 1);
  const char last = before == text.npos ? '\0' : text[before];
  if (found.code == "unclosed-bracket") {
    if (found.labels.empty()) return false;
    const std::size_t stop = found.labels[0].span.begin;
    const std::size_t line = text.find_last_not_of(" \t", stop - 1);
    return line != text.npos && (text[line] == '\n' || text[line] == '\r');
  }
  if (found.code == "syntax" || found.code == "text-after-quote")
    return rest.starts_with('#') ||
           (rest.starts_with(',') &&
            (last == ',' || last == '[' || last == '{' || last == ':'));
  if (found.code == "tab") return text.find_first_of("\"'") != text.npos;
  if (found.code == "odd-escape") return rest.starts_with("\\'");
  if (found.code == "odd-start")
    return rest.starts_with('-') || rest.starts_with('?') ||
           rest.starts_with('#');
  if (found.code == "missing-colon") return last == ':';
  if (found.code == "indentation") {
    // Less indented than the blank lines before it.
    const std::size_t line = text.rfind('\n', at) + 1;
    for (std::size_t end = line; end > 1; end = text.rfind('\n', end - 2) + 1) {
      const std::size_t begin = text.rfind('\n', end - 2) + 1;
      const std::string_view above = text.substr(begin, end - 1 - begin);
      if (above.find_first_not_of(" \t\r") != text.npos) return false;
      if (above.size() > at - line) return true;
      if (begin == 0) return false;
    }
    return false;
  }
  return false;
}

/// Whether a file is nothing but the text of a block, below comments.
bool is_block_text(std::string_view text) {
  constexpr std::string_view passed = " \t\r\n-\xEF\xBB\xBF";
  std::size_t first = text.find_first_not_of(passed);
  while (first != text.npos && text[first] == '#')
    first = text.find_first_not_of(passed, text.find_first_of("\r\n", first));
  return first != text.npos && (text[first] == '|' || text[first] == '>');
}

/// Whether a key between braces goes over several lines.
bool has_spread_key(const Document& document) {
  for (std::uint32_t i = 0; i < document.nodes.size(); ++i)
    for (const auto [key, value] : Node(document, i).entries())
      if (const auto span = key.span();
          document.bytes.substr(span.begin, span.end - span.begin).find('\n') !=
          std::string_view::npos)
        return true;
  return false;
}

/// Whether yaml-cpp is known to refuse what may be in such a text.
bool may_be_refused_wrongly(const Document& document) {
  const std::string_view text = document.bytes;
  if (has_spread_key(document)) return true;
  for (const std::string_view sign : {"?", ":[", ":{"})
    if (text.find(sign) != text.npos) return true;
  bool is_first = false;  // on its line
  for (const char each : text) {
    if (is_first && (each == ':' || each == '}' || each == ',')) return true;
    if (each == '\n' || each == '\r')
      is_first = true;
    else if (each != ' ' && each != '\t')
      is_first = false;
  }
  return false;
}

}  // namespace

Readings::Readings(std::string_view text)
    : strict_found(Language::en), reference_found(Language::en) {
  const auto file = tree.add("a.yaml", std::string(text));
  strict = read(tree, file, strict_found, Reader::strict);
  reference = read(tree, file, reference_found, Reader::yaml_cpp);
}

std::string difference(const Readings& readings) {
  const Document& strict = readings.strict;
  const Document& reference = readings.reference;
  const bool is_whole = strict.skipped.empty() && reference.skipped.empty();
  const bool finds_alike =
      readings.strict_found.sorted() == readings.reference_found.sorted();
  if (readings.strict_found.has_errors() !=
          readings.reference_found.has_errors() ||
      (is_whole && !finds_alike))
    return "strict finds" + codes(readings.strict_found, strict) +
           "; yaml-cpp" + codes(readings.reference_found, reference);
  if (!is_whole) return "";
  if (strict.nodes.size() != reference.nodes.size())
    return fmt::format("strict reads {} nodes; yaml-cpp {}",
                       strict.nodes.size(), reference.nodes.size());
  for (std::size_t i = 0; i < strict.nodes.size(); ++i) {
    const std::string own = words(strict.nodes[i]);
    const std::string other = words(reference.nodes[i]);
    if (own != other) return "strict reads " + own + "; yaml-cpp " + other;
  }
  return "";
}

bool is_departure(const Readings& readings) {
  const std::string_view text = readings.strict.bytes;
  if (is_block_text(text)) return true;
  const auto refused = readings.strict_found.sorted();
  const auto reference = readings.reference_found.sorted();
  if (refused == reference &&
      differ_in_last_breaks(readings.strict, readings.reference))
    return true;
  if (!refused.empty())
    return std::any_of(refused.begin(), refused.end(), [&](const auto& each) {
      return is_rightly_refused(each, text);
    });
  return may_be_refused_wrongly(readings.strict);
}

}  // namespace catalog::syntax
