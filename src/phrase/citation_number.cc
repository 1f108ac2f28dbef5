#include "phrase/citation_number.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "phrase/numerals.h"
#include "phrase/timing_text.h"
#include "phrase/timing_words.h"
#include "unicode/classes.h"
#include "unicode/utf8.h"

namespace catalog::phrase {
namespace {

using std::string_view;
using Fault = DocumentNumber::Fault;
using Form = DocumentNumber::Form;

constexpr string_view openings[] = {"〔", "(", "[", "【"};
constexpr string_view closings[] = {"〕", ")", "]", "】"};
/// Longer runs of characters are prose.
constexpr std::size_t longest_organ = 40;

/// The Arabic digits at the front.
string_view take_digits(string_view& text) {
  std::size_t size = 0;
  while (size < text.size() && is_digit(text[size])) ++size;
  const string_view digits = text.substr(0, size);
  text.remove_prefix(size);
  return digits;
}

/// A number of at most six digits, or a Chinese one.
std::optional<int> take_ordinal(string_view& text, bool& has_zeros) {
  string_view rest = text;
  const string_view digits = take_digits(rest);
  if (digits.empty()) return take_number(text);
  if (digits.size() > 6) return std::nullopt;
  int value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  if (value == 0) return std::nullopt;
  has_zeros = digits.front() == '0';
  text = rest;
  return value;
}

std::optional<int> year_of(string_view digits) {
  if (digits.size() != 4) return std::nullopt;
  const auto year = number(digits);
  if (!year || *year < 1949 || *year > 2199) return std::nullopt;
  return year;
}

/// The Han characters and letters before a number: 财农, 国务院令. Ends before
/// 第 and before any sign or digit.
string_view take_organ(string_view& text) {
  std::size_t size = 0, count = 0;
  while (size < text.size()) {
    const auto point = unicode::decode(text, size);
    const bool is_letter = (point.value >= 'A' && point.value <= 'Z') ||
                           (point.value >= 'a' && point.value <= 'z');
    if (!is_letter && !unicode::is_ideograph(point.value)) break;
    if (point.value == U'第') break;
    if (++count > longest_organ) return {};
    size += point.size;
  }
  const string_view organ = text.substr(0, size);
  text.remove_prefix(size);
  return organ;
}

/// 国令 and 中华人民共和国国务院令 are 国务院令.
std::string organ_of(string_view organ) {
  take(organ, "中华人民共和国");
  if (organ == "国" || organ.empty()) return std::string(organ);
  if (organ == "国家主席") return "主席";
  return std::string(organ);
}

/// Sets form and organ by the word before the number: 令, 公告.
void name_form(string_view words, DocumentNumber& number) {
  if (take_last(words, "令")) {
    number.form = Form::order;
    number.organ = words == "国" ? "国务院" : organ_of(words);
  } else if (take_last(words, "公告") || take_last(words, "通告")) {
    number.form = Form::notice;
    number.organ = organ_of(words);
  } else {
    number.form = Form::letter;
    number.organ = std::string(words);
  }
}

std::string printed(const DocumentNumber& number) {
  switch (number.form) {
    case Form::letter:
      return fmt::format("{}〔{}〕{}号", number.organ, number.year,
                         number.number);
    case Form::order:
    case Form::notice: {
      const string_view word = number.form == Form::order ? "令" : "公告";
      return number.year > 0
                 ? fmt::format("{}{}{}年第{}号", number.organ, word,
                               number.year, number.number)
                 : fmt::format("{}{}第{}号", number.organ, word, number.number);
    }
    case Form::none: break;
  }
  return {};
}

/// 〔2017〕41号 and what goes wrong with it. `at` stands at the bracket.
std::optional<DocumentNumber> after_bracket(string_view words,
                                            string_view& at) {
  DocumentNumber number;
  name_form(words, number);
  const bool is_right = at.starts_with("〔");
  if (take_any(at, openings).empty()) return std::nullopt;
  const string_view digits = take_digits(at);
  const bool closes_right = at.starts_with("〕");
  const bool closes = !take_any(at, closings).empty();
  const auto year = year_of(digits);
  if (!closes || !year) {
    // The year ran into the number: 〔201744号.
    if (digits.size() < 4 || !year_of(digits.substr(0, 4))) return std::nullopt;
    if (!closes && digits.size() == 4) take_digits(at);
    if (!take(at, "号")) return std::nullopt;
    number.fault = Fault::run_together;
    return number;
  }
  number.year = *year;
  bool has_zeros = false;
  const bool has_word = take(at, "第");
  const auto ordinal = take_ordinal(at, has_zeros);
  if (!ordinal || !take(at, "号")) return std::nullopt;
  number.number = *ordinal;
  if (number.form != Form::letter) return number;  // either way is in use
  if (!is_right || !closes_right)
    number.fault = Fault::brackets;
  else if (has_word)
    number.fault = Fault::extra_word;
  else if (has_zeros)
    number.fault = Fault::zeros;
  return number;
}

/// 国务院令第711号, 司法部令2017年第138号, 国家发展改革委2017年第10号令.
std::optional<DocumentNumber> after_words(string_view words, string_view& at) {
  DocumentNumber number;
  name_form(words, number);
  string_view rest = at;
  const string_view digits = take_digits(rest);
  if (const auto year = year_of(digits); year && take(rest, "年")) {
    number.year = *year;
    at = rest;
  }
  bool has_zeros = false;
  const bool has_word = take(at, "第");
  const auto ordinal = take_ordinal(at, has_zeros);
  if (!ordinal) return std::nullopt;
  if (!take(at, "号")) return std::nullopt;
  number.number = *ordinal;
  if (number.form == Form::letter) {
    // 国家发展改革委2017年第10号令, 国务院第649号公布, 第711号国务院令.
    if (take(at, "令") || take(at, "国务院令") || at.starts_with("公布") ||
        at.starts_with("发布")) {
      number.form = Form::order;
      number.organ = organ_of(words);
    } else if (take(at, "公告")) {
      number.form = Form::notice;
      number.organ = organ_of(words);
    } else if (!has_word && number.year == 0 && !words.empty()) {
      number.fault = Fault::no_year;
      return number;
    } else {
      return std::nullopt;
    }
  }
  if (number.form == Form::order && !has_word) number.fault = Fault::order_word;
  return number;
}

/// 2016)115号: the opening bracket is lost.
std::optional<DocumentNumber> after_year(string_view& at) {
  if (!year_of(take_digits(at))) return std::nullopt;
  if (take_any(at, closings).empty()) return std::nullopt;
  if (take_digits(at).empty() || !take(at, "号")) return std::nullopt;
  DocumentNumber number;
  number.form = Form::letter;
  number.fault = Fault::run_together;
  return number;
}

/// Whether one spelling of an organ is the other with more said.
bool may_be_same_organ(string_view a, string_view b) {
  if (a.empty() || b.empty()) return true;
  return a == b || a.ends_with(b) || b.ends_with(a);
}

/// Organs by the name that most tables use.
std::string usual(string_view organ) {
  constexpr std::pair<string_view, string_view> names[] = {
      {"国家发展和改革委员会", "国家发展改革委"},
      {"国家发改委", "国家发展改革委"},
      {"发展改革委", "国家发展改革委"},
      {"住房和城乡建设部", "住房城乡建设部"},
      {"人社部", "人力资源和社会保障部"},
      {"人力资源社会保障部", "人力资源和社会保障部"},
      {"中华人民共和国主席", "主席"},
      {"国家主席", "主席"}};
  for (const auto& [from, to] : names)
    if (organ == from) return std::string(to);
  return std::string(organ);
}

}  // namespace

std::optional<DocumentNumber> take_document_number(string_view& plain) {
  string_view at = plain;
  std::optional<DocumentNumber> number;
  if (!at.empty() && is_digit(at.front())) {
    string_view rest = at;
    number = after_year(rest);
    if (number) {
      at = rest;
    } else {
      number = after_words({}, at);
    }
  } else {
    const string_view words = take_organ(at);
    string_view bracket = at;
    number = take_any(bracket, openings).empty() ? after_words(words, at)
                                                 : after_bracket(words, at);
  }
  if (!number) return std::nullopt;
  number->text = is_sure(*number)
                     ? printed(*number)
                     : std::string(plain.substr(0, plain.size() - at.size()));
  plain = at;
  return number;
}

void mind_brackets(string_view written, DocumentNumber& number) {
  if (number.form == Form::letter && number.fault == Fault::none &&
      written.find("﹝") != written.npos)
    number.fault = Fault::brackets;
}

std::optional<DocumentNumber> document_number(string_view text) {
  const PlainText plain(text);
  string_view rest = plain.text();
  auto number = take_document_number(rest);
  if (!number || !rest.empty()) return std::nullopt;
  mind_brackets(text, *number);
  return number;
}

bool is_sure(const DocumentNumber& number) {
  return number.fault != DocumentNumber::Fault::run_together &&
         number.fault != DocumentNumber::Fault::no_year;
}

bool may_be_same(const DocumentNumber& a, const DocumentNumber& b) {
  if (a.number == 0 || a.number != b.number || a.form != b.form) return false;
  if (a.year != 0 && b.year != 0 && a.year != b.year) return false;
  if (a.form == Form::letter) return a.year == b.year && a.organ == b.organ;
  return may_be_same_organ(usual(a.organ), usual(b.organ));
}

std::string key_of(const DocumentNumber& number) {
  if (number.number == 0 || number.organ.empty()) return {};
  if (number.form == Form::letter)
    return number.year == 0 ? std::string() : printed(number);
  return fmt::format("{}{}{}", usual(number.organ),
                     number.form == Form::order ? "令" : "公告", number.number);
}

}  // namespace catalog::phrase
