#include "check/cited.h"
#include "check/findings.h"
#include "check/misplaced.h"
#include "phrase/citation.h"

/// Whether citations can be read, and have the registry's spelling.
namespace catalog::check {
namespace {

using diagnostics::Message;
using diagnostics::Severity;
using model::Law;
using resolve::Citation;
using resolve::Edition;
using resolve::Item;
using resolve::NumberMatch;

/// What is cut off or garbled in a basis cannot be looked up.
void malformed_citation(const Edition& edition, Findings& found) {
  using Kind = phrase::BasisSlip::Kind;
  constexpr Message<std::string_view> cut{"`{}` is cut off",
                                          "`{}` 后面的内容缺失"};
  constexpr Message<std::string_view> open{"`{}` lacks its 》",
                                           "`{}` 缺少后书名号"};
  constexpr Message<std::string_view> unread{"`{}` is not understood here",
                                             "这里的 `{}` 无法识别"};
  constexpr Message<> whole{"write the citation in full", "请补全公开依据"};
  constexpr Message<> form{
      "a basis reads 《title》（number）第十二条, one a line",
      "依据写作“《名称》（文号）第十二条”，一条一部"};
  for (const resolve::ItemId id : edition.items) {
    const Item& item = edition[id];
    if (are_swapped(item)) continue;
    const Citation* before = nullptr;
    for (const Citation& citation : item.basis) {
      const bool is_same =
          before && before->written.span == citation.written.span;
      before = &citation;
      if (citation.kind == Citation::Kind::id ||
          citation.kind == Citation::Kind::text || is_same)
        continue;
      for (const phrase::BasisSlip& slip :
           phrase::basis(citation.written.text).slips) {
        const auto text = citation.written.text.substr(
            slip.range.begin, slip.range.end - slip.range.begin);
        const source::Span place =
            place_or_all(citation.written, slip.range.begin, text.size());
        if (slip.kind == Kind::cut_off)
          found.at(item, place, cut, text).help(whole);
        else if (slip.kind == Kind::open_title)
          found.at(item, place, open, text).help(form);
        else if (slip.kind == Kind::not_understood)
          found.at(item, place, unread, text).help(form);
      }
    }
  }
}

/// A printed citation as it would be with the registry's title; empty where
/// that would lose something.
std::string canonical_of(const Citation& citation, const Law& law) {
  phrase::Citation said = citation.said();
  if (!said.quote.empty() || !said.events.empty()) return {};
  if (citation.number == NumberMatch::other ||
      citation.number == NumberMatch::differs)
    return {};
  said.title = law.title.text;
  said.issuer.clear();
  said.kind.clear();
  return phrase::canonical(said);
}

/// One regulation has ten spellings in real tables; one that is the registry's
/// is found again.
void uncanonical_citation(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view> uncanonical{
      "`{}` is not the registered spelling", "`{}` 与登记的写法不一致"};
  constexpr Message<std::string> write{"write `{}`", "应写作 `{}`"};
  for_each_cited(edition, [&](const Item& item, const Citation& citation,
                              const Law& law) {
    if (citation.kind != Citation::Kind::printed || citation.has_slips) return;
    const std::string right = canonical_of(citation, law);
    if (right.empty() || right == citation.text()) return;
    auto finding =
        found.at(item, place_of(citation), uncanonical, citation.text());
    finding.help(write, right);
    if (const auto place = place_in(citation.written, citation.range.begin,
                                    citation.range.end - citation.range.begin))
      finding.fix({*place, right});
  });
}

}  // namespace

std::vector<Rule> citation_spelling_rules() {
  return {
      {"malformed-citation",
       Severity::warning,
       {"each basis can be read to its end", "公开依据完整、可以识别"},
       malformed_citation},
      {"uncanonical-citation",
       Severity::info,
       {"printed citations have the registry's spelling",
        "引用的写法与登记一致"},
       uncanonical_citation},
  };
}

}  // namespace catalog::check
