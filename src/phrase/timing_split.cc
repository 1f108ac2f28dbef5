#include "phrase/timing_split.h"

#include "phrase/timing_text.h"
#include "unicode/utf8.h"

namespace catalog::phrase {
namespace {

using std::string_view;

/// The length of `1.`, `(一)`, `2、` or a bullet at the front. Behind a mark
/// with the number before its own, one stands anywhere: `last` is that.
std::size_t list_mark(string_view text, bool at_start, int& last) {
  string_view rest = text;
  if (take(rest, string_view(&PlainText::mark, 1)))
    return text.size() - rest.size();
  if (take(rest, "(")) {
    const auto number = take_number(rest);
    const bool is_next = number && last > 0 && *number == last + 1;
    if (!(at_start || is_next) || !number || *number > 30 || !take(rest, ")"))
      return 0;
    last = *number;
    return text.size() - rest.size();
  }
  const auto number = take_number(rest);
  if (!number || *number > 30) return 0;
  const bool is_arabic = is_digit(text.front());
  if (is_arabic && take(rest, ".") && (rest.empty() || !is_digit(rest.front())))
    return text.size() - rest.size();
  const bool is_next = last > 0 && *number == last + 1;
  if ((at_start || is_next) &&
      (take(rest, "、") || (is_arabic && take(rest, ")")))) {
    last = *number;
    return text.size() - rest.size();
  }
  return 0;
}

}  // namespace

std::vector<string_view> split(string_view text, Words signs, bool lists) {
  std::vector<string_view> parts;
  std::size_t begin = 0, at = 0;
  const auto end = [&](std::size_t skip) {
    if (at > begin) parts.push_back(text.substr(begin, at - begin));
    at += skip;
    begin = at;
  };
  bool in_number = false;
  int last_mark = 0;
  while (at < text.size()) {
    string_view rest = text.substr(at);
    if (const auto sign = take_any(rest, signs); !sign.empty()) {
      end(sign.size());
      in_number = false;
      continue;
    }
    if (lists && !in_number)
      if (const std::size_t mark = list_mark(rest, at == begin, last_mark)) {
        end(mark);
        continue;
      }
    in_number = is_digit(text[at]);
    const std::size_t group = end_of_group(text.substr(at));
    at += group > 0 ? group : unicode::decode(text, at).size;
  }
  end(0);
  return parts;
}

std::size_t last_colon(string_view text) {
  std::size_t found = text.npos;
  const auto has_digit = [&](std::size_t at) {
    return at < text.size() && is_digit(text[at]);
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t group = end_of_group(text.substr(at));
    if (text[at] == ':' && !(at > 0 && has_digit(at - 1) && has_digit(at + 1)))
      found = at;
    at += group > 0 ? group : unicode::decode(text, at).size;
  }
  return found;
}

string_view from_to(string_view first, string_view last) {
  return {first.data(),
          static_cast<std::size_t>(last.data() + last.size() - first.data())};
}

}  // namespace catalog::phrase
