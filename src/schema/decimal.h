#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace catalog::schema {

/// A number exactly as written in JSON: `digits` x 10^`exponent`. There are no
/// zeros at either end of the digits, so equal numbers are equal in all
/// members; zero has no digits. Exponents beyond a thousand million count as
/// that.
struct Decimal {
  bool negative = false;
  std::string digits;
  std::int64_t exponent = 0;

  bool is_integer() const { return exponent >= 0; }

  friend bool operator==(const Decimal&, const Decimal&) = default;
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
};

/// Reads a text that has the grammar of a JSON number.
Decimal decimal_of(std::string_view text);

/// Whether the whole text has the grammar of a JSON number, or of one without
/// fraction and exponent.
bool is_number(std::string_view text);
bool is_whole_number(std::string_view text);

/// The most digits a divisor may have.
inline constexpr std::size_t max_divisor_digits = 18;

/// Whether `value` is a whole multiple of `divisor`, which is above zero and
/// has at most max_divisor_digits.
bool is_multiple(const Decimal& value, const Decimal& divisor);

}  // namespace catalog::schema
