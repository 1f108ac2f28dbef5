#include "unicode/utf8.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace catalog::unicode {
namespace {

unsigned byte_at(std::string_view text, std::size_t offset) {
  return static_cast<unsigned char>(text[offset]);
}

/// The second byte's range is narrower after E0, ED, F0 and F4: that is what
/// keeps out overlong forms, surrogates and what lies above U+10FFFF.
bool is_second(unsigned first, unsigned second) {
  switch (first) {
    case 0xE0: return second >= 0xA0 && second <= 0xBF;
    case 0xED: return second >= 0x80 && second <= 0x9F;
    case 0xF0: return second >= 0x90 && second <= 0xBF;
    case 0xF4: return second >= 0x80 && second <= 0x8F;
    default: return second >= 0x80 && second <= 0xBF;
  }
}

std::size_t length_of(unsigned first) {
  if (first < 0x80) return 1;
  if (first < 0xC2) return 0;
  if (first < 0xE0) return 2;
  if (first < 0xF0) return 3;
  return first < 0xF5 ? 4 : 0;
}

/// The bytes of the sequence at `offset`; 0 where it is ill-formed.
std::size_t sequence_at(std::string_view text, std::size_t offset) {
  const unsigned first = byte_at(text, offset);
  const std::size_t size = length_of(first);
  if (size <= 1) return size;
  if (offset + size > text.size()) return 0;
  if (!is_second(first, byte_at(text, offset + 1))) return 0;
  for (std::size_t i = 2; i < size; ++i)
    if ((byte_at(text, offset + i) & 0xC0u) != 0x80) return 0;
  return size;
}

bool is_ascii_block(const char* bytes) {
  std::uint64_t word;
  std::memcpy(&word, bytes, sizeof word);
  return (word & 0x8080808080808080u) == 0;
}

}  // namespace

std::size_t find_ill_formed(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    if (at + 8 <= bytes.size() && is_ascii_block(bytes.data() + at)) {
      at += 8;
      continue;
    }
    const std::size_t size = sequence_at(bytes, at);
    if (size == 0) return at;
    at += size;
  }
  return std::string_view::npos;
}

CodePoint decode_any(std::string_view text, std::size_t offset) {
  const unsigned first = byte_at(text, offset);
  const std::size_t size = sequence_at(text, offset);
  if (size == 0) return {U'\uFFFD', 1};
  char32_t value = first & (0xFFu >> (size + 1));
  for (std::size_t i = 1; i < size; ++i)
    value = (value << 6) | (byte_at(text, offset + i) & 0x3Fu);
  return {value, size};
}

std::size_t count(std::string_view text) {
  std::size_t points = 0;
  for (std::size_t at = 0; at < text.size(); at += decode(text, at).size)
    ++points;
  return points;
}

std::string_view prefix(std::string_view text, std::size_t limit) {
  std::size_t at = 0;
  for (; limit > 0 && at < text.size(); --limit) at += decode(text, at).size;
  return text.substr(0, at);
}

void append(std::string& text, char32_t value) {
  const auto put = [&](char32_t byte) { text += static_cast<char>(byte); };
  if (value < 0x80) {
    put(value);
  } else if (value < 0x800) {
    put(0xC0 | (value >> 6));
    put(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    put(0xE0 | (value >> 12));
    put(0x80 | ((value >> 6) & 0x3F));
    put(0x80 | (value & 0x3F));
  } else {
    put(0xF0 | (value >> 18));
    put(0x80 | ((value >> 12) & 0x3F));
    put(0x80 | ((value >> 6) & 0x3F));
    put(0x80 | (value & 0x3F));
  }
}

std::u32string to_utf32(std::string_view text) {
  std::u32string points;
  points.reserve(text.size());
  for (const char32_t each : CodePoints(text)) points += each;
  return points;
}

std::string to_utf8(std::u32string_view text) {
  std::string bytes;
  for (const char32_t each : text) append(bytes, each);
  return bytes;
}

}  // namespace catalog::unicode
