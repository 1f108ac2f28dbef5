#include "import/catalog.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "import/text.h"
#include "unicode/slug.h"

namespace catalog::import {
namespace {

/// Adds those that are not there yet.
void add_new(std::vector<std::string>& all,
             const std::vector<std::string>& more) {
  for (const std::string& each : more)
    if (std::find(all.begin(), all.end(), each) == all.end())
      all.push_back(each);
}

}  // namespace

std::string plain_id(const std::string& before, const std::string& name,
                     const std::string& fallback) {
  const std::size_t longest = before.empty() ? 60 : 112 - before.size();
  std::string plain = unicode::slug(name, longest);
  if (plain.empty()) plain = fallback;
  if (!before.empty()) plain.insert(0, before + "/");
  return plain;
}

std::string Ids::fresh(const std::string& before, const std::string& name,
                       const std::string& fallback) {
  std::string plain = plain_id(before, name, fallback);
  const auto [known, is_new] = next_.try_emplace(plain, 2);
  if (is_new) return plain;
  std::size_t& next = known->second;  // stays where it is
  std::string id;
  do id = plain + "-" + std::to_string(next++);
  while (!next_.try_emplace(id, 2).second);
  return id;
}

Registered& Register::add(Registered entry) {
  ids_.take(entry.id);
  by_id_.try_emplace(entry.id, all_.size());
  return all_.emplace_back(std::move(entry));
}

void Register::know(Registered entry, const std::vector<std::string>& keys) {
  entry.is_from_base = true;
  for (const std::string& key : keys) by_key_.try_emplace(key, all_.size());
  places_.push_back(order_.insert(order_.end(), all_.size()));
  add(std::move(entry));
}

std::size_t Register::index_of(const std::string& id) const {
  return by_id_.at(id);
}

Registered& Register::entry(const std::string& key, const std::string& name) {
  return entry_behind(nullptr, key, name);
}

Registered& Register::entry_behind(const Registered* before,
                                   const std::string& key,
                                   const std::string& name) {
  const auto [found, is_new] = by_key_.try_emplace(key, all_.size());
  if (!is_new) return all_[found->second];
  const auto behind = before == nullptr
                          ? order_.end()
                          : std::next(places_[index_of(before->id)]);
  places_.push_back(order_.insert(behind, all_.size()));
  Registered entry;
  entry.id = ids_.fresh("", name, fallback_);
  entry.name = name;
  return add(std::move(entry));
}

std::string full_name(const Item& item) { return line_of(item.name, " / "); }

std::vector<std::string> flat(
    const std::vector<std::pair<std::string, std::vector<std::string>>>&
        by_level) {
  std::vector<std::string> all;
  for (const auto& [level, ids] : by_level) add_new(all, ids);
  return all;
}

ChannelRefs flat(
    const std::vector<std::pair<std::string, ChannelRefs>>& by_level) {
  ChannelRefs all;
  for (const auto& [level, refs] : by_level) {
    add_new(all.ids, refs.ids);
    add_new(all.optional, refs.optional);
    add_new(all.any_of, refs.any_of);
    add_new(all.other, refs.other);
  }
  return all;
}

}  // namespace catalog::import
