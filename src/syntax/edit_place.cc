#include "syntax/edit_place.h"

#include <algorithm>

#include "syntax/trivia.h"
#include "syntax/yaml_scan.h"

namespace catalog::syntax {
namespace {

/// Behind the sign that stands between two places.
std::uint32_t behind(const Document& document, std::uint32_t begin,
                     std::uint32_t end, char sign) {
  const std::uint32_t at = find_sign(document.bytes, begin, end, sign);
  return std::min(at + 1, end);
}

bool holds(Node node, Node inner) {
  return node.index() <= inner.index() && inner.index() < node.next().index();
}

/// The place in a collection that holds the node, if it is a child of it; else
/// the child it is in.
std::optional<Node> step(Node collection, Node node, Place& place) {
  const Document& document = collection.document();
  std::uint32_t before = collection.span().begin;
  for (const Node item : collection.items()) {
    if (holds(item, node)) {
      place = {collection, {}, node.span().begin};
      if (collection.style() == Style::block)
        place.introduced = behind(document, before, item.span().begin, '-');
      return item;
    }
    before = item.span().end;
  }
  for (const Entry entry : collection.entries()) {
    if (entry.key == node) {
      place = {collection, {}, node.span().begin};
      return node;
    }
    if (!holds(entry.value, node)) continue;
    place = {
        collection, entry.key,
        behind(document, entry.key.span().end, entry.value.span().begin, ':')};
    return entry.value;
  }
  return std::nullopt;
}

}  // namespace

Place place_of(Node node) {
  Place place;
  place.introduced = node.span().begin;
  Node at = node.document().root();
  while (at != node) {
    const auto inner = step(at, node, place);
    if (!inner) break;
    at = *inner;
  }
  return place;
}

std::vector<Unit> units_of(Node collection) {
  std::vector<Unit> units;
  const Document& document = collection.document();
  std::uint32_t before = collection.span().begin;
  for (const Node item : collection.items()) {
    std::uint32_t begin = item.span().begin;
    if (collection.style() == Style::block)
      begin = find_sign(document.bytes, before, begin, '-');
    before = item.span().end;
    units.push_back({item, begin, before});
  }
  for (const Entry entry : collection.entries())
    units.push_back({entry.key, entry.key.span().begin,
                     std::max(entry.key.span().end, entry.value.span().end)});
  return units;
}

std::string_view line_break_of(const Document& document) {
  const std::size_t at = document.bytes.find('\n');
  return at != std::string_view::npos && at > 0 &&
                 document.bytes[at - 1] == '\r'
             ? "\r\n"
             : "\n";
}

source::TextEdit edit(const Document& document, std::size_t begin,
                      std::size_t end, std::string text) {
  return {{document.file, static_cast<std::uint32_t>(begin),
           static_cast<std::uint32_t>(end)},
          std::move(text)};
}

std::string below(const Document& document,
                  const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) {
    text += line_break_of(document);
    text += line;
  }
  return text;
}

std::size_t end_of_line_above(std::string_view bytes, std::size_t at) {
  const std::size_t begin = scan::line_begin(bytes, at);
  return begin == 0 ? 0
                    : scan::line_end(bytes, scan::line_begin(bytes, begin - 1));
}

bool ends_line(std::string_view bytes, std::size_t at) {
  while (at < bytes.size() && scan::is_blank(bytes[at])) ++at;
  return at == scan::line_end(bytes, at);
}

std::size_t column_of(Node collection) {
  return scan::column(collection.document().bytes, collection.span().begin);
}

}  // namespace catalog::syntax
