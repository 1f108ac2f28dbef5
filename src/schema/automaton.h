#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace catalog::schema {

/// A deterministic automaton for the simple regular expressions that schemas
/// mostly have, a table look-up a byte: ASCII, from `^` to `$`, with nothing
/// but literals, classes, groups, alternatives and repetitions. It means what
/// ECMAScript has it mean.
class Automaton {
 public:
  /// Nothing for an expression that is not as simple, or takes many states.
  static std::optional<Automaton> of(std::string_view expression);

  bool matches(std::string_view text) const {
    std::size_t state = start;
    for (const char byte : text)
      state = next_[state + columns_[static_cast<unsigned char>(byte)]];
    return accepts_[state / width_];
  }

 private:
  friend class AutomatonBuilder;
  Automaton() = default;

  static constexpr std::size_t start = 0;
  /// Bytes that no class of the expression tells apart share a column.
  std::array<std::uint8_t, 256> columns_{};
  std::size_t width_ = 0;            // columns: a row a state
  std::vector<std::uint16_t> next_;  // where the next state's row begins
  std::vector<std::uint8_t> accepts_;
};

}  // namespace catalog::schema
