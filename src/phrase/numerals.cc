#include "phrase/numerals.h"

#include "unicode/utf8.h"

namespace catalog::phrase {
namespace {

constexpr int most = 9999;

/// The value of one digit in any of the three scripts.
std::optional<int> digit(char32_t value) {
  constexpr std::u32string_view chinese = U"〇一二三四五六七八九";
  if (value >= U'0' && value <= U'9') return static_cast<int>(value - U'0');
  if (value >= U'０' && value <= U'９') return static_cast<int>(value - U'０');
  if (value == U'零') return 0;
  if (value == U'两') return 2;
  const std::size_t at = chinese.find(value);
  if (at == std::u32string_view::npos) return std::nullopt;
  return static_cast<int>(at);
}

int unit(char32_t value) {
  switch (value) {
    case U'十': return 10;
    case U'百': return 100;
    case U'千': return 1000;
    default: return 0;
  }
}

/// 26, ２６, 二〇: one digit after the other.
std::optional<int> of_digits(std::string_view text) {
  int total = 0;
  for (const char32_t each : unicode::CodePoints(text)) {
    const auto value = digit(each);
    if (!value) return std::nullopt;
    total = total * 10 + *value;
    if (total > most) return std::nullopt;
  }
  return total;
}

/// 二十六, 一百零三, 十: digits before falling units.
std::optional<int> of_units(std::string_view text) {
  constexpr int none = -1;
  int total = 0, last_unit = most + 1, pending = none;
  for (const char32_t each : unicode::CodePoints(text)) {
    if (const int factor = unit(each)) {
      if (factor >= last_unit || pending == 0) return std::nullopt;
      if (pending == none && !(factor == 10 && total == 0)) return std::nullopt;
      total += (pending == none ? 1 : pending) * factor;
      last_unit = factor;
      pending = none;
      continue;
    }
    const auto value = digit(each);
    if (!value || pending > 0) return std::nullopt;
    pending = *value;
  }
  return total + (pending == none ? 0 : pending);
}

}  // namespace

std::optional<int> number(std::string_view text) {
  if (text.empty()) return std::nullopt;
  if (const auto value = of_digits(text)) return value;
  return of_units(text);
}

}  // namespace catalog::phrase
