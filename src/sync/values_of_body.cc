#include <algorithm>

#include "import/basis.h"
#include "import/text.h"
#include "sync/by_level.h"
#include "sync/drafts.h"
#include "sync/values.h"
#include "unicode/slug.h"

/// The bodies that a cell names.
namespace catalog::sync {

using model::Level;
using syntax::Draft;

std::string ValueReader::body_named(const std::string& name) {
  const auto [found, is_new] = bodies_.try_emplace(import::squashed(name));
  if (is_new) {
    std::string plain = unicode::slug(name, 60);
    if (plain.empty()) plain = "body";
    found->second = plain;
    const auto is_used = [&](const std::string& id) {
      return edition_->bodies.find(id).has_value() ||
             std::any_of(new_bodies_.begin(), new_bodies_.end(),
                         [&](const NewBody& each) { return each.id == id; });
    };
    for (int i = 2; is_used(found->second); ++i)
      found->second = plain + "-" + std::to_string(i);
    new_bodies_.push_back({found->second, name, import::is_generic(name)});
  }
  return found->second;
}

/// What a role of the item stands for keeps the role.
Value ValueReader::body_ids(const resolve::Item* item,
                            std::optional<Level> level,
                            const std::optional<Draft>& current,
                            std::string_view now) {
  std::vector<std::string> names =
      import::bodies_in(import::cleaned(now), false);
  std::vector<std::pair<std::size_t, std::string>> ids;  // by place
  for (const Draft& each : items_of(current)) {
    const auto id = edition_->bodies.find(each.text);
    if (item == nullptr || !id) continue;
    resolve::Item alone = *item;
    alone.body.parts = {{level, {*id}}};
    std::vector<std::size_t> places;
    std::size_t bound = 0;
    for (const auto& part : edition_.body_of(alone).parts)
      for (const resolve::BodyId body : part.value) {
        ++bound;
        for (std::size_t i = 0; i < names.size(); ++i)
          if (import::squashed(names[i]) ==
              import::squashed(edition_[body].name.text))
            places.push_back(i);
      }
    if (bound == 0 || places.size() != bound) continue;
    ids.emplace_back(places.front(), each.text);
    for (const std::size_t i : places) names[i].clear();
  }
  for (std::size_t i = 0; i < names.size(); ++i)
    if (!names[i].empty()) ids.emplace_back(i, body_named(names[i]));
  std::sort(ids.begin(), ids.end());
  std::vector<Draft> all;
  for (auto& [place, id] : ids) all.push_back(Draft::of(std::move(id)));
  if (all.empty()) return Said::of(cannot_be_empty);
  return one_or_list(std::move(all), is_list(current));
}

Value ValueReader::body(const resolve::Item* item,
                        const std::optional<Draft>& current,
                        const Given& cell) {
  return by_level(
      current, cell,
      [&](std::optional<Level> level, const std::optional<Draft>& part,
          const std::string& now) { return body_ids(item, level, part, now); });
}

}  // namespace catalog::sync
