#include "phrase/timing_audit.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

#include "phrase/timing_words.h"
#include "unicode/utf8.h"

namespace catalog::phrase {
namespace {

using std::string_view;

constexpr string_view kept[] = {
    "不",   "未", "无",   "非", "除", "仅",   "只",   "或",   "约",   "可",
    "免",   "暂", "勿",   "禁", "停", "余",   "若干", "再",   "左右", "首次",
    "初次", "逢", "分别", "半", "第", "原则", "一般", "连续", "累计", "倍"};

/// What holds such a word and is said in another form, or says nothing.
constexpr string_view other[] = {
    "不得少于", "不得低于", "不得短于", "不得超过", "不得晚于", "不得迟于",
    "不得多于", "不少于",   "不低于",   "不短于",   "不超过",   "不晚于",
    "不迟于",   "不多于",   "不长于",   "即可",     "第一时间", "两微一端"};

/// `1.`, `2、`, `(三)`: a number that counts the entries of a list.
bool is_list_mark(string_view behind, int value) {
  constexpr string_view closes[] = {"、", ".", ")"};
  return value <= 30 && !take_any(behind, closes).empty();
}

/// Calls `word(index into kept, text)` and `number(value, text)` for each.
template <typename Word, typename Number>
void walk(string_view text, const Word& word, const Number& number) {
  while (!text.empty()) {
    string_view rest = text;
    if (!take_any(rest, other).empty()) {
      text = rest;
      continue;
    }
    if (const auto value = take_number(rest)) {
      number(*value, text.substr(0, text.size() - rest.size()), rest);
      text = rest;
      continue;
    }
    if (const string_view found = take_any(rest, kept); !found.empty()) {
      const auto* const at = std::find(std::begin(kept), std::end(kept), found);
      word(static_cast<std::size_t>(at - std::begin(kept)),
           text.substr(0, found.size()));
      text = rest;
      continue;
    }
    text.remove_prefix(unicode::decode(text, 0).size);
  }
}

}  // namespace

std::optional<string_view> unsaid(string_view phrase, string_view said) {
  std::array<int, std::size(kept)> words{};
  std::vector<int> numbers;
  walk(
      said, [&](std::size_t index, string_view) { ++words[index]; },
      [&](int value, string_view, string_view) { numbers.push_back(value); });
  // 停止公示 is said again as 不再公示.
  constexpr string_view stopped = "不再公示";
  const auto* const stop = std::find(std::begin(kept), std::end(kept), "停");
  for (auto at = said.find(stopped); at != said.npos;
       at = said.find(stopped, at + stopped.size()))
    ++words[static_cast<std::size_t>(stop - std::begin(kept))];
  std::optional<string_view> missing;
  walk(
      phrase,
      [&](std::size_t index, string_view text) {
        if (--words[index] < 0 && !missing) missing = text;
      },
      [&](int value, string_view text, string_view rest) {
        // 一季度 is a quarter, and 一 most often no number.
        if (value <= 1 || missing || is_list_mark(rest, value)) return;
        if (std::find(numbers.begin(), numbers.end(), value) == numbers.end())
          missing = text;
      });
  return missing;
}

}  // namespace catalog::phrase
