#include "resolve/basis.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace catalog::resolve {

BasisReader::Article BasisReader::article_of(std::string_view text) {
  if (text.empty()) return {};
  const auto [known, is_new] = articles_.try_emplace(text);
  if (!is_new) return known->second;
  known->second.text = text;
  if (auto provisions = phrase::provisions(text)) {
    known->second.text = keep(phrase::canonical(*provisions));
    phrase::Citation said;
    said.provisions = std::move(*provisions);
    known->second.reading = keep(std::move(said));
  }
  return known->second;
}

Citation BasisReader::of_id(const model::BasisEntry& entry) {
  Citation citation;
  citation.written = entry.written;
  citation.note = entry.note.value_or({});
  citation.range = {0, entry.written.text.size()};
  if (entry.kind == model::BasisEntry::Kind::text) {
    citation.kind = Citation::Kind::text;
    return citation;
  }
  const Article article = article_of(entry.article.text);
  citation.article = article.text;
  citation.reading = article.reading;
  return citation;
}

Citation BasisReader::cited(phrase::Citation&& said) {
  Citation citation;
  citation.kind = Citation::Kind::printed;
  citation.range = said.range;
  citation.article = keep(phrase::canonical(said.provisions));
  std::string remark = said.note;
  if (!said.quote.empty()) remark += "：" + said.quote;
  citation.remark = keep(std::move(remark));
  const LawIndex::Match match = index_.find(said);
  citation.law = match.law;
  citation.number = match.number;
  citation.number_law = match.number_law;
  citation.reading = keep(std::move(said));
  return citation;
}

std::vector<Citation> BasisReader::printed(std::string_view text) {
  phrase::Basis basis = phrase::basis(text);
  std::vector<Citation> all;
  for (phrase::Citation& said : basis.citations)
    all.push_back(cited(std::move(said)));
  const std::size_t count = all.size();
  for (const phrase::BasisSlip& slip : basis.slips) {
    const auto end = all.begin() + static_cast<std::ptrdiff_t>(count);
    const auto around =
        std::find_if(all.begin(), end, [&](const Citation& each) {
          return each.range.begin <= slip.range.begin &&
                 slip.range.end <= each.range.end;
        });
    if (around != end) around->has_slips = true;
    if (around != end || slip.range.begin == slip.range.end) continue;
    Citation& unread = all.emplace_back();
    unread.kind = Citation::Kind::unread;
    unread.range = slip.range;
    unread.slip = slip.kind;
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Citation& a, const Citation& b) {
                     return a.range.begin < b.range.begin;
                   });
  // What names one text and nothing else is that text, whatever signs stand
  // around it.
  if (all.size() == 1) all[0].range = {0, text.size()};
  return all;
}

void BasisReader::add_printed(const model::BasisEntry& entry,
                              std::vector<Citation>& into) {
  const auto [known, is_new] = printed_.try_emplace(entry.written.text);
  if (is_new) known->second = printed(entry.written.text);
  if (known->second.empty()) return;
  for (const Citation& each : known->second) {
    into.push_back(each);
    into.back().written = entry.written;
  }
  into.back().note = entry.note.value_or({});
}

}  // namespace catalog::resolve
