#include "view/selection.h"

#include <algorithm>
#include <functional>
#include <optional>

#include "resolve/names.h"

namespace catalog::view {
namespace {

using model::Text;
using resolve::Edition;
using resolve::Item;

template <class Registry>
auto ids_of(const Registry& registry) {
  std::vector<std::string_view> ids;
  for (const auto& each : registry) ids.push_back(each.id.text);
  return ids;
}

/// Whether a value is one that items may have; reports it where it is not.
bool is_known(const Edition& edition, const model::Where::Condition& condition,
              const Text& value, diagnostics::Diagnostics& found) {
  const auto check = [&](const auto& registry, const resolve::Named& named) {
    if (registry.find(value.text)) return true;
    report_unknown(found, named, value, ids_of(registry));
    return false;
  };
  const std::string_view key = condition.key.text;
  if (key == "domain") return check(edition->domains, resolve::a_domain);
  if (key == "body") return check(edition->bodies, resolve::a_body);
  if (key == "channel") return check(edition->channels, resolve::a_channel);
  if (key == "law") return check(edition->laws, resolve::a_law);
  return true;
}

template <class Id>
bool has(const std::vector<Id>& ids, std::optional<Id> id) {
  return id && std::find(ids.begin(), ids.end(), *id) != ids.end();
}

bool has_body(const Edition& edition, const Item& item, std::string_view id) {
  const auto body = edition->bodies.find(id);
  return std::any_of(item.body.parts.begin(), item.body.parts.end(),
                     [&](const auto& part) { return has(part.value, body); });
}

bool has_channel(const Edition& edition, const Item& item,
                 std::string_view id) {
  const auto channel = edition->channels.find(id);
  for (const auto& part : item.channels.parts)
    for (const resolve::ChannelChoice& choice : part.value)
      if (has(choice.channels, channel)) return true;
  return false;
}

bool has_law(const Edition& edition, const Item& item, std::string_view id) {
  const auto law = edition->laws.find(id);
  return law && std::any_of(item.basis.begin(), item.basis.end(),
                            [&](const resolve::Citation& citation) {
                              return citation.law == law;
                            });
}

bool has_term(const Edition& edition, const Item& item,
              std::string_view taxonomy, std::string_view id) {
  return std::any_of(item.facets.begin(), item.facets.end(),
                     [&](resolve::TermId term) {
                       return edition[term.taxonomy].id.text == taxonomy &&
                              edition[term].id.text == id;
                     });
}

/// Whether an item has one value of a condition.
bool meets(const Edition& edition, const Item& item, std::string_view key,
           std::string_view value) {
  if (key == "domain") return edition[item.domain].id.text == value;
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
  if (key == "body") return has_body(edition, item, value);
  if (key == "channel") return has_channel(edition, item, value);
  if (key == "law") return has_law(edition, item, value);
  return has_term(edition, item, key, value);
}

/// Keys of `where` that are no taxonomy's id.
constexpr std::string_view fixed_keys[] = {"domain",  "level",     "body",
                                           "channel", "law",       "mode",
                                           "duty",    "must-post", "audience"};

bool is_usable(const Edition& edition, const model::Where::Condition& condition,
               diagnostics::Diagnostics& found) {
  const std::string_view key = condition.key.text;
  if (std::find(std::begin(fixed_keys), std::end(fixed_keys), key) ==
      std::end(fixed_keys)) {
    const auto taxonomy = edition->taxonomies.find(key);
    if (!taxonomy) {
      report_unknown(found, resolve::a_taxonomy, condition.key,
                     ids_of(edition->taxonomies));
      return false;
    }
    const auto& terms = edition[*taxonomy].terms;
    for (const Text& value : condition.values)
      if (std::none_of(terms.begin(), terms.end(), [&](const model::Term& t) {
            return t.id.text == value.text;
          }))
        report_unknown(found, resolve::a_term, value, ids_of(terms));
    return true;
  }
  return std::all_of(condition.values.begin(), condition.values.end(),
                     [&](const Text& value) {
                       return is_known(edition, condition, value, found);
                     });
}

}  // namespace

std::vector<resolve::ItemId> items_where(const Edition& edition,
                                         const model::Where& where,
                                         diagnostics::Diagnostics& found) {
  std::vector<resolve::ItemId> items = edition.items;
  for (const model::Where::Condition& condition : where.conditions) {
    if (!is_usable(edition, condition, found)) continue;
    std::erase_if(items, [&](resolve::ItemId id) {
      return std::none_of(condition.values.begin(), condition.values.end(),
                          [&](const Text& value) {
                            return meets(edition, edition[id],
                                         condition.key.text, value.text);
                          });
    });
  }
  return items;
}

std::vector<Group> grouped(const Edition& edition,
                           const std::vector<resolve::ItemId>& items,
                           resolve::TaxonomyId taxonomy) {
  const auto& terms = edition[taxonomy].terms;
  std::vector<Group> groups(terms.size());
  for (std::size_t i = 0; i < terms.size(); ++i)
    groups[i].heading = terms[i].name.text;
  for (const resolve::ItemId id : items)
    for (const resolve::TermId term : edition[id].facets)
      if (term.taxonomy == taxonomy) groups[term.term].items.push_back(id);
  std::erase_if(groups, [](const Group& group) { return group.items.empty(); });
  return groups;
}

}  // namespace catalog::view
