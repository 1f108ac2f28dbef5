#include "schema/program.h"

#include <cstdint>
#include <cstring>

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
  if (size >= 8) {
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
  for (Property& each : all_)
    if (each.name == name) return each;
  all_.push_back({name, SubschemaId::none, 0});
  return all_.back();
}

void PropertyTable::freeze() {
  std::size_t size = 4;
  while (size < all_.size() * 2) size *= 2;
  slots_.assign(size, {});
  for (std::size_t i = 0; i < all_.size(); ++i) {
    const NameKey key(all_[i].name);
    std::size_t slot = key.hash() & (size - 1);
    while (slots_[slot].property != 0) slot = (slot + 1) & (size - 1);
    slots_[slot] = {key, static_cast<std::uint32_t>(i + 1)};
  }
}

const Property* PropertyTable::find(std::string_view name) const {
  if (all_.empty()) return nullptr;
  const NameKey key(name);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = key.hash() & mask; slots_[slot].property != 0;
       slot = (slot + 1) & mask) {
    if (slots_[slot].key != key) continue;
    const Property& found = all_[slots_[slot].property - 1u];
    if (key.is_whole() || found.name == name) return &found;
  }
  return nullptr;
}

}  // namespace catalog::schema
