#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace catalog::unicode {

/// Where the first byte stands that is not part of well-formed UTF-8 (no
/// overlong forms, no surrogates, nothing above U+10FFFF); npos when all is.
std::size_t find_ill_formed(std::string_view bytes);

/// A code point and the number of bytes it takes. Ill-formed bytes are read
/// one at a time as U+FFFD.
struct CodePoint {
  char32_t value = 0;
  std::size_t size = 0;
};

/// The same for any bytes, without the shortcuts of `decode`.
CodePoint decode_any(std::string_view text, std::size_t offset);

/// The code point at `offset`, which must be inside the text.
inline CodePoint decode(std::string_view text, std::size_t offset = 0) {
  const auto byte = [&](std::size_t at) {
    return static_cast<unsigned char>(text[offset + at]);
  };
  const unsigned first = byte(0);
  if (first < 0x80) return {first, 1};
  // Nearly all of Chinese: three bytes of which any two will do.
  if (first > 0xE0 && first < 0xED && text.size() - offset > 2 &&
      (byte(1) & 0xC0u) == 0x80 && (byte(2) & 0xC0u) == 0x80)
    return {(first & 0xFu) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu),
            3};
  return decode_any(text, offset);
}

/// The number of code points.
std::size_t count(std::string_view text);

/// The first code points of a text, at most `limit` of them.
std::string_view prefix(std::string_view text, std::size_t limit);

void append(std::string& text, char32_t value);

std::u32string to_utf32(std::string_view text);
std::string to_utf8(std::u32string_view text);

/// Walks over a text: `for (const char32_t each : CodePoints(text))`.
class CodePoints {
 public:
  class Iterator {
   public:
    Iterator(std::string_view text, std::size_t offset)
        : text_(text), offset_(offset) {
      read();
    }
    char32_t operator*() const { return point_.value; }
    Iterator& operator++() {
      offset_ += point_.size;
      read();
      return *this;
    }
    /// Where the code point begins, and the bytes it takes.
    std::size_t offset() const { return offset_; }
    std::size_t size() const { return point_.size; }
    friend bool operator==(const Iterator& a, const Iterator& b) {
      return a.offset_ == b.offset_;
    }

   private:
    void read() {
      point_ = offset_ < text_.size() ? decode(text_, offset_) : CodePoint{};
    }

    std::string_view text_;
    std::size_t offset_;
    CodePoint point_;
  };

  explicit CodePoints(std::string_view text) : text_(text) {}
  Iterator begin() const { return {text_, 0}; }
  Iterator end() const { return {text_, text_.size()}; }

 private:
  std::string_view text_;
};

}  // namespace catalog::unicode
