#include "view/wrap.h"

#include <algorithm>
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
  char32_t before = 0;
  for (const char32_t each : unicode::CodePoints(line)) {
    const bool stays = before == 0 || closes(each) || opens(before) ||
                       (is_word(before) && is_word(each)) || each == U' ';
    if (!stays) {
      filling.add(piece);
      piece = 0;
    }
    piece += advance(each);
    before = each;
  }
  filling.add(piece);
  return filling.lines();
}

}  // namespace

double length(std::string_view line) {
  double ems = 0;
  for (const char32_t each : unicode::CodePoints(line)) ems += advance(each);
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
