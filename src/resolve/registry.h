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
/// `Text id`.
template <class Id, class T>
class Registry {
 public:
  Registry() = default;
  explicit Registry(std::vector<T> all) : all_(std::move(all)) {
    index_.reserve(all_.size());
    for (std::size_t i = 0; i < all_.size(); ++i)
      index_.try_emplace(all_[i].id.text, static_cast<Id>(i));
  }

  const T& operator[](Id id) const {
    return all_[static_cast<std::size_t>(id)];
  }
  std::optional<Id> find(std::string_view id) const {
    const auto found = index_.find(id);
    if (found == index_.end()) return std::nullopt;
    return found->second;
  }
  const std::vector<T>& all() const { return all_; }
  std::size_t size() const { return all_.size(); }
  Id id(std::size_t index) const { return static_cast<Id>(index); }
  auto begin() const { return all_.begin(); }
  auto end() const { return all_.end(); }

 private:
  std::vector<T> all_;
  std::unordered_map<std::string_view, Id> index_;
};

}  // namespace catalog::resolve
