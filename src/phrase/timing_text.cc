#include "phrase/timing_text.h"

#include "unicode/normal.h"
#include "unicode/utf8.h"

namespace catalog::phrase {
namespace {

/// Enclosed and dotted numbers, bullets, ticks.
bool is_mark(char32_t value) {
  constexpr std::u32string_view bullets = U"●○•·■□◆★▪※〇*✓√-–—";
  if (value == U'〇') return false;  // also the digit zero
  return (value >= 0x2460 && value <= 0x249B) ||
         (value >= 0x3220 && value <= 0x3229) ||
         bullets.find(value) != std::u32string_view::npos;
}

bool is_space(char32_t value) {
  return value == U' ' || value == U'\t' || value == 0x3000 ||
         value == 0x00A0 || (value >= 0x2000 && value <= 0x200B) ||
         value == 0xFEFF;
}

bool is_word(char value) {
  return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z');
}

/// Full-width forms and the few traditional characters that timings have.
std::string plain(char32_t value, std::string_view bytes) {
  if (value == U'內') return "内";
  if (value == U'個') return "个";
  if (value == U'≥') return "不少于";
  if (value == U'≤') return "不超过";
  if (value == U'﹝' || value == U'﹞')
    return std::string(value == U'﹝' ? "〔" : "〕");
  if ((value >= 0xFF01 && value <= 0xFF65) ||
      (value >= 0xFE10 && value <= 0xFE6F) ||
      (value >= 0x2E80 && value <= 0x2FDF) ||
      (value >= 0xF900 && value <= 0xFAFF))
    return unicode::nfkc(bytes);
  return std::string(bytes);
}

}  // namespace

void PlainText::append(std::string_view bytes, std::size_t begin,
                       std::size_t end) {
  for (const char byte : bytes) {
    text_ += byte;
    begins_.push_back(static_cast<std::uint32_t>(begin));
    ends_.push_back(static_cast<std::uint32_t>(end));
  }
}

PlainText::PlainText(std::string_view phrase, bool joins_lines) {
  const unicode::CodePoints points(phrase);
  std::size_t at = 0;
  bool after_space = false, at_start = true;
  for (auto each = points.begin(); each != points.end(); ++each) {
    const std::size_t begin = at;
    at += each.size();
    const char32_t value = *each;
    if (is_space(value)) {
      after_space = true;
      continue;
    }
    if (value == U'\r' || (joins_lines && value == U'\n')) continue;
    const bool starts =
        at_start || after_space || text_.empty() ||
        std::string_view(";:\n").find(text_.back()) != std::string_view::npos;
    const bool enclosed = value >= 0x2460 && value <= 0x3229;
    if (is_mark(value) && (starts || enclosed)) {
      append(std::string_view(&mark, 1), begin, at);
    } else {
      const std::string bytes = plain(value, phrase.substr(begin, at - begin));
      if (after_space && !text_.empty() && !bytes.empty() &&
          is_word(text_.back()) && is_word(bytes.front()))
        append(" ", begin, begin);
      append(bytes, begin, at);
    }
    after_space = at_start = false;
  }
}

Range PlainText::range(std::string_view part) const {
  if (text_.empty()) return {};
  const auto begin = static_cast<std::size_t>(part.data() - text_.data());
  if (part.empty()) {
    const std::size_t place =
        begin < begins_.size() ? begins_[begin] : ends_.back();
    return {place, place};
  }
  return {begins_[begin], ends_[begin + part.size() - 1]};
}

std::string as_printed(std::string_view plain) {
  std::string printed;
  const auto is_digit = [](char value) { return value >= '0' && value <= '9'; };
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const bool in_number = i > 0 && i + 1 < plain.size() &&
                           is_digit(plain[i - 1]) && is_digit(plain[i + 1]);
    switch (plain[i]) {
      case ',': printed += in_number ? "," : "，"; break;
      case ':': printed += in_number ? ":" : "："; break;
      case ';': printed += "；"; break;
      case '(': printed += "（"; break;
      case ')': printed += "）"; break;
      default: printed += plain[i];
    }
  }
  return printed;
}

}  // namespace catalog::phrase
