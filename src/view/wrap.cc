#include "view/wrap.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "unicode/three_bytes.h"
#include "unicode/utf8.h"
#include "unicode/width.h"

namespace catalog::view {
namespace {

/// In hundredths of an em. In 宋体 every Latin character is half an em; in
/// fonts like it some are wider.
std::uint8_t advance(char32_t value) {
  constexpr std::u32string_view broad = U"mwM%@&";
  if (broad.find(value) != broad.npos) return 90;
  if (value >= U'A' && value <= U'Z') return value == U'W' ? 100 : 75;
  if (value < 0x80) return value < 0x20 ? 0 : 56;
  const auto columns = unicode::width(value, unicode::Ambiguous::wide);
  return columns == 1 ? 70 : static_cast<std::uint8_t>(columns * 50);
}

bool contains(std::u32string_view all, char32_t value) {
  return all.find(value) != all.npos;
}

/// Does not begin a line.
bool closes(char32_t value) {
  return contains(U"，。、；：！？）》〉〕】」』”’…—·％%,.;:!?)]}/", value);
}

/// Does not end a line.
bool opens(char32_t value) { return contains(U"（《〈〔【「『“‘([{", value); }

/// Part of a word that stays whole.
bool is_word(char32_t value) {
  return value != U' ' && unicode::width(value, unicode::Ambiguous::wide) == 1;
}

/// What a character is to a line. Lengths are in hundredths of an em, so that
/// their sums are exact.
struct Shape {
  std::uint8_t advance = ideograph;
  bool closes = false;
  bool opens = false;
  bool is_word = false;

  static constexpr int ideograph = 100;
};

Shape make_shape(char32_t value) {
  return {advance(value), closes(value), opens(value), is_word(value)};
}

/// Those of the characters from `begin` to before `end`.
template <char32_t begin, char32_t end>
class Range {
 public:
  Range() {
    for (char32_t each = begin; each < end; ++each)
      shapes_[each - begin] = make_shape(each);
  }
  const Shape* find(char32_t value) const {
    return value >= begin && value < end ? &shapes_[value - begin] : nullptr;
  }

 private:
  std::array<Shape, end - begin> shapes_;
};

/// The shapes of what Chinese texts are made of beside ideographs.
class Shapes {
 public:
  Shape of(char32_t value) const {
    if (const Shape* shape = latin_.find(value)) return *shape;
    if (const Shape* shape = full_width_.find(value)) return *shape;
    if (const Shape* shape = punctuation_.find(value)) return *shape;
    if (const Shape* shape = signs_.find(value)) return *shape;
    return make_shape(value);
  }

 private:
  Range<0, 0x180> latin_;
  Range<0xFF00, 0xFFF0> full_width_;
  Range<0x3000, 0x3040> punctuation_;
  Range<0x2000, 0x2700> signs_;
};

const Shapes& shapes() {
  static const Shapes all;
  return all;
}

/// How many characters from U+4E00 to U+9FFF a text begins with: most of any.
std::size_t ideographs(std::string_view text) {
  const auto byte = [&](std::size_t at) {
    return static_cast<unsigned char>(text[at]);
  };
  std::size_t i = 0;
  for (; i + 2 < text.size(); i += 3) {
    const unsigned first = byte(i);
    if (first < 0xE4 || first > 0xE9 || (first == 0xE4 && byte(i + 1) < 0xB8) ||
        !unicode::is_three_bytes(text.data() + i))
      break;
  }
  return i / 3;
}

/// Fills lines with pieces that stay whole where they can.
class Filling {
 public:
  explicit Filling(double room)
      : room_(static_cast<int>(std::clamp(room, 1.0, widest) * 100)) {}

  void add(int piece) {
    if (used_ > 0 && used_ + piece > room_) {
      ++lines_;
      used_ = 0;
    }
    while (piece > room_) {  // too long for any line
      ++lines_;
      piece -= room_ / 100 * 100;
    }
    used_ += piece;
  }
  /// So many ideographs, each of which may begin a line.
  void add_ideographs(std::size_t count) {
    while (count > 0) {
      const auto fitting = static_cast<std::size_t>(std::max(room_ - used_, 0) /
                                                    Shape::ideograph);
      const std::size_t some = std::min(count, fitting);
      used_ += static_cast<int>(some) * Shape::ideograph;
      count -= some;
      if (count == 0) return;
      ++lines_;
      used_ = 0;
    }
  }
  std::size_t lines() const { return lines_; }

 private:
  static constexpr double widest = 1e6;

  int room_;
  int used_ = 0;
  std::size_t lines_ = 1;
};

std::size_t lines_of_one(std::string_view line, double room) {
  const Shapes& known = shapes();
  Filling filling(room);
  int piece = 0;
  Shape before{0, false, true, false};  // the line's begin breaks nothing
  while (!line.empty()) {
    if (const std::size_t count = ideographs(line); count > 0) {
      if (!before.opens) {
        filling.add(piece);
        piece = 0;
      }
      // The last may be followed by what stays with it.
      piece += Shape::ideograph;
      if (count > 1) {
        filling.add(piece);
        filling.add_ideographs(count - 2);
        piece = Shape::ideograph;
      }
      before = {};
      line.remove_prefix(count * 3);
      continue;
    }
    const auto point = unicode::decode(line);
    const Shape shape = known.of(point.value);
    const bool stays = shape.closes || before.opens ||
                       (before.is_word && shape.is_word) || point.value == U' ';
    if (!stays) {
      filling.add(piece);
      piece = 0;
    }
    piece += shape.advance;
    before = shape;
    line.remove_prefix(point.size);
  }
  filling.add(piece);
  return filling.lines();
}

}  // namespace

double length(std::string_view line) {
  const Shapes& known = shapes();
  std::size_t hundredths = 0;
  while (!line.empty()) {
    if (const std::size_t count = ideographs(line); count > 0) {
      hundredths += count * Shape::ideograph;
      line.remove_prefix(count * 3);
      continue;
    }
    const auto point = unicode::decode(line);
    hundredths += known.of(point.value).advance;
    line.remove_prefix(point.size);
  }
  return static_cast<double>(hundredths) / 100;
}

std::size_t wrapped_lines(std::string_view text, double room) {
  std::size_t lines = 0;
  for (;;) {
    const auto end = text.find('\n');
    lines += lines_of_one(text.substr(0, end), room);
    if (end == text.npos) return lines;
    text.remove_prefix(end + 1);
  }
}

}  // namespace catalog::view
