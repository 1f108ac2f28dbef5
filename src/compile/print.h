#pragma once

#include <cstdint>
#include <optional>
#include <ranges>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "compile/members.h"
#include "resolve/catalog.h"
#include "source/hash.h"

namespace catalog::compile {

/// A value of a catalog as bytes that are the same whenever it says the same:
/// every member of every part, but for where it is written and for what is
/// read from its own words. Ids stand for what they lead to by its written id,
/// so that they do not change when others come in between.
class Print {
 public:
  explicit Print(const resolve::ResolvedCatalog& catalog) : catalog_(catalog) {}

  template <class... Values>
  void add(const Values&... values) {
    (put(values), ...);
  }
  std::string hash() const { return source::hash(bytes_); }

 private:
  void put(std::string_view text) {
    put(std::uint64_t{text.size()});
    bytes_ += text;
  }
  void put(const std::string& text) { put(std::string_view(text)); }
  template <class T>
  requires std::is_arithmetic_v<T> || std::is_enum_v<T>
  void put(T value) {
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void put(model::Levels levels) {
    for (const model::Level level : model::all_levels)
      put(levels.contains(level));
  }
  void put(const model::Text& text) {
    put(text.is_written());
    put(text.text);
  }
  void put(const source::Span&) {}

  // Readings follow from the words that were read.
  void put(const phrase::Timing*) {}
  void put(const phrase::Citation*) {}

  void put(resolve::DomainId id) { put(catalog_.domains[id].id); }
  void put(resolve::LawId id) { put(catalog_.laws[id].id); }
  void put(resolve::BodyId id) { put(catalog_.bodies[id]); }
  void put(resolve::ChannelId id) { put(catalog_.channels[id].id); }
  void put(resolve::TaxonomyId id) { put(catalog_.taxonomies[id].id); }
  void put(resolve::ElementId id) { put(catalog_.elements[id].id); }
  void put(resolve::FlowId id) { put(catalog_.flows[id].id); }
  void put(resolve::ItemId id) { add(catalog_[id].id, catalog_[id].name); }
  void put(resolve::TermId id) {
    put(id.taxonomy);
    put(catalog_[id].id);
  }

  template <class T>
  void put(const std::optional<T>& value) {
    put(value.has_value());
    if (value) put(*value);
  }
  template <class T>
  void put(const model::Rare<T>& value) {
    put(value.has_value());
    if (value) put(*value);
  }
  template <class A, class B>
  void put(const std::pair<A, B>& value) {
    add(value.first, value.second);
  }
  template <class Id, class T, class Store>
  void put(const resolve::Registry<Id, T, Store>& registry) {
    put(registry.all());
  }
  template <std::ranges::sized_range T>
  void put(const T& values) {
    put(std::uint64_t{std::ranges::size(values)});
    for (const auto& value : values) put(value);
  }
  template <class T>
  requires std::is_aggregate_v<T> &&
      (!std::ranges::range<T>)void put(const T& value) {
    with_members(value, [&](const auto&... each) { (put(each), ...); });
  }

  const resolve::ResolvedCatalog& catalog_;
  std::string bytes_;
};

}  // namespace catalog::compile
