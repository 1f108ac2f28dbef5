#include "phrase/citation_bracket.h"

#include <algorithm>
#include <optional>

#include "phrase/citation_provision.h"
#include "phrase/citation_words.h"
#include "phrase/timing_words.h"
#include "unicode/utf8.h"

namespace catalog::phrase {
namespace {

using std::string_view;
using What = TextEvent::What;

/// A number of one to `most` digits at the front.
std::optional<int> take_digits(string_view& text, std::size_t most) {
  std::size_t size = 0;
  int value = 0;
  while (size < text.size() && is_digit(text[size]) && size <= most)
    value = value * 10 + (text[size++] - '0');
  if (size == 0 || size > most) return std::nullopt;
  text.remove_prefix(size);
  return value;
}

/// 2018年, 2018年12月29日, 2018-12-29, 2018.12.29 at the front.
std::optional<TextEvent> take_date(string_view& text) {
  string_view rest = text;
  TextEvent date;
  const auto year = take_digits(rest, 4);
  if (!year || *year < 1949 || *year > 2199) return std::nullopt;
  date.year = *year;
  const bool is_chinese = take(rest, "年");
  if (!is_chinese && !take(rest, "-") && !take(rest, ".") && !take(rest, "/"))
    return std::nullopt;
  string_view month_rest = rest;
  const auto month = take_digits(month_rest, 2);
  const bool has_month =
      month && *month >= 1 && *month <= 12 &&
      (is_chinese ? take(month_rest, "月")
                  : take(month_rest, "-") || take(month_rest, ".") ||
                        take(month_rest, "/"));
  if (!has_month && !is_chinese) return std::nullopt;
  if (has_month) {
    date.month = *month;
    rest = month_rest;
    const auto day = take_digits(month_rest, 2);
    const bool has_day = day && *day >= 1 && *day <= 31 &&
                         (!is_chinese || take(month_rest, "日"));
    if (!has_day && !is_chinese) return std::nullopt;
    if (has_day) {
      date.day = *day;
      rest = month_rest;
    }
  }
  text = rest;
  return date;
}

/// What happened on a day, by the words behind it.
What what_of(string_view words) {
  constexpr string_view amended[] = {"修正", "修订", "修改", "修"};
  constexpr string_view issued[] = {"公布", "发布", "颁布", "印发", "颁发"};
  constexpr string_view effective[] = {"施行", "实施", "生效", "执行"};
  if (contains_any(words, amended)) return What::amended;
  if (words.find("通过") != words.npos) return What::adopted;
  if (contains_any(words, issued)) return What::issued;
  if (contains_any(words, effective)) return What::effective;
  return What::named;
}

/// Words that belong to a title though they stand in a bracket behind it.
bool is_of_title(string_view words) {
  constexpr string_view all[] = {"试行",   "暂行",   "草案",   "征求意见稿",
                                 "修订稿", "修订版", "修订本", "修正案"};
  if (std::find(std::begin(all), std::end(all), words) != std::end(all))
    return true;
  string_view rest = words;
  return take_date(rest) && (rest == "版" || rest == "本" || rest == "年版");
}

/// Words that say nothing about which text is meant.
bool says_nothing(string_view words) {
  constexpr string_view all[] = {"条文全文", "全文", "节选", "略",      "修订",
                                 "修正",     "最新", "现行", "最新修订"};
  return words.empty() ||
         std::find(std::begin(all), std::end(all), words) != std::end(all) ||
         words.starts_with("以下简称") || words.starts_with("简称");
}

/// 第十届全国人民代表大会常务委员会第二十九次会议通过
bool is_history(string_view words) {
  constexpr string_view ends[] = {"通过",   "修正", "修订",  "修改", "公布",
                                  "发布",   "施行", "批准",  "印发", "实施",
                                  "起施行", "颁布", "修正版"};
  return ends_with_any(words, ends);
}

class Reader {
 public:
  Reader(const BasisText& text, std::size_t begin, std::size_t end)
      : text_(text), begin_(begin), end_(end) {}

  BracketContent read() {
    const string_view whole = between(begin_, end_);
    if (is_of_title(whole)) {
      content_.title = "（" + title_of(text_.written(begin_, end_)) + "）";
      return std::move(content_);
    }
    std::size_t at = begin_;
    while (at <= end_) {
      const std::size_t stop = end_of_part(at);
      read_part(at, stop);
      at = stop + std::max<std::size_t>(1, size_of_sign(stop));
    }
    return std::move(content_);
  }

