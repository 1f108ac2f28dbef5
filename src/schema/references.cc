#include "schema/references.h"

#include <algorithm>

#include "schema/decimal.h"
#include "schema/uri.h"

namespace catalog::schema {
namespace {

std::string unescaped(std::string_view token) {
  std::string text;
  for (std::size_t i = 0; i < token.size(); ++i) {
    if (token[i] == '~' && i + 1 < token.size() &&
        (token[i + 1] == '0' || token[i + 1] == '1'))
      text += token[++i] == '0' ? '~' : '/';
    else
      text += token[i];
  }
  return text;
}

/// The part of a document that a JSON pointer leads to.
std::optional<syntax::Node> node_at(syntax::Node root,
                                    std::string_view pointer) {
  std::optional<syntax::Node> at = root;
  while (at && !pointer.empty()) {
    const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
    const std::string token = unescaped(pointer.substr(1, end - 1));
    pointer.remove_prefix(end);
    if (at->is_mapping()) {
      at = value_at(*at, token);
      continue;
    }
    const bool is_index =
        is_whole_number(token) && token[0] != '-' && token.size() < 10;
    const std::size_t index = is_index ? std::stoul(token) : at->size();
    if (index >= at->size()) return std::nullopt;
    auto item = at->items().begin();
    for (std::size_t i = 0; i < index; ++i) ++item;
    at = *item;
  }
  return at;
}

}  // namespace

const Resource* References::resource_of(syntax::Node node) const {
  const Resource* resource = local_.resource_of(node);
  return resource ? resource : known_.resource_of(node);
}

std::optional<Place> References::target_of(std::string_view reference,
                                           std::string_view base) const {
  const std::string uri = resolved_uri(base, reference);
  const SplitUri split = split_fragment(uri);
  const Resource* resource = local_.find(split.address);
  if (!resource) resource = known_.find(split.address);
  if (!resource) return std::nullopt;
  if (split.fragment.empty()) return Place{resource->node(), resource};
  if (split.fragment[0] == '/') {
    const auto node = node_at(resource->node(), split.fragment);
    if (!node) return std::nullopt;
    return Place{*node, resource_of(*node)};
  }
  for (const Anchor& anchor : resource->anchors)
    if (anchor.name == split.fragment)
      return Place{{*resource->document, anchor.node}, resource};
  return std::nullopt;
}

}  // namespace catalog::schema
