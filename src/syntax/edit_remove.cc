#include <algorithm>

#include "syntax/edit.h"
#include "syntax/edit_place.h"
#include "syntax/trivia.h"
#include "syntax/yaml_scan.h"

namespace catalog::syntax {
namespace {

using source::Edits;
using Offset = std::uint32_t;

/// A run of children in flow style, `end` behind its last one.
void remove_in_flow(const Document& document, const std::vector<Unit>& units,
                    std::size_t first, std::size_t end, Edits& edits) {
  const std::string_view bytes = document.bytes;
  if (end < units.size()) {
    edits.push_back(edit(document, units[first].begin, units[end].begin, ""));
    return;
  }
  const Offset before = units[first - 1].end;
  const Offset begin = units[first].begin;
  std::size_t behind = units[end - 1].end;
  if (find_sign(bytes, before, begin, '#') == begin) {
    edits.push_back(edit(document, before, behind, ""));
    return;
  }
  const Offset comma = find_sign(bytes, before, begin, ',');
  edits.push_back(edit(document, comma, comma + 1, ""));
  const std::size_t line_end = scan::line_end(bytes, behind);
  if (find_sign(bytes, static_cast<Offset>(behind),
                static_cast<Offset>(line_end), ']') == line_end)
    behind = line_end;
  edits.push_back(edit(document, end_of_line_above(bytes, begin), behind, ""));
}

/// The same in block style: whole lines, with the blank ones behind them, or
/// those before where nothing follows.
void remove_in_block(const Document& document, const std::vector<Unit>& units,
                     std::size_t first, std::size_t end, Edits& edits) {
  const std::string_view bytes = document.bytes;
  std::size_t begin = units[first].begin;
  std::size_t to = scan::next_line(bytes, units[end - 1].end);
  const bool is_last = end == units.size();
  if (!is_last)
    while (to < bytes.size() && ends_line(bytes, to))
      to = scan::next_line(bytes, to);
  if (!scan::is_first_on_line(bytes, begin)) {
    // Behind a dash: what is left moves up to it.
    while (scan::is_blank(bytes[to])) ++to;
    edits.push_back(edit(document, begin, to, ""));
    return;
  }
  begin = scan::line_begin(bytes, begin);
  while (is_last && is_below_blank_line(bytes, static_cast<Offset>(begin)))
    begin = scan::line_begin(bytes, begin - 1);
  if (to == bytes.size() && !bytes.ends_with('\n')) {
    begin = end_of_line_above(bytes, begin);
  }
  edits.push_back(edit(document, begin, to, ""));
}

}  // namespace

Edits remove(const std::vector<Node>& children) {
  Edits edits;
  if (children.empty()) return edits;
  const Node collection = *place_of(children.front()).parent;
  const auto units = units_of(collection);
  const auto goes = [&](const Unit& unit) {
    return std::find(children.begin(), children.end(), unit.node) !=
           children.end();
  };
  if (std::all_of(units.begin(), units.end(), goes))
    return replace_value(collection, {collection.kind(), {}, false, {}, {}});
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (!goes(units[i])) continue;
    const std::size_t first = i;
    while (i < units.size() && goes(units[i])) ++i;
    if (collection.style() == Style::flow)
      remove_in_flow(collection.document(), units, first, i, edits);
    else
      remove_in_block(collection.document(), units, first, i, edits);
  }
  return edits;
}

Edits remove(Node child) { return remove(std::vector<Node>{child}); }

}  // namespace catalog::syntax
