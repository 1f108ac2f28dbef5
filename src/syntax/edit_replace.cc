#include "syntax/edit.h"
#include "syntax/edit_place.h"
#include "syntax/quoting.h"
#include "syntax/trivia.h"
#include "syntax/yaml_scan.h"
#include "unicode/width.h"

namespace catalog::syntax {
namespace {

using source::Edits;
using Offset = std::uint32_t;

bool is_block_scalar(Node node) {
  return node.style() == Style::literal || node.style() == Style::folded;
}

/// The indentation of what a value may have below it.
std::size_t column_of(const Place& place) {
  return place.parent ? column_of(*place.parent) : 0;
}

Written written(const Place& place, const Draft& draft,
                const Document& document) {
  const std::size_t column = column_of(place);
  const Indents indents = indents_of(document);
  const std::size_t taken =
      unicode::width(
          document.bytes.substr(0, place.introduced)
              .substr(scan::line_begin(document.bytes, place.introduced))) +
      1;
  return place.key ? written_value(draft, column, indents, taken)
                   : written_item(draft, column, indents, taken);
}

/// For a value on the line of its `:` or `-`.
Edits replace_inline(Node value, const Place& place, const Written& now) {
  const Document& document = value.document();
  const std::string_view bytes = document.bytes;
  const auto [file, begin, end] = value.span();
  Edits edits;
  if (now.head.empty())
    edits.push_back(edit(document, place.introduced, end, ""));
  else if (begin == place.introduced)
    edits.push_back(edit(document, begin, end, " " + now.head));
  else
    edits.push_back(edit(document, begin, end, now.head));
  if (!now.lines.empty()) {
    const std::size_t at = scan::line_end(bytes, end);
    if (ends_line(bytes, end))
      edits.back().text += below(document, now.lines);
    else
      edits.push_back(edit(document, at, at, below(document, now.lines)));
  }
  return edits;
}

/// For a value that begins on a line of its own.
Edits replace_below(Node value, const Place& place, const Draft& draft,
                    Written now) {
  const Document& document = value.document();
  const std::string_view bytes = document.bytes;
  const auto [file, begin, end] = value.span();
  const std::size_t line = scan::line_begin(bytes, begin);
  if (now.head.empty() ||
      (!place.key && draft.kind != Kind::scalar && !draft.values.empty())) {
    now.lines = block_lines(draft, begin - line, indents_of(document));
    std::string text = below(document, now.lines);
    return {edit(document, begin, end,
                 text.substr(line_break_of(document).size()))};
  }
  Edits edits{
      edit(document, place.introduced, place.introduced, " " + now.head)};
  if (!now.lines.empty()) {
    const std::string text = below(document, now.lines);
    edits.push_back(edit(document, end_of_line_above(bytes, begin), end, text));
  } else if (ends_line(bytes, end)) {
    edits.push_back(edit(document, end_of_line_above(bytes, begin),
                         scan::line_end(bytes, end), ""));
  } else {
    edits.push_back(
        edit(document, begin,
             find_sign(bytes, end,
                       static_cast<Offset>(scan::line_end(bytes, end)), '#'),
             ""));
  }
  return edits;
}

}  // namespace

Edits replace_value(Node value, const Draft& draft) {
  const Document& document = value.document();
  const Place place = place_of(value);
  const auto [file, begin, end] = value.span();
  const bool is_line = draft.text.find('\n') == std::string::npos;
  const Surroundings surroundings =
      place.is_in_flow() ? Surroundings::flow : Surroundings::block;
  if (place.is_in_flow()) {
    std::string text =
        draft.kind == Kind::scalar && value.is_scalar() && !draft.is_literal
            ? quoted_like(value.style(), draft.text, surroundings)
            : flow_text(draft);
    if (begin == end && place.key) {
      const bool has_colon =
          find_sign(document.bytes, place.key->span().end, begin, ':') < begin;
      text.insert(0, has_colon ? " " : ": ");
    }
    return {edit(document, begin, end, text)};
  }
  if (value.is_scalar() && draft.kind == Kind::scalar && is_line &&
      !draft.is_literal && !value.is_plain() && !is_block_scalar(value))
    return {edit(document, begin, end,
                 quoted_like(value.style(), draft.text, surroundings))};
  if (!place.parent) {
    std::string text =
        below(document, block_lines(draft, 0, indents_of(document)));
    if (draft.values.empty())
      text = flow_text(draft);
    else
      text.erase(0, line_break_of(document).size());
    return {edit(document, begin, end, text)};
  }
  Written now = written(place, draft, document);
  if (scan::is_same_line(document.bytes, place.introduced, begin))
    return replace_inline(value, place, now);
  return replace_below(value, place, draft, std::move(now));
}

Edits rename_key(Node key, std::string_view name) {
  const Place place = place_of(key);
  const auto [file, begin, end] = key.span();
  return {edit(key.document(), begin, end,
               quoted_like(key.style(), name,
                           place.is_in_flow() ? Surroundings::flow
                                              : Surroundings::block))};
}

}  // namespace catalog::syntax
