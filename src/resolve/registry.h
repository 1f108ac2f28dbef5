#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace catalog::resolve {

enum class DomainId : std::uint32_t {};
enum class LawId : std::uint32_t {};
enum class BodyId : std::uint32_t {};
enum class ChannelId : std::uint32_t {};
enum class TaxonomyId : std::uint32_t {};
enum class ElementId : std::uint32_t {};
enum class FlowId : std::uint32_t {};
enum class ItemId : std::uint32_t {};

/// A term of a taxonomy: its place in `Taxonomy::terms`.
struct TermId {
  TaxonomyId taxonomy{};
  std::uint32_t term = 0;

  friend constexpr auto operator<=>(const TermId&, const TermId&) = default;
};

/// All things of one kind, in order, found by their written id. T has a
/// `Text id`. Moved, never copied.
template <class Id, class T, class Store = std::vector<T>>
class Registry {
 public:
  Registry() = default;
  explicit Registry(Store all) : all_(std::move(all)) {
    places_.reserve(all_.size());
    index_.reserve(all_.size());
    for (const T& each : all_) {
      index_.try_emplace(each.id.text, id(places_.size()));
      places_.push_back(&each);
    }
  }
  Registry(Registry&&) = default;
  Registry& operator=(Registry&&) = default;

  const T& operator[](Id id) const {
    return *places_[static_cast<std::size_t>(id)];
  }
  std::optional<Id> find(std::string_view id) const {
    const auto found = index_.find(id);
    if (found == index_.end()) return std::nullopt;
    return found->second;
  }
  const Store& all() const { return all_; }
  std::size_t size() const { return places_.size(); }
  Id id(std::size_t index) const { return static_cast<Id>(index); }
  auto begin() const { return all_.begin(); }
  auto end() const { return all_.end(); }

 private:
  Store all_;
  std::vector<const T*> places_;  // in the store, which keeps them in place
  std::unordered_map<std::string_view, Id> index_;
};

}  // namespace catalog::resolve
