#include "import/catalog.h"

#include <algorithm>

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

std::string fresh_id(const std::string& before, const std::string& name,
                     const std::string& fallback,
                     std::set<std::string>& taken) {
  const std::size_t longest = before.empty() ? 60 : 112 - before.size();
  std::string plain = unicode::slug(name, longest);
  if (plain.empty()) plain = fallback;
  if (!before.empty()) plain.insert(0, before + "/");
  std::string id = plain;
  for (int i = 2; !taken.insert(id).second; ++i)
    id = plain + "-" + std::to_string(i);
  return id;
}

void Register::know(Registered entry, const std::vector<std::string>& keys) {
  ids_.insert(entry.id);
  entry.is_from_base = true;
  for (const std::string& key : keys) by_key_.try_emplace(key, all_.size());
  order_.push_back(all_.size());
  all_.push_back(std::move(entry));
}

std::size_t Register::index_of(const std::string& id) const {
  std::size_t index = 0;
  while (all_[index].id != id) ++index;
  return index;
}

Registered& Register::entry(const std::string& key, const std::string& name) {
  return entry_behind(nullptr, key, name);
}

Registered& Register::entry_behind(const Registered* before,
                                   const std::string& key,
                                   const std::string& name) {
  const auto [found, is_new] = by_key_.try_emplace(key, all_.size());
  if (is_new) {
    all_.emplace_back();
    all_.back().id = fresh_id("", name, fallback_, ids_);
    all_.back().name = name;
    const auto behind =
        std::find_if(order_.begin(), order_.end(),
                     [&](std::size_t each) { return &all_[each] == before; });
    order_.insert(behind == order_.end() ? behind : behind + 1,
                  all_.size() - 1);
  }
  return all_[found->second];
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
