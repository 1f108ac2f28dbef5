#include "schema/mistake.h"

#include <algorithm>
#include <functional>
#include <set>

namespace catalog::schema {
namespace {

bool is_about_value(const Mistake& mistake) {
  return mistake.fault <= Fault::last_of_value;
}

/// Whether two mistakes about one node are the same thing for an author. Of
/// two about one value only one is told.
bool is_same(const Mistake& a, const Mistake& b) {
  if (is_about_value(a) && is_about_value(b)) return true;
  return a.fault == b.fault && a.name == b.name && a.limit == b.limit;
}

bool is_explained(const Mistake& missing, const std::vector<Mistake>& all,
                  const std::vector<std::size_t>& at_node) {
  return missing.fault == Fault::missing_key &&
         std::any_of(at_node.begin(), at_node.end(), [&](std::size_t i) {
           return all[i].fault == Fault::unknown_key &&
                  all[i].meant == missing.name;
         });
}

/// How far what stands at `node` is from a branch. Keys of the mapping itself
/// say most about which was meant, then constants below it.
std::size_t cost(const std::vector<Mistake>& mistakes, syntax::Node node) {
  std::size_t total = 0;
  for (const Mistake& each : mistakes) {
    const bool is_here = each.node == node;
    const bool is_key =
        each.fault == Fault::unknown_key || each.fault == Fault::missing_key;
    if (is_here && is_key)
      total += each.meant ? 3 : 4;
    else if (each.fault == Fault::not_allowed)
      total += 6;
    else
      total += 1;
  }
  return total;
}

/// Whether two branches find the same, so that either can tell it.
bool find_the_same(const std::vector<Mistake>& a,
                   const std::vector<Mistake>& b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(),
                    [](const Mistake& x, const Mistake& y) {
                      return x.fault == y.fault && x.node == y.node &&
                             x.name == y.name && x.limit == y.limit &&
                             x.schema == y.schema;
                    });
}

}  // namespace

void settle(std::vector<Mistake>& mistakes) {
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> at_node, kept_at;
  for (std::size_t i = 0; i < mistakes.size(); ++i)
    at_node[mistakes[i].node.index()].push_back(i);
  std::vector<Mistake> kept;
  for (const Mistake& each : mistakes) {
    const std::uint32_t node = each.node.index();
    if (is_explained(each, mistakes, at_node[node])) continue;
    auto& others = kept_at[node];
    const auto same =
        std::find_if(others.begin(), others.end(),
                     [&](std::size_t i) { return is_same(each, kept[i]); });
    if (same == others.end()) {
      others.push_back(kept.size());
      kept.push_back(each);
    } else if (each.fault < kept[*same].fault) {
      kept[*same] = each;
    }
  }
  mistakes = std::move(kept);
}

std::optional<std::size_t> branch_meant(
    const std::vector<std::vector<Mistake>>& branches, syntax::Node node) {
  if (branches.size() == 1) return 0;
  if (branches.empty() || node.is_scalar()) return std::nullopt;
  std::size_t best = 0;
  bool is_clear = true;
  for (std::size_t i = 1; i < branches.size(); ++i) {
    const std::size_t mine = cost(branches[i], node);
    const std::size_t least = cost(branches[best], node);
    if (mine < least) {
      best = i;
      is_clear = true;
    } else if (mine == least && !find_the_same(branches[i], branches[best])) {
      is_clear = false;
    }
  }
  if (!is_clear) return std::nullopt;
  return best;
}

std::vector<std::string_view> keys_known(const Program& program,
                                         const Subschema& schema,
                                         bool reaching) {
  std::vector<std::string_view> keys;
  std::set<const Subschema*> visited;
  const std::function<void(const Subschema&)> collect =
      [&](const Subschema& each) {
        if (!visited.insert(&each).second) return;
        if (each.object)
          for (const Property& property : each.object->properties.all())
            if (property.schema != SubschemaId::none &&
                !program[property.schema].never &&
                std::find(keys.begin(), keys.end(), property.name) ==
                    keys.end())
              keys.push_back(property.name);
        if (!reaching || !each.in_place) return;
        const InPlace& in_place = *each.in_place;
        for (const SubschemaId next : {in_place.ref, in_place.dynamic_ref,
                                       in_place.then_, in_place.else_})
          if (next != SubschemaId::none) collect(program[next]);
        for (const auto* branches :
             {&in_place.all_of, &in_place.any_of, &in_place.one_of})
          for (const SubschemaId next : *branches) collect(program[next]);
      };
  collect(schema);
  return keys;
}

std::string_view title_of(const Program& program, SubschemaId id) {
  for (std::size_t i = 0; i < 8 && id != SubschemaId::none; ++i) {
    const Subschema& schema = program[id];
    if (!schema.title.empty()) return schema.title;
    if (!schema.in_place) break;
    id = schema.in_place->ref;
  }
  return {};
}

}  // namespace catalog::schema
