#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace catalog::model {

/// The tiers of government (公开层级), from the top.
enum class Level : std::uint8_t {
  national,
  province,
  city,
  county,
  town,
  village
};
inline constexpr std::array all_levels{Level::national, Level::province,
                                       Level::city,     Level::county,
                                       Level::town,     Level::village};

/// The word of the source language: `county`.
std::string_view word(Level level);
/// The word of printed tables: `县级`.
std::string_view chinese(Level level);
std::optional<Level> level_of(std::string_view word);

class Levels {
 public:
  constexpr Levels() = default;
  constexpr void insert(Level level) { bits_ |= bit(level); }
  constexpr void erase(Level level) {
    bits_ &= static_cast<std::uint8_t>(~bit(level));
  }
  constexpr bool contains(Level level) const { return bits_ & bit(level); }
  constexpr bool empty() const { return bits_ == 0; }
  friend constexpr bool operator==(Levels, Levels) = default;

 private:
  static constexpr std::uint8_t bit(Level level) {
    return static_cast<std::uint8_t>(1u << static_cast<unsigned>(level));
  }
  std::uint8_t bits_ = 0;
};

/// 公开方式, from the most to the least open.
enum class Mode : std::uint8_t { proactive, on_request, withheld };

std::string_view word(Mode mode);
std::string_view chinese(Mode mode);
std::optional<Mode> mode_of(std::string_view word);

/// A value that may differ by level: one part without levels for all of them,
/// or a part a level, in the order written.
template <class T>
struct PerLevel {
  struct Part {
    std::optional<Level> level;  // none: every level
    T value;
  };
  std::vector<Part> parts;

  bool empty() const { return parts.empty(); }
  bool differs() const { return !parts.empty() && parts[0].level.has_value(); }
  /// What holds at a level; null where nothing was said of it.
  const T* at(Level level) const {
    for (const Part& part : parts)
      if (!part.level || *part.level == level) return &part.value;
    return nullptr;
  }
  static PerLevel same(T value) {
    PerLevel all;
    all.parts.push_back({std::nullopt, std::move(value)});
    return all;
  }
};

}  // namespace catalog::model
