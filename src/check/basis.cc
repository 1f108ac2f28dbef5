#include <algorithm>

#include "check/findings.h"

/// What a basis is worth as a whole.
namespace catalog::check {
namespace {

using diagnostics::Message;
using diagnostics::Severity;
using resolve::Citation;
using resolve::Edition;
using resolve::Item;

/// Whether a law of this kind can oblige by itself: a law, a regulation or a
/// rule, not a document or a plan.
bool is_of_rank(std::string_view kind) {
  for (const std::string_view low :
       {"normative-document", "party-document", "standard", "plan", "other"})
    if (kind == low) return false;
  return true;
}

void lower_ranking_basis(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view> low{
      "`{}` rests on documents and plans alone",
      "`{}` 的依据只有规范性文件、规划一类"};
  constexpr Message<> help{
      "add the law, regulation or rule that they carry out",
      "请补充这些文件所依据的法律、法规或规章"};
  for (const resolve::ItemId id : edition.items) {
    const Item& item = edition[id];
    if (item.basis.empty() || item.is_incomplete) continue;
    const bool all_low = std::all_of(
        item.basis.begin(), item.basis.end(), [&](const Citation& citation) {
          return citation.law && !is_of_rank(edition[*citation.law].kind.text);
        });
    if (all_low)
      found.at(item, item.basis[0].written.span, low, item.id.text).help(help);
  }
}

}  // namespace

std::vector<Rule> basis_rules() {
  return {
      {"lower-ranking-basis",
       Severity::info,
       {"an item rests on a law, a regulation or a rule",
        "事项以法律、法规或规章为依据"},
       lower_ranking_basis},
  };
}

}  // namespace catalog::check
