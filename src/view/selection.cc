#include "view/selection.h"

#include <algorithm>
#include <functional>
#include <optional>

#include "resolve/names.h"
#include "view/duties.h"

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

/// Keys of `where` whose values are not ids.
constexpr std::string_view plain_keys[] = {"level", "mode", "duty", "must-post",
                                           "audience"};

/// Finds what the values of a condition name among the registries.
class WhereCheck {
 public:
  WhereCheck(const Edition& edition, diagnostics::Diagnostics& found)
      : edition_(edition), found_(found) {}

  void check(const model::Where::Condition& condition) {
    using model::Registered;
    const std::string_view key = condition.key.text;
    if (key == "domain") {
      ids(condition, edition_->domains, resolve::a_domain, Registered::domains);
    } else if (key == "body") {
      ids(condition, edition_->bodies, resolve::a_body, Registered::bodies);
    } else if (key == "channel") {
      ids(condition, edition_->channels, resolve::a_channel,
          Registered::channels);
    } else if (key == "law") {
      ids(condition, edition_->laws, resolve::a_law, Registered::laws);
    } else if (std::find(std::begin(plain_keys), std::end(plain_keys), key) ==
               std::end(plain_keys)) {
      terms(condition);
    }
  }

 private:
  bool is_complete(model::Registered kind) const {
    return !edition_->incomplete[static_cast<std::size_t>(kind)];
  }

  template <class Registry>
  void ids(const model::Where::Condition& condition, const Registry& registry,
           const resolve::Named& named, model::Registered kind) {
    for (const Text& value : condition.values)
      if (!registry.find(value.text) && is_complete(kind))
        report_unknown(found_, named, value, ids_of(registry));
  }

  void terms(const model::Where::Condition& condition) {
    if (!is_complete(model::Registered::taxonomies)) return;
    const auto taxonomy = edition_->taxonomies.find(condition.key.text);
    if (!taxonomy) {
      report_unknown(found_, resolve::a_taxonomy, condition.key,
                     ids_of(edition_->taxonomies));
      return;
    }
    const auto known = ids_of(edition_[*taxonomy].terms);
    for (const Text& value : condition.values)
      if (std::find(known.begin(), known.end(), value.text) == known.end())
        report_unknown(found_, resolve::a_term, value, known);
  }

  const Edition& edition_;
  diagnostics::Diagnostics& found_;
};

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

}  // namespace

void check_where(const Edition& edition, const model::Where& where,
                 diagnostics::Diagnostics& found) {
  WhereCheck check(edition, found);
  for (const model::Where::Condition& condition : where.conditions)
    check.check(condition);
}

std::vector<resolve::ItemId> items_where(const Edition& edition,
                                         const model::Where& where) {
  std::vector<resolve::ItemId> items = edition.items;
  for (const model::Where::Condition& condition : where.conditions)
    std::erase_if(items, [&](resolve::ItemId id) {
      return std::none_of(condition.values.begin(), condition.values.end(),
                          [&](const Text& value) {
                            return meets(edition, edition[id],
                                         condition.key.text, value.text);
                          });
    });
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

std::vector<Group> grouped(const Edition& edition,
                           const std::vector<resolve::ItemId>& items,
                           std::string_view by) {
  std::vector<Group> groups;
  if (by == "domain") {
    for (const model::Domain& domain : edition->domains)
      groups.push_back({std::string(domain.name.text), {}});
    for (const resolve::ItemId id : items)
      groups[static_cast<std::size_t>(edition[id].domain)].items.push_back(id);
  } else if (by == "body") {
    for (const model::Body& body : edition->bodies)
      groups.push_back({std::string(body.name.text), {}});
    for (const resolve::ItemId id : items)
      for (const resolve::BodyId body : publishers_of(edition, id))
        groups[static_cast<std::size_t>(body)].items.push_back(id);
  } else if (by == "level") {
    for (const model::Level level : model::all_levels) {
      Group& group = groups.emplace_back();
      group.heading = chinese(level);
      for (const resolve::ItemId id : items)
        if (edition[id].levels.all.contains(level)) group.items.push_back(id);
    }
  } else {
    return {{"", items}};
  }
  std::erase_if(groups, [](const Group& group) { return group.items.empty(); });
  return groups;
}

}  // namespace catalog::view
