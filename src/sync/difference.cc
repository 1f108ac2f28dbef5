#include "sync/difference.h"

#include <vector>

#include "sync/alignment.h"
#include "unicode/utf8.h"

namespace catalog::sync {
namespace {

bool is_word_byte(char32_t value) {
  return (value >= U'0' && value <= U'9') || (value >= U'a' && value <= U'z') ||
         (value >= U'A' && value <= U'Z');
}

bool is_digit(char32_t value) { return value >= U'0' && value <= U'9'; }

std::vector<std::string_view> words_in(std::string_view text) {
  std::vector<std::string_view> words;
  char32_t last = 0;
  const unicode::CodePoints points(text);
  for (auto at = points.begin(); at != points.end(); ++at) {
    const std::string_view piece = text.substr(at.offset(), at.size());
    const bool goes_on = !words.empty() && is_word_byte(*at) &&
                         is_word_byte(last) && is_digit(*at) == is_digit(last);
    if (goes_on)
      words.back() = {words.back().data(), words.back().size() + piece.size()};
    else
      words.push_back(piece);
    last = *at;
  }
  return words;
}

/// What stayed, with its middle left out where it is long.
std::string kept(const std::vector<std::string_view>& words, bool is_first,
                 bool is_last) {
  constexpr std::size_t near = 12;
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool is_near =
        (!is_first && i < near) || (!is_last && i + near >= words.size());
    if (is_near || words.size() <= near * 2) {
      text += words[i] == "\n" ? "⏎" : std::string(words[i]);
      continue;
    }
    text += "…";
    i = is_last ? words.size() : words.size() - near - 1;
  }
  return text;
}

}  // namespace

std::string word_difference(std::string_view was, std::string_view now) {
  const auto a = words_in(was), b = words_in(now);
  const auto steps =
      aligned(a.size(), b.size(),
              [&](std::size_t i, std::size_t j) { return a[i] == b[j]; });
  std::string text, gone, fresh;
  std::vector<std::string_view> same;
  bool is_first = true;
  const auto shown = [](std::string_view word) {
    return word == "\n" ? std::string("⏎") : std::string(word);
  };
  const auto flush_same = [&](bool is_last) {
    text += kept(same, is_first, is_last);
    if (!same.empty()) is_first = false;
    same.clear();
  };
  const auto flush_changed = [&] {
    if (!gone.empty()) text += "[-" + gone + "-]";
    if (!fresh.empty()) text += "{+" + fresh + "+}";
    if (!gone.empty() || !fresh.empty()) is_first = false;
    gone.clear();
    fresh.clear();
  };
  for (const Step& step : steps) {
    if (step.is_kept) {
      flush_changed();
      same.push_back(a[*step.before]);
      continue;
    }
    flush_same(false);
    if (step.before) gone += shown(a[*step.before]);
    if (step.after) fresh += shown(b[*step.after]);
  }
  flush_changed();
  flush_same(true);
  return text;
}

}  // namespace catalog::sync
