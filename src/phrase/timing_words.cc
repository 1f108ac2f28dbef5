#include "phrase/timing_words.h"

#include <algorithm>

#include "phrase/numerals.h"
#include "unicode/classes.h"
#include "unicode/utf8.h"

namespace catalog::phrase {

using std::string_view;

bool take(string_view& text, string_view word) {
  // Most words fail: the last byte of a first character tells nearly all.
  if (word.size() > 2 && text.size() > 2 && text[2] != word[2]) return false;
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

bool take_last(string_view& text, string_view word) {
  if (!text.ends_with(word)) return false;
  text.remove_suffix(word.size());
  return true;
}

string_view take_any(string_view& text, Words words) {
  for (const string_view word : words)
    if (take(text, word)) return word;
  return {};
}

string_view take_last_any(string_view& text, Words words) {
  for (const string_view word : words)
    if (take_last(text, word)) return word;
  return {};
}

bool is_one_of(string_view text, Words words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

bool starts_with_any(string_view text, Words words) {
  return !take_any(text, words).empty();
}

bool ends_with_any(string_view text, Words words) {
  return !take_last_any(text, words).empty();
}

bool contains_any(string_view text, Words words) {
  return std::any_of(words.begin(), words.end(), [&](string_view word) {
    return text.find(word) != text.npos;
  });
}

std::size_t size_of_numerals(string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_digit(text[end])) ++end;
  if (end > 0) return end;
  constexpr std::u32string_view chinese = U"〇零一二两三四五六七八九十百千";
  for (const unicode::CodePoints points(text); end < text.size();) {
    const auto point = unicode::decode(text, end);
    if (chinese.find(point.value) == std::u32string_view::npos) break;
    end += point.size;
  }
  return end;
}

std::optional<int> take_number(string_view& text) {
  const std::size_t size = size_of_numerals(text);
  if (size == 0) return std::nullopt;
  const auto value = number(text.substr(0, size));
  if (value) text.remove_prefix(size);
  return value;
}

std::size_t end_of_group(string_view text) {
  struct Row {
    string_view open, close;
  };
  constexpr Row rows[] = {{"(", ")"}, {"《", "》"}, {"“", "”"}};
  for (const Row& row : rows) {
    if (!text.starts_with(row.open)) continue;
    int depth = 0;
    for (std::size_t at = 0; at < text.size();) {
      if (text.substr(at).starts_with(row.open)) {
        ++depth;
        at += row.open.size();
      } else if (text.substr(at).starts_with(row.close)) {
        at += row.close.size();
        if (--depth == 0) return at;
      } else {
        at += unicode::decode(text, at).size;
      }
    }
    return 0;
  }
  return 0;
}

bool is_prose(string_view text) {
  constexpr std::u32string_view signs = U"、，（）()《》〈〉“”‘’〔〕[]/·,%+\" ";
  bool has_word = false;
  int depth = 0, titles = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto point = unicode::decode(text, at);
    const char32_t value = point.value;
    const bool is_letter = (value >= U'a' && value <= U'z') ||
                           (value >= U'A' && value <= U'Z') ||
                           (value >= U'0' && value <= U'9');
    const bool is_word = unicode::is_ideograph(value);
    if (!is_word && !is_letter && signs.find(value) == signs.npos) return false;
    has_word |= is_word;
    if (value == U'(' && end_of_group(text.substr(at)) == 0) return false;
    depth += value == U'(' ? 1 : value == U')' ? -1 : 0;
    titles += value == U'《' ? 1 : value == U'》' ? -1 : 0;
    if (depth < 0 || titles < 0) return false;
    at += point.size;
  }
  return has_word && depth == 0 && titles == 0;
}

}  // namespace catalog::phrase
