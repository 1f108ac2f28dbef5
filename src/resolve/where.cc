#include "resolve/where.h"

#include <algorithm>

namespace catalog::resolve {
namespace {

using model::Item;
using model::Text;

bool has(const std::vector<Text>& all, std::string_view text) {
  return std::any_of(all.begin(), all.end(),
                     [&](const Text& each) { return each.text == text; });
}

bool has_body(const Item& item, std::string_view id) {
  return std::any_of(item.body.parts.begin(), item.body.parts.end(),
                     [&](const auto& part) { return has(part.value, id); });
}

bool has_channel(const Item& item, std::string_view id) {
  for (const auto& part : item.channels.parts)
    for (const model::ChannelEntry& entry : part.value)
      if (has(entry.ids, id)) return true;
  return false;
}

bool has_law(const Item& item, std::string_view id) {
  return std::any_of(
      item.basis.begin(), item.basis.end(),
      [&](const model::BasisEntry& entry) { return entry.law.text == id; });
}

bool has_term(const Item& item, std::string_view taxonomy,
              std::string_view term) {
  return std::any_of(item.facets.begin(), item.facets.end(),
                     [&](const model::FacetEntry& facet) {
                       return facet.taxonomy.text == taxonomy &&
                              has(facet.terms, term);
                     });
}

/// One value of a condition.
bool meets(const Item& item, std::string_view key, std::string_view value) {
  if (key == "domain") return item.domain.text == value;
  if (key == "level") {
    const auto level = model::level_of(value);
    return level && item.levels.all.contains(*level);
  }
  if (key == "mode") {
    const auto mode = model::mode_of(value);
    return mode && item.modes.contains(*mode);
  }
  if (key == "audience")
    return value == "public" ? item.audience.everyone
                             : !item.audience.groups.empty();
  if (key == "must-post") return item.must_post == (value == "true");
  if (key == "duty") return item.duty.text == value;
  if (key == "flow") return item.flow.text == value;
  if (key == "body") return has_body(item, value);
  if (key == "channel") return has_channel(item, value);
  if (key == "law") return has_law(item, value);
  return has_term(item, key, value);
}

}  // namespace

bool meets(const Item& item, const model::Where& where) {
  return std::all_of(where.conditions.begin(), where.conditions.end(),
                     [&](const model::Where::Condition& condition) {
                       return std::any_of(
                           condition.values.begin(), condition.values.end(),
                           [&](const Text& value) {
                             return meets(item, condition.key.text, value.text);
                           });
                     });
}

}  // namespace catalog::resolve