 private:
  string_view between(std::size_t begin, std::size_t end) const {
    return text_.text().substr(begin, end - begin);
  }
  std::size_t size_of_sign(std::size_t at) const {
    constexpr string_view signs[] = {",", ";", "、", "。", ":"};
    string_view rest = text_.text().substr(at);
    return take_any(rest, signs).size();
  }

  std::size_t end_of_part(std::size_t at) const {
    while (at < end_ && size_of_sign(at) == 0) {
      const std::size_t group = text_.end_of_group(at);
      at = group != string_view::npos
               ? group
               : at + unicode::decode(text_.text(), at).size;
    }
    return std::min(at, end_);
  }

  void read_part(std::size_t begin, std::size_t end) {
    const string_view part = between(begin, end);
    if (says_nothing(part) || take_number(begin, part)) return;
    string_view rest = part;
    if (is_provision(part)) {
      auto provisions = take_provisions(rest);
      if (rest.empty() && content_.provisions.empty()) {
        content_.provisions = std::move(provisions);
        content_.provisions_begin = begin;
        return;
      }
    }
    if (take_events(begin, end) || is_history(part) || is_organ(part)) return;
    content_.unread.push_back({begin, end});
  }

  bool take_number(std::size_t begin, string_view part) {
    string_view rest = part;
    const auto number = take_document_number(rest);
    if (!number || !(rest.empty() || is_history(rest))) return false;
    name_named(what_of(rest));
    if (content_.number.empty()) {
      content_.number = *number;
      content_.number_begin = begin;
      content_.number_end = begin + part.size() - rest.size();
    }
    return true;
  }

  void take_number_at(std::size_t begin, std::size_t end) {
    string_view rest = between(begin, end);
    take(rest, "以");
    const std::size_t from = end - rest.size();
    const auto number = take_document_number(rest);
    if (!number || !content_.number.empty()) return;
    content_.number = *number;
    content_.number_begin = from;
    content_.number_end = end - rest.size();
  }

  /// Every day that is named outside of titles, and what happened then.
  bool take_events(std::size_t begin, std::size_t end) {
    const std::size_t count = content_.events.size();
    std::size_t at = begin, words = begin;
    while (at < end) {
      string_view rest = between(at, end);
      const bool may_start = at == begin || !is_digit(text_.text()[at - 1]);
      if (auto date = may_start ? take_date(rest) : std::nullopt) {
        name_last(count, words, at);
        const std::size_t after = end - rest.size();
        date->range = text_.range(at, after);
        content_.events.push_back(*date);
        at = words = after;
        // 2007年11月5日劳动保障部令第28号公布
        take_number_at(after, end);
        continue;
      }
      const std::size_t group = text_.end_of_group(at);
      at = group != string_view::npos
               ? group
               : at + unicode::decode(text_.text(), at).size;
    }
    name_last(count, words, end);
    // The verb may stand in a part of its own: 2019年3月2日,根据《…》修改.
    if (content_.events.size() > count) return true;
    return name_named(what_of(outside_titles(begin, end)));
  }

  /// Says what happened on the last day, if that is not known.
  bool name_named(What what) {
    if (content_.events.empty() || what == What::named) return false;
    if (content_.events.back().what == What::named)
      content_.events.back().what = what;
    return true;
  }

  void name_last(std::size_t count, std::size_t begin, std::size_t end) {
    if (content_.events.size() > count)
      content_.events.back().what = what_of(outside_titles(begin, end));
  }

  std::string outside_titles(std::size_t begin, std::size_t end) const {
    std::string words;
    for (std::size_t at = begin; at < end;) {
      const std::size_t group = text_.end_of_group(at);
      const std::size_t next =
          group != string_view::npos
              ? group
              : at + unicode::decode(text_.text(), at).size;
      if (group == string_view::npos) words += between(at, next);
      at = next;
    }
    return words;
  }

  const BasisText& text_;
  std::size_t begin_, end_;
  BracketContent content_;
};

}  // namespace

BracketContent read_bracket(const BasisText& text, std::size_t begin,
                            std::size_t end) {
  return Reader(text, begin, end).read();
}

}  // namespace catalog::phrase
