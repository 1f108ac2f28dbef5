#include <algorithm>
#include <set>
#include <utility>

#include "resolve/names.h"
#include "resolve/overlay.h"
#include "resolve/target.h"

namespace catalog::resolve {
namespace {

using diagnostics::Diagnostics;
using diagnostics::Message;
using diagnostics::Problem;
using diagnostics::Severity;
using model::Binding;
using model::Text;

constexpr Problem<std::string_view> twice{
    "set-twice",
    Severity::error,
    {"`{}` is bound elsewhere too", "`{}` 在别处也作了落实"}};
constexpr Message<> other{"the other place", "另一处在这里"};
constexpr Message<> keep_one{"keep one of the two", "请只保留一处"};

constexpr Problem<std::string_view> no_role{
    "no-effect",
    Severity::error,
    {"no item is published by `{}`", "没有由 `{}` 公开的事项"}};
constexpr Message<> delete_it{"delete it", "请删去"};

/// Everybody who publishes an item, by id.
std::set<std::string_view> publishers(const model::Catalog& catalog) {
  std::set<std::string_view> all;
  const auto add = [&](const model::Item& item) {
    for (const auto& part : item.body.parts)
      for (const Text& body : part.value) all.insert(body.text);
  };
  for (const model::Item& item : catalog.items) {
    add(item);
    for (const model::Item& variant : item.variants) add(variant);
  }
  return all;
}

}  // namespace

Draft bound(Draft draft, std::vector<Binding> own, Diagnostics& found) {
  model::Catalog& catalog = draft.catalog;
  std::vector<std::string_view> known;
  for (const model::Body& body : catalog.bodies) known.push_back(body.id.text);
  const auto check_id = [&](const Text& id) {
    const bool is_known =
        std::find(known.begin(), known.end(), id.text) != known.end();
    if (!is_known && !catalog.is_incomplete(model::Registered::bodies))
      report_unknown(found, a_body, id, known);
    return is_known;
  };
  const auto used = publishers(catalog);
  std::vector<Binding> all;
  for (Binding& binding : own) {
    const auto before = std::find_if(
        all.begin(), all.end(),
        [&](const Binding& each) { return each.key.text == binding.key.text; });
    if (before != all.end()) {
      found.report(twice, binding.span, binding.key.text)
          .label(before->span, other)
          .help(keep_one);
      continue;
    }
    if (check_id(binding.role) && !used.contains(binding.role.text) &&
        !catalog.is_incomplete(model::Registered::items))
      found.report(no_role, binding.span, binding.role.text).help(delete_it);
    if (!binding.place.empty()) check_places(catalog, {binding.place}, found);
    for (const model::Player& player : binding.players)
      if (!player.body) check_id(player.id);
    all.push_back(std::move(binding));
  }
  // What a layer binds anew, it binds instead of those below.
  for (Binding& below : catalog.overlay.bind)
    if (std::none_of(all.begin(), all.end(), [&](const Binding& each) {
          return each.key.text == below.key.text;
        }))
      all.push_back(std::move(below));
  catalog.overlay.bind = std::move(all);
  return draft;
}

}  // namespace catalog::resolve
