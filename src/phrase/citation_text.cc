#include "phrase/citation_text.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "phrase/citation_words.h"
#include "phrase/timing_words.h"

namespace catalog::phrase {
namespace {

using std::string_view;

constexpr string_view opens[] = {"《", "〈", "(", "[", "【", "〔", "<"};
constexpr string_view closes[] = {"》", "〉", ")", "]", "】", "〕", ">"};

std::size_t kind_of(string_view text, Words signs) {
  std::size_t kind = 0;
  while (kind < signs.size() && !text.starts_with(signs[kind])) ++kind;
  return kind;
}

/// Whether what stands before a line break is whole, so that the next line
/// begins something new.
bool is_whole(string_view before) {
  constexpr string_view ends[] = {"》", ")",  "〕", "]", "】", "。",
                                  ";",  "、", ",",  "…", ".",  "号",
                                  "条", "款", "项", ":", "\n", "等"};
  return before.empty() || ends_with_any(before, ends) || ends_as_title(before);
}

/// Whether a line goes on with what stood before, however whole that was.
bool goes_on(string_view line) {
  constexpr string_view starts[] = {"的", "实施", "等",   "及",  "第",
                                    "(",  "〔",   "和",   "与",  "）",
                                    ")",  "》",   "有关", "施行"};
  return std::any_of(std::begin(starts), std::end(starts),
                     [&](string_view s) { return line.starts_with(s); });
}

/// `(一)` and `(1)` begin an entry of a list, other brackets do not.
bool is_list_mark(string_view line) {
  return take(line, "(") && take_number(line) && take(line, ")") &&
         !line.starts_with("项") && !line.starts_with("款");
}

}  // namespace

BasisText::BasisText(string_view cell) : cell_(cell), plain_(cell) {
  text_ = plain_.text();
  origins_.resize(text_.size());
  std::iota(origins_.begin(), origins_.end(), 0u);
  if (text_.find('\n') != text_.npos) {
    pair_brackets();
    drop_page_breaks();
  }
  pair_brackets();
}

void BasisText::pair_brackets() {
  struct Open {
    std::size_t kind;
    std::size_t at;
  };
  partners_.assign(text_.size(), 0);
  std::vector<Open> open;
  std::array<std::size_t, std::size(opens)> count{};
  for (std::size_t at = 0; at < text_.size(); ++at) {
    const string_view rest = string_view(text_).substr(at);
    if (const auto kind = kind_of(rest, opens); kind < std::size(opens)) {
      open.push_back({kind, at});
      ++count[kind];
    } else if (const auto closed = kind_of(rest, closes);
               closed < std::size(closes) && count[closed] > 0) {
      // What was left open inside has no partner.
      while (open.back().kind != closed) {
        --count[open.back().kind];
        open.pop_back();
      }
      --count[closed];
      partners_[open.back().at] =
          static_cast<std::uint32_t>(at + closes[closed].size());
      open.pop_back();
    }
  }
}

void BasisText::drop_page_breaks() {
  std::string text;
  std::vector<std::uint32_t> origins;
  std::size_t group_end = 0;
  for (std::size_t at = 0; at < text_.size(); ++at) {
    group_end = std::max<std::size_t>(group_end, partners_[at]);
    const string_view next = string_view(text_).substr(at + 1);
    const bool is_break =
        text_[at] == '\n' && (at < group_end || !is_whole(text) ||
                              (goes_on(next) && !is_list_mark(next)));
    if (is_break) continue;
    text += text_[at];
    origins.push_back(origins_[at]);
  }
  text_ = std::move(text);
  origins_ = std::move(origins);
}

std::size_t BasisText::end_of_group(std::size_t at) const {
  if (at >= partners_.size() || partners_[at] == 0) return string_view::npos;
  return partners_[at];
}

Range BasisText::range(std::size_t begin, std::size_t end) const {
  if (begin >= end) {
    if (text_.empty()) return {};
    const Range near = range(std::min(begin, text_.size() - 1),
                             std::min(begin, text_.size() - 1) + 1);
    const std::size_t at = begin < text_.size() ? near.begin : near.end;
    return {at, at};
  }
  const std::size_t from = origins_[begin];
  return plain_.range(plain_.text().substr(from, origins_[end - 1] + 1 - from));
}

string_view BasisText::written(std::size_t begin, std::size_t end) const {
  const Range place = range(begin, end);
  return cell_.substr(place.begin, place.end - place.begin);
}

}  // namespace catalog::phrase
