#include "import/bindings.h"

#include <algorithm>
#include <set>
#include <utility>

#include "import/text.h"

namespace catalog::import {
namespace {

constexpr RemarkKind plays_role{
    "bound",
    Sure::likely,
    {"plays a role of the base: {}", "视为担任上级目录中的角色：{}"}};
constexpr RemarkKind other_office{
    "other-office",
    Sure::unsure,
    {"another office than that bound to the role elsewhere: {}",
     "与别处担任该角色的部门不同：{}"}};

}  // namespace

Bindings::Bindings(const Imported& imported, const Base& base, Remarks& remarks)
    : base_(base), remarks_(remarks) {
  for (const Registered& each : imported.bodies.all())
    bodies_.emplace(each.id, &each);
}

void Bindings::vote(const Item& item, const Departure& departure) {
  const auto ballot = ballot_of(item, base_.items[departure.base]);
  if (!ballot) return;
  for (const BoundRole& each : *ballot) {
    ++votes_[each.role][each.bodies];
    if (!places_.contains(each.role)) {
      roles_.push_back(each.role);
      places_.emplace(each.role, item.place);
    }
  }
}

std::vector<BoundRole> Bindings::bound() {
  std::vector<BoundRole> all;
  for (const std::string& role : roles_) {
    std::size_t sum = 0;
    const std::pair<const std::vector<std::string>, std::size_t>* best =
        nullptr;
    for (const auto& each : votes_[role]) {
      sum += each.second;
      if (best == nullptr || each.second > best->second) best = &each;
    }
    if (best->second * 2 <= sum) continue;
    chosen_.emplace(role, best->first);
    all.push_back({role, best->first});
    remarks_.add(plays_role, places_.at(role), names(best->first),
                 names({role}));
  }
  return all;
}

void Bindings::settle(const Item& item, Departure& departure) {
  if (std::find(item.assumed.begin(), item.assumed.end(), "body") !=
      item.assumed.end())
    return;
  const Item& of_base = base_.items[departure.base];
  const auto now = flat(item.bodies), before = flat(of_base.bodies);
  if (std::set(now.begin(), now.end()) ==
      std::set(before.begin(), before.end()))
    return;
  if (const auto ballot = ballot_of(item, of_base)) {
    const bool is_bound =
        std::all_of(ballot->begin(), ballot->end(), [&](const BoundRole& each) {
          const auto found = chosen_.find(each.role);
          return found != chosen_.end() && found->second == each.bodies;
        });
    if (is_bound) return;
    remarks_.add(other_office, item.place, names(now), names(before));
    departure.open_points.push_back(
        other_office.message.in(diagnostics::Language::zh, names(before)) +
        "；表格为 " + names(now) + "（" + text_of(item.place) + "）");
  }
  departure.keys.insert("body");
}

/// The roles of the base's item and who stands for them in the table;
/// nothing where they cannot be told apart.
std::optional<std::vector<BoundRole>> Bindings::ballot_of(
    const Item& item, const Item& of_base) const {
  std::vector<std::string> now = flat(item.bodies);
  std::vector<std::string> roles = flat(of_base.bodies);
  const std::vector<std::string> both = now;
  const auto is_in = [](const std::vector<std::string>& all) {
    return [&](const std::string& id) {
      return std::find(all.begin(), all.end(), id) != all.end();
    };
  };
  std::erase_if(now, is_in(roles));
  std::erase_if(roles, is_in(both));
  const auto is_role = [&](const std::string& id) {
    const auto found = bodies_.find(id);
    return found != bodies_.end() && found->second->flag;
  };
  if (roles.empty() || now.empty() ||
      !std::all_of(roles.begin(), roles.end(), is_role) ||
      std::any_of(now.begin(), now.end(), is_role))
    return std::nullopt;
  std::vector<BoundRole> ballot;
  if (roles.size() == 1) {
    ballot.push_back({roles[0], now});
  } else if (roles.size() == now.size()) {
    for (std::size_t i = 0; i < roles.size(); ++i)
      ballot.push_back({roles[i], {now[i]}});
  } else {
    return std::nullopt;
  }
  return ballot;
}

std::string Bindings::names(const std::vector<std::string>& ids) const {
  std::vector<std::string> all;
  for (const std::string& id : ids) {
    const auto found = bodies_.find(id);
    all.push_back(found == bodies_.end() ? id : found->second->name);
  }
  return line_of(all);
}

}  // namespace catalog::import
