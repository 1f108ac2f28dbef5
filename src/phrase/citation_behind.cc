#include "phrase/citation_behind.h"

#include <algorithm>
#include <utility>

#include "phrase/citation_bracket.h"
#include "phrase/citation_provision.h"
#include "phrase/citation_words.h"
#include "unicode/classes.h"
#include "unicode/utf8.h"

namespace catalog::phrase {
namespace {

using std::string_view;
using Kind = BasisSlip::Kind;

/// A bracket behind the title: its number, its history, or what is not
/// understood.
bool take_bracket(BasisReading& reading, Citation& citation) {
  const std::size_t begin = reading.at;
  const std::size_t sign = reading.take_any_at(reading.at, brackets).size();
  string_view rest = reading.text.text().substr(reading.at + sign);
  std::size_t end = reading.text.end_of_group(reading.at);
  // A number goes by its own signs, which may not match.
  if (const auto number = take_document_number(rest);
      number && rest.starts_with(")")) {
    reading.at = begin + sign +
                 (reading.text.text().size() - begin - sign - rest.size());
    reading.set_number(citation, *number, begin + sign, reading.at);
    ++reading.at;
    return true;
  }
  // 2016)115号: the bracket in front of the year closes before the number.
  string_view broken = reading.text.text().substr(reading.at);
  if (const auto number = take_document_number(broken);
      number && citation.number.empty()) {
    reading.at += reading.at_gone(broken);
    reading.set_number(citation, *number, begin, reading.at);
    if (reading.rest().starts_with(")")) ++reading.at;
    return true;
  }
  if (end == string_view::npos) {
    reading.at += sign;
    reading.slip(Kind::not_understood, begin, reading.at);
    return true;
  }
  reading.at = end;
  BracketContent content = read_bracket(reading.text, begin + sign, end - 1);
  citation.title += content.title;
  if (citation.number.empty() && !content.number.empty()) {
    citation.number_range =
        reading.text.range(content.number_begin, content.number_end);
    mind_brackets(
        reading.text.written(content.number_begin, content.number_end),
        content.number);
    citation.number = std::move(content.number);
    reading.report(citation.number, citation.number_range);
  }
  if (!content.provisions.empty())
    reading.add_provisions(citation, std::move(content.provisions),
                           content.provisions_begin, end - 1);
  citation.events.insert(citation.events.end(), content.events.begin(),
                         content.events.end());
  for (const auto& [from, to] : content.unread)
    reading.slip(Kind::not_understood, from, to);
  return true;
}

/// What the article says, copied behind it.
bool take_quote(BasisReading& reading, Citation& citation) {
  if (citation.provisions.empty()) return false;
  string_view rest = reading.rest();
  const bool has_colon = take(rest, ":");
  const bool is_han =
      !rest.empty() && unicode::is_ideograph(unicode::decode(rest, 0).value);
  if (!has_colon && !is_han) return false;
  string_view joined = rest;
  if (!take_any(joined, joints).empty() && joined.starts_with(title_opens))
    return false;
  constexpr string_view stops[] = {"。", "《", "\n", "…"};
  const std::size_t begin = reading.at + reading.at_gone(rest);
  std::size_t at = begin;
  while (at < reading.text.text().size() &&
         reading.take_any_at(at, stops).empty())
    at += unicode::decode(reading.text.text(), at).size;
  if (at == reading.at) return false;
  citation.quote += title_of(reading.text.written(begin, at));
  reading.at = at;
  return true;
}

/// Takes one thing that belongs to the citation before it.
bool take_one_behind(BasisReading& reading, Citation& citation) {
  const std::size_t begin = reading.at;
  string_view rest = reading.rest();
  if (!reading.take_any_at(reading.at, brackets).empty())
    return size_of_numbering(rest) == 0 && take_bracket(reading, citation);
  if (is_provision(rest)) {
    auto provisions = take_provisions(rest);
    reading.at += reading.at_gone(rest);
    reading.add_provisions(citation, std::move(provisions), begin, reading.at);
    return true;
  }
  if (citation.number.empty())
    if (const auto number = take_document_number(rest)) {
      reading.at += reading.at_gone(rest);
      reading.set_number(citation, *number, begin, reading.at);
      return true;
    }
  if (const std::size_t size = size_of_note(rest)) {
    reading.at += size;
    reading.add_note(citation, begin, reading.at);
    return true;
  }
  if (!take_any(rest, dots).empty()) {
    reading.at += reading.at_gone(rest);
    reading.slip(Kind::cut_off, begin, reading.at);
    return true;
  }
  return take_quote(reading, citation);
}

}  // namespace

void finish(BasisReading& reading, Citation& citation, std::size_t begin) {
  std::size_t last = reading.at;
  while (reading.at < reading.text.text().size() &&
         take_one_behind(reading, citation))
    last = reading.at;
  citation.range = reading.text.range(begin, last);
  reading.basis.citations.push_back(std::move(citation));
}

}  // namespace catalog::phrase
