#include "schema/program.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <functional>

namespace catalog::schema {
namespace {

template <class Word>
std::uint64_t word_at(const char* bytes) {
  Word word;
  std::memcpy(&word, bytes, sizeof(word));
  return word;
}

}  // namespace

NameKey::NameKey(std::string_view name) : size(name.size()) {
  const char* const begin = name.data();
  const char* const end = begin + size;
  if (!is_whole()) {
    first = std::hash<std::string_view>{}(name);
  } else if (size >= 8) {
    first = word_at<std::uint64_t>(begin);
    last = word_at<std::uint64_t>(end - 8);
  } else if (size >= 4) {
    first = word_at<std::uint32_t>(begin);
    last = word_at<std::uint32_t>(end - 4);
  } else if (size >= 2) {
    first = word_at<std::uint16_t>(begin);
    last = word_at<std::uint16_t>(end - 2);
  } else if (size == 1) {
    first = static_cast<unsigned char>(*begin);
  }
}

std::size_t NameKey::hash() const {
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15;
  return static_cast<std::size_t>(((first * odd ^ last) + size) * odd >> 32);
}

Property& PropertyTable::operator[](std::string_view name) {
  if (slots_.size() <= all_.size() * 2) grow();
  const NameKey key(name);
  Slot& slot = slots_[slot_of(key, name)];
  if (slot.property == 0) {
    all_.push_back({name, SubschemaId::none, 0});
    slot = {key, static_cast<std::uint32_t>(all_.size())};
  }
  return all_[slot.property - 1u];
}

const Property* PropertyTable::find(std::string_view name) const {
  if (all_.empty()) return nullptr;
  const std::uint32_t found = slots_[slot_of(NameKey(name), name)].property;
  return found == 0 ? nullptr : &all_[found - 1u];
}

std::size_t PropertyTable::slot_of(const NameKey& key,
                                   std::string_view name) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = key.hash() & mask;
  for (; slots_[at].property != 0; at = (at + 1) & mask)
    if (slots_[at].key == key &&
        (key.is_whole() || all_[slots_[at].property - 1u].name == name))
      break;
  return at;
}

void PropertyTable::grow() {
  std::vector<Slot> old(std::max<std::size_t>(4, slots_.size() * 2));
  old.swap(slots_);
  for (const Slot& each : old)
    if (each.property != 0)
      slots_[slot_of(each.key, all_[each.property - 1u].name)] = each;
}

}  // namespace catalog::schema
