#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "diagnostics/message.h"

namespace catalog::compare {

/// What a change means: for those who must publish, for those who read, and
/// for programs that exchange the catalog.
enum class Effect : std::uint8_t {
  duty_added,
  duty_removed,
  duty_tightened,
  duty_loosened,
  duty_changed,  // binds otherwise, and neither is known to ask less
  shown,         // what a citizen sees
  exchange,      // ids, codes, structure
  editorial      // the same in other words or in another order
};
inline constexpr Effect all_effects[] = {
    Effect::duty_removed, Effect::duty_loosened,  Effect::duty_changed,
    Effect::duty_added,   Effect::duty_tightened, Effect::shown,
    Effect::exchange,     Effect::editorial};

/// The stable word of an effect: `duty-loosened`, `public`.
std::string_view word(Effect effect);
diagnostics::Words name_of(Effect effect);

constexpr bool is_duty(Effect effect) { return effect <= Effect::duty_changed; }

/// Seen from the other side: what was added there is missing here.
Effect mirrored(Effect effect);

/// Several effects of one change.
class Effects {
 public:
  constexpr Effects() = default;
  constexpr Effects(Effect effect) : bits_(bit(effect)) {}

  constexpr void insert(Effect effect) { bits_ |= bit(effect); }
  constexpr void insert(Effects effects) { bits_ |= effects.bits_; }
  constexpr bool contains(Effect effect) const { return bits_ & bit(effect); }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr bool has_duty() const {
    return (bits_ & (bit(Effect::shown) - 1)) != 0;
  }
  /// The gravest first, in the order of `all_effects`; nothing where empty.
  std::optional<Effect> gravest() const;
  Effects mirrored() const;
  friend constexpr bool operator==(Effects, Effects) = default;

 private:
  static constexpr unsigned bit(Effect effect) {
    return 1u << static_cast<unsigned>(effect);
  }
  unsigned bits_ = 0;
};

}  // namespace catalog::compare
