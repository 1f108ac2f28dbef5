#include <algorithm>
#include <cassert>

#include "syntax/edit.h"
#include "syntax/edit_place.h"
#include "syntax/quoting.h"
#include "syntax/yaml_scan.h"

namespace catalog::syntax {
namespace {

using source::Edits;
using Offset = std::uint32_t;

/// Whether the children of a flow collection stand on lines of their own.
bool is_spread(const Document& document, const std::vector<Unit>& units) {
  return units.size() > 1 &&
         scan::is_first_on_line(document.bytes, units.back().begin);
}

const Unit& unit_of(const std::vector<Unit>& units, std::optional<Node> node) {
  const auto found =
      node ? std::find_if(units.begin(), units.end(),
                          [&](const Unit& unit) { return unit.node == *node; })
           : std::prev(units.end());
  assert(found != units.end());
  return *found;
}

/// Whether blank lines stand between the children of a collection.
bool is_airy(const Document& document, const std::vector<Unit>& units) {
  if (units.size() < 2) return false;
  const std::string_view bytes = document.bytes;
  for (std::size_t at = scan::next_line(bytes, units[units.size() - 2].end);
       at < units.back().begin; at = scan::next_line(bytes, at))
    if (scan::line_end(bytes, at) == at || ends_line(bytes, at)) return true;
  return false;
}

/// A block scalar that the end of the file cut short gets a line break from
/// what is written behind it: then it must say that this is not its own.
void keep_last_line(Node last, std::size_t at, Edits& edits) {
  const Document& document = last.document();
  if (at != document.bytes.size() ||
      (last.style() != Style::literal && last.style() != Style::folded) ||
      last.text().ends_with('\n'))
    return;
  const Offset begin = last.span().begin + 1;
  const std::string_view header = document.bytes.substr(begin, 2);
  if (header.find('-') != std::string_view::npos) return;
  const std::size_t keep = header.find('+');
  if (keep == std::string_view::npos)
    edits.push_back(edit(document, begin, begin, "-"));
  else
    edits.push_back(edit(document, begin + keep, begin + keep + 1, "-"));
}

/// Adds lines behind a child of a block collection.
Edits add_below(Node collection, const std::vector<Unit>& units,
                const Unit& after, std::vector<std::string> lines) {
  const Document& document = collection.document();
  const std::size_t at = scan::line_end(document.bytes, after.end);
  lines.front().insert(0, column_of(collection), ' ');
  if (is_airy(document, units)) lines.insert(lines.begin(), std::string());
  Edits edits{edit(document, at, at, below(document, lines))};
  const Offset next = &after == &units.back() ? collection.next().index()
                                              : (&after + 1)->node.index();
  keep_last_line(Node(document, next - 1), at, edits);
  return edits;
}

Edits add_in_flow(const Document& document, const std::vector<Unit>& units,
                  const Unit& after, const std::string& text) {
  std::string separator = ", ";
  if (is_spread(document, units)) {
    separator = "," + std::string(line_break_of(document));
    separator.append(scan::indentation(document.bytes, units.back().begin),
                     ' ');
  }
  return {edit(document, after.end, after.end, separator + text)};
}

/// The blanks between a dash and what stands behind it, as the items have it.
std::size_t gap_of(const Unit& item) {
  const Offset begin = item.node.span().begin;
  const std::string_view bytes = item.node.document().bytes;
  return scan::is_same_line(bytes, item.begin, begin) && begin > item.begin + 1
             ? begin - item.begin - 1
             : 1;
}

}  // namespace

Edits add_item(Node sequence, const Draft& item, std::optional<Node> after) {
  const auto units = units_of(sequence);
  if (units.empty()) return replace_value(sequence, Draft::list({item}));
  const Unit& before = unit_of(units, after);
  const Document& document = sequence.document();
  if (sequence.style() == Style::flow)
    return add_in_flow(document, units, before, flow_text(item));
  const std::size_t gap = gap_of(before), column = column_of(sequence);
  Written now = written_item(item, column + gap - 1, indents_of(document),
                             column + gap + 1);
  now.lines.insert(now.lines.begin(), "-" + std::string(gap, ' ') + now.head);
  return add_below(sequence, units, before, std::move(now.lines));
}

Edits add_entry(Node mapping, std::string_view key, const Draft& value,
                std::optional<Node> after) {
  const auto units = units_of(mapping);
  const std::string name(key);
  if (units.empty())
    return replace_value(mapping, Draft::mapping({{name, value}}));
  const Unit& before = unit_of(units, after);
  const Document& document = mapping.document();
  if (mapping.style() == Style::flow)
    return add_in_flow(
        document, units, before,
        quoted_if_needed(name, Surroundings::flow) + ": " + flow_text(value));
  return add_below(mapping, units, before,
                   block_lines(Draft::mapping({{name, value}}),
                               column_of(mapping), indents_of(document)));
}

Edits append_to_section(const Document& document, std::string_view section,
                        const Draft& item) {
  const Draft list = Draft::list({item});
  const std::string name(section);
  if (document.empty()) {
    const std::string_view bytes = document.bytes;
    std::string text = below(
        document, block_lines(Draft::mapping({{name, list}}), 0, Indents()));
    const std::string line_break(line_break_of(document));
    if (bytes.empty() || bytes.ends_with('\n'))
      text.erase(0, line_break.size());
    return {edit(document, bytes.size(), bytes.size(), text + line_break)};
  }
  for (const Entry entry : document.root().entries())
    if (entry.key.text() == section)
      return entry.value.is_sequence() ? add_item(entry.value, item)
                                       : replace_value(entry.value, list);
  return add_entry(document.root(), section, list);
}

}  // namespace catalog::syntax
