#include "schema/program.h"

#include <xxhash.h>

namespace catalog::schema {
namespace {

std::size_t hash_of(std::string_view name) {
  return static_cast<std::size_t>(XXH3_64bits(name.data(), name.size()));
}

}  // namespace

Property& PropertyTable::operator[](std::string_view name) {
  for (Property& each : all_)
    if (each.name == name) return each;
  all_.push_back({name, SubschemaId::none, 0});
  return all_.back();
}

void PropertyTable::freeze() {
  std::size_t size = 4;
  while (size < all_.size() * 2) size *= 2;
  slots_.assign(size, 0);
  for (std::size_t i = 0; i < all_.size(); ++i) {
    std::size_t slot = hash_of(all_[i].name) & (size - 1);
    while (slots_[slot] != 0) slot = (slot + 1) & (size - 1);
    slots_[slot] = static_cast<std::uint32_t>(i + 1);
  }
}

const Property* PropertyTable::find(std::string_view name) const {
  if (all_.empty()) return nullptr;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = hash_of(name) & mask; slots_[slot] != 0;
       slot = (slot + 1) & mask)
    if (const Property& each = all_[slots_[slot] - 1u]; each.name == name)
      return &each;
  return nullptr;
}

}  // namespace catalog::schema
