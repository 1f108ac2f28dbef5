#include "schema/decimal.h"

#include <algorithm>

namespace catalog::schema {
namespace {

constexpr std::int64_t max_exponent = 1'000'000'000;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

/// Where the integer part of a number ends; 0 where there is none.
std::size_t whole_part_end(std::string_view text) {
  const std::size_t begin = text.starts_with('-') ? 1 : 0;
  if (begin >= text.size() || !is_digit(text[begin])) return 0;
  return text[begin] == '0' ? begin + 1 : skip_digits(text, begin);
}

std::int64_t exponent_of(std::string_view text) {
  const bool negative = text.starts_with('-');
  std::int64_t value = 0;
  for (const char c : text)
    if (is_digit(c)) value = std::min(value * 10 + (c - '0'), max_exponent);
  return negative ? -value : value;
}

__extension__ typedef unsigned __int128 Wide;

std::uint64_t product_modulo(std::uint64_t a, std::uint64_t b,
                             std::uint64_t modulus) {
  return static_cast<std::uint64_t>(static_cast<Wide>(a) * b % modulus);
}

}  // namespace

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  const auto sign = [](const Decimal& each) {
    return each.digits.empty() ? 0 : each.negative ? -1 : 1;
  };
  if (sign(a) != sign(b)) return sign(a) <=> sign(b);
  const Decimal& low = a.negative ? b : a;
  const Decimal& high = a.negative ? a : b;
  const auto top = [](const Decimal& each) {
    return static_cast<std::int64_t>(each.digits.size()) + each.exponent;
  };
  if (sign(a) == 0) return std::strong_ordering::equal;
  if (top(low) != top(high)) return top(low) <=> top(high);
  return low.digits.compare(high.digits) <=> 0;
}

Decimal decimal_of(std::string_view text) {
  Decimal value;
  value.negative = text.starts_with('-');
  if (value.negative) text.remove_prefix(1);
  const std::size_t e = text.find_first_of("eE");
  if (e != std::string_view::npos) {
    value.exponent = exponent_of(text.substr(e + 1));
    text = text.substr(0, e);
  }
  const std::size_t point = text.find('.');
  value.digits = text.substr(0, point);
  if (point != std::string_view::npos) {
    value.digits += text.substr(point + 1);
    value.exponent -= static_cast<std::int64_t>(text.size() - point - 1);
  }
  while (value.digits.ends_with('0')) {
    value.digits.pop_back();
    ++value.exponent;
  }
  value.digits.erase(0, value.digits.find_first_not_of('0'));
  if (value.digits.empty()) return {};
  return value;
}

bool is_whole_number(std::string_view text) {
  const std::size_t end = whole_part_end(text);
  return end != 0 && end == text.size();
}

bool is_number(std::string_view text) {
  std::size_t at = whole_part_end(text);
  if (at == 0) return false;
  if (at < text.size() && text[at] == '.') {
    const std::size_t end = skip_digits(text, at + 1);
    if (end == at + 1) return false;
    at = end;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    const std::size_t end = skip_digits(text, at);
    if (end == at) return false;
    at = end;
  }
  return at == text.size();
}

bool is_multiple(const Decimal& value, const Decimal& divisor) {
  if (value.digits.empty()) return true;
  std::int64_t shift = value.exponent - divisor.exponent;
  if (shift < 0) return false;  // the value has digits below the divisor's
  std::uint64_t modulus = 0;
  for (const char c : divisor.digits)
    modulus = modulus * 10 + static_cast<std::uint64_t>(c - '0');
  if (modulus == 0) return false;  // never: no schema may have it
  std::uint64_t rest = 0;
  for (const char c : value.digits)
    rest = (product_modulo(rest, 10, modulus) +
            static_cast<std::uint64_t>(c - '0')) %
           modulus;
  for (std::uint64_t power = 10 % modulus; shift > 0; shift >>= 1) {
    if (shift & 1) rest = product_modulo(rest, power, modulus);
    power = product_modulo(power, power, modulus);
  }
  return rest == 0;
}

}  // namespace catalog::schema
