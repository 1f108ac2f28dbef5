#include "phrase/citation_reading.h"

#include <algorithm>
#include <utility>

#include "phrase/citation_words.h"
#include "unicode/classes.h"
#include "unicode/utf8.h"

namespace catalog::phrase {

using std::string_view;

string_view BasisReading::take_any_at(std::size_t place, Words words) const {
  string_view rest = text.text().substr(place);
  return take_any(rest, words);
}

std::size_t BasisReading::end_of_suffix(std::size_t begin) const {
  constexpr std::size_t longest = 90;
  std::size_t end = begin;
  while (end < text.text().size() && end - begin < longest) {
    const auto point = unicode::decode(text.text(), end);
    if (!unicode::is_ideograph(point.value)) break;
    end += point.size;
  }
  return end;
}

void BasisReading::slip(BasisSlip::Kind kind, std::size_t begin,
                        std::size_t end) {
  basis.slips.push_back({kind, text.range(begin, end), {}});
}

void BasisReading::report(const DocumentNumber& number, Range range) {
  if (number.fault == DocumentNumber::Fault::none) return;
  BasisSlip slip{BasisSlip::Kind::malformed_number, range, {}};
  if (is_sure(number)) slip.instead = number.text;
  basis.slips.push_back(std::move(slip));
}

std::string BasisReading::issuer(std::size_t title_begin) {
  const auto begin = std::exchange(issuer_begin_, string_view::npos);
  if (begin >= title_begin) return {};
  return title_of(text.written(begin, issuer_end_));
}

std::size_t BasisReading::with_issuers(std::size_t begin) {
  return std::min(begin, std::exchange(issuer_begin_, string_view::npos));
}

void BasisReading::add_issuer(std::size_t begin, std::size_t end) {
  issuer_begin_ = std::min(issuer_begin_, begin);
  issuer_end_ = end;
}

void BasisReading::number_next(DocumentNumber number, std::size_t begin,
                               std::size_t end) {
  number_ = std::move(number);
  number_range_ = text.range(begin, end);
  mind_brackets(text.written(begin, end), number_);
  report(number_, number_range_);
}

Citation BasisReading::begun(std::size_t begin, std::size_t title_begin,
                             std::size_t title_end) {
  Citation citation;
  citation.kind = std::exchange(kind_, {});
  citation.issuer = issuer(begin);
  citation.number = std::exchange(number_, {});
  if (!citation.number.empty()) citation.number_range = number_range_;
  citation.title = title_of(text.written(title_begin, title_end));
  citation.title_range = text.range(title_begin, title_end);
  citation.range = text.range(begin, title_end);
  return citation;
}

void BasisReading::set_title(Citation& citation, std::size_t begin,
                             std::size_t end) const {
  citation.title = title_of(text.written(begin, end));
  citation.title_range = text.range(begin, end);
}

void BasisReading::set_number(Citation& citation, DocumentNumber number,
                              std::size_t begin, std::size_t end) {
  mind_brackets(text.written(begin, end), number);
  citation.number = std::move(number);
  citation.number_range = text.range(begin, end);
  report(citation.number, citation.number_range);
}

void BasisReading::add_note(Citation& citation, std::size_t begin,
                            std::size_t end) const {
  const bool is_first = citation.note.empty();
  citation.note += title_of(text.written(begin, end));
  const Range range = text.range(begin, end);
  citation.note_range = {is_first ? range.begin : citation.note_range.begin,
                         range.end};
  citation.range.end = std::max(citation.range.end, range.end);
}

void BasisReading::add_provisions(Citation& citation,
                                  std::vector<Provision> all, std::size_t begin,
                                  std::size_t end) const {
  const bool is_first = citation.provisions.empty();
  for (Provision& each : all) {
    each.range = text.range(begin + each.range.begin, begin + each.range.end);
    // A paragraph by itself is one of the article before it.
    const bool is_part = !each.chapter && !each.section && !each.article;
    if (is_part && !citation.provisions.empty()) {
      const Provision& before = citation.provisions.back();
      each.chapter = before.chapter;
      each.section = before.section;
      each.article = before.article;
      each.inserted = before.inserted;
    }
    citation.provisions.push_back(each);
  }
  const Range range = text.range(begin, end);
  citation.provisions_range = {
      is_first ? range.begin : citation.provisions_range.begin, range.end};
}

bool BasisReading::has_quote() const {
  return !basis.citations.empty() && !basis.citations.back().quote.empty();
}

}  // namespace catalog::phrase
