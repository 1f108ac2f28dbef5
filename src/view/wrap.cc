#include "view/wrap.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "unicode/utf8.h"
#include "unicode/width.h"

namespace catalog::view {
namespace {

/// In 宋体 every Latin character is half an em; in fonts like it some are
/// wider.
double advance(char32_t value) {
  constexpr std::u32string_view broad = U"mwM%@&";
  if (broad.find(value) != broad.npos) return 0.9;
  if (value >= U'A' && value <= U'Z') return value == U'W' ? 1 : 0.75;
  if (value < 0x80) return value < 0x20 ? 0 : 0.56;
  const auto columns = unicode::width(value, unicode::Ambiguous::wide);
  return columns == 1 ? 0.7 : static_cast<double>(columns) / 2;
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

/// What a character is to a line.
struct Shape {
  double advance = 1;
  bool closes = false;
  bool opens = false;
  bool is_word = false;
};

Shape make_shape(char32_t value) {
  return {advance(value), closes(value), opens(value), is_word(value)};
}

/// Those of the characters from `begin` to before `end`.
template <char32_t begin, char32_t end>
class Shapes {
 public:
  Shapes() {
    for (char32_t each = begin; each < end; ++each)
      shapes_[each - begin] = make_shape(each);
  }
  const Shape* find(char32_t value) const {
    return value >= begin && value < end ? &shapes_[value - begin] : nullptr;
  }

 private:
  std::array<Shape, end - begin> shapes_;
};

Shape shape_of(char32_t value) {
  if (value >= 0x4E00 && value <= 0x9FFF) return {};  // most of any text
  static const Shapes<0, 0x3400> latin_to_punctuation;
  static const Shapes<0xFF00, 0xFFF0> full_width;
  if (const Shape* shape = latin_to_punctuation.find(value)) return *shape;
  if (const Shape* shape = full_width.find(value)) return *shape;
  return make_shape(value);
}

/// Fills lines with pieces that stay whole where they can.
class Filling {
 public:
  explicit Filling(double room) : room_(std::max(room, 1.0)) {}

  void add(double piece) {
    if (used_ > 0 && used_ + piece > room_) {
      ++lines_;
      used_ = 0;
    }
    while (piece > room_) {  // too long for any line
      ++lines_;
      piece -= std::floor(room_);
    }
    used_ += piece;
  }
  std::size_t lines() const { return lines_; }

 private:
  double room_;
  double used_ = 0;
  std::size_t lines_ = 1;
};

std::size_t lines_of_one(std::string_view line, double room) {
  Filling filling(room);
  double piece = 0;
  Shape before{0, false, true, false};  // the line's begin breaks nothing
  for (const char32_t each : unicode::CodePoints(line)) {
    const Shape shape = shape_of(each);
    const bool stays = shape.closes || before.opens ||
                       (before.is_word && shape.is_word) || each == U' ';
    if (!stays) {
      filling.add(piece);
      piece = 0;
    }
    piece += shape.advance;
    before = shape;
  }
  filling.add(piece);
  return filling.lines();
}

}  // namespace

double length(std::string_view line) {
  double ems = 0;
  for (const char32_t each : unicode::CodePoints(line))
    ems += shape_of(each).advance;
  return ems;
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
