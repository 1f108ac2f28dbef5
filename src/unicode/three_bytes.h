#pragma once

namespace catalog::unicode {

// Nearly all of Chinese is written with three bytes a character: loops over
// many texts take these at once and leave the others to `decode`.

/// Whether three bytes are a character between U+1000 and U+CFFF.
inline bool is_three_bytes(const char* bytes) {
  const auto first = static_cast<unsigned char>(bytes[0]);
  return first > 0xE0 && first < 0xED && (bytes[1] & 0xC0) == 0x80 &&
         (bytes[2] & 0xC0) == 0x80;
}

inline char32_t from_three_bytes(const char* bytes) {
  const auto bits = [&](int at, unsigned mask) {
    return static_cast<unsigned char>(bytes[at]) & mask;
  };
  return bits(0, 0xF) << 12 | bits(1, 0x3F) << 6 | bits(2, 0x3F);
}

}  // namespace catalog::unicode
