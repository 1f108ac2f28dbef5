#include "phrase/citation_titled.h"

#include <algorithm>
#include <utility>

#include "phrase/citation_behind.h"
#include "phrase/citation_provision.h"
#include "phrase/citation_words.h"
#include "unicode/utf8.h"

namespace catalog::phrase {
namespace {

using std::string_view;
using Kind = BasisSlip::Kind;

constexpr string_view closings[] = {"〉", ">", "》"};

void take_whole_title(BasisReading& reading, Citation& citation,
                      std::size_t begin, std::size_t end) {
  reading.set_title(citation, begin, end);
  citation.is_quoted = false;
  reading.at = end;
}

/// A number or provisions that got into the 《》.
void take_inner(BasisReading& reading, Citation& citation, std::size_t begin,
                std::size_t end) {
  const string_view inner = reading.between(begin, end);
  for (std::size_t at = inner.find("第"); at != inner.npos && at > 0;
       at = inner.find("第", at + 1)) {
    string_view rest = inner.substr(at);
    if (!ends_as_title(inner.substr(0, at))) continue;
    auto provisions = take_provisions(rest);
    if (provisions.empty() || !rest.empty()) continue;
    reading.add_provisions(citation, std::move(provisions), begin + at, end);
    reading.set_title(citation, begin, begin + at);
    return;
  }
  if (!inner.ends_with(")")) return;
  for (std::size_t at = inner.find('('); at != inner.npos;
       at = inner.find('(', at + 1)) {
    string_view rest = inner.substr(at + 1);
    const auto number = take_document_number(rest);
    if (!number || rest != ")") continue;
    reading.set_number(citation, *number, begin + at + 1, end - 1);
    reading.set_title(citation, begin, begin + at);
    return;
  }
}

/// Where a title that nobody closed ends: before the next sign.
std::size_t end_of_open_title(const BasisReading& reading, std::size_t begin) {
  constexpr string_view stops[] = {"、", ",",  ";", "。", "\n", "《",
                                   "》", "〉", "(", "…",  ">",  ":"};
  std::size_t at = begin;
  while (at < reading.text.text().size() &&
         reading.take_any_at(at, stops).empty())
    at += unicode::decode(reading.text.text(), at).size;
  return at;
}

}  // namespace

void read_titled(BasisReading& reading) {
  const std::size_t title = reading.at;
  const std::size_t sign = title_opens.size();
  std::size_t end = reading.text.end_of_group(title);
  std::size_t inner_end = end - sign;
  if (end == string_view::npos) {
    end = inner_end = end_of_open_title(reading, title + sign);
    const std::size_t cut = reading.take_any_at(end, dots).size();
    end += std::max(cut, reading.take_any_at(end, closings).size());
    reading.slip(cut > 0 ? Kind::cut_off : Kind::open_title, title, end);
    if (cut > 0 || inner_end == title + sign) {
      reading.at = std::max(end, title + sign);
      return;
    }
  }
  reading.at = end;
  if (inner_end <= title + sign) {
    reading.slip(Kind::not_understood, title, end);
    return;
  }
  Citation citation = reading.begun(title, title + sign, inner_end);
  take_inner(reading, citation, title + sign, inner_end);
  // 《〈…〉实施细则》 and 《…》实施细则 are one title.
  const std::size_t suffix = reading.end_of_suffix(end);
  const string_view words = reading.between(end, suffix);
  constexpr string_view begins[] = {"实施", "的实施", "施行"};
  if (ends_as_title(words) &&
      std::any_of(std::begin(begins), std::end(begins),
                  [&](string_view each) { return words.starts_with(each); }))
    take_whole_title(reading, citation, title, suffix);
  finish(reading, citation, title);
}

}  // namespace catalog::phrase
