#include "check/cited.h"
#include "check/findings.h"

/// Whether what is cited holds on the catalog's date.
namespace catalog::check {
namespace {

using diagnostics::Message;
using diagnostics::Severity;
using model::Law;
using resolve::Citation;
using resolve::Edition;
using resolve::Item;
using Standing = Edition::Standing;

/// The titles of what holds in a law's stead, as in a sentence.
std::string successors_of(const Law& law, const Edition& edition) {
  std::string titles;
  for (const resolve::LawId id : edition.successors_of(law)) {
    if (!titles.empty()) titles += "、";
    titles += "《";
    titles += edition[id].title.text;
    titles += "》";
  }
  return titles;
}

/// A repealed law stays readable in every database, so nobody notices the
/// citation until an auditor does.
void repealed_citation(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view, std::string> repealed{
      "《{}》 was repealed on {}", "《{}》已于 {} 废止"};
  constexpr Message<std::string> successor{"cite {}, which holds in its place",
                                           "请改引取代它的{}"};
  constexpr Message<> replace{"cite what replaced it, or retire the item",
                              "请改引现行规定，或撤下该事项"};
  for_each_cited(edition, [&](const Item& item, const Citation& citation,
                              const Law& law) {
    if (edition.standing_of(law) != Standing::repealed) return;
    auto finding = found.at(item, place_of(citation), repealed, law.title.text,
                            days::iso(*law.repealed->on.date));
    finding.label(law.repealed->span, says_so);
    const std::string titles = successors_of(law, edition);
    if (titles.empty())
      finding.help(replace);
    else
      finding.help(successor, titles);
  });
}

/// Plans and trial rules end by themselves, without a notice.
void expired_citation(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view, std::string> expired{
      "《{}》 ran out on {}", "《{}》已于 {} 到期"};
  constexpr Message<> replace{"cite what followed it, or retire the item",
                              "请改引后续规定，或撤下该事项"};
  for_each_cited(
      edition, [&](const Item& item, const Citation& citation, const Law& law) {
        if (edition.standing_of(law) != Standing::expired) return;
        found
            .at(item, place_of(citation), expired, law.title.text,
                days::iso(*law.expires.date))
            .label(law.expires.span, says_so)
            .help(replace);
      });
}

void not_yet_in_force_citation(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view, std::string, std::string> not_yet{
      "《{}》 takes effect on {}, after the catalog's date {}",
      "《{}》自 {} 起施行，晚于目录日期 {}"};
  constexpr Message<> wait{
      "cite what is in force until then, or date the "
      "catalog after it",
      "请引用届时仍有效的规定，或相应改写目录日期"};
  for_each_cited(
      edition, [&](const Item& item, const Citation& citation, const Law& law) {
        if (edition.standing_of(law) != Standing::not_yet) return;
        found
            .at(item, place_of(citation), not_yet, law.title.text,
                days::iso(*law.effective.date), days::iso(edition.date))
            .label(law.effective.span, says_so)
            .help(wait);
      });
}

}  // namespace

std::vector<Rule> citation_standing_rules() {
  return {
      {"repealed-citation",
       Severity::error,
       {"cited laws are not repealed on the catalog's date",
        "引用的法律法规在目录日期未被废止"},
       repealed_citation},
      {"expired-citation",
       Severity::error,
       {"cited plans and trial rules have not run out",
        "引用的规划、试行规定没有到期"},
       expired_citation},
      {"not-yet-in-force-citation",
       Severity::warning,
       {"cited laws have taken effect by the catalog's date",
        "引用的法律法规在目录日期已经施行"},
       not_yet_in_force_citation},
  };
}

}  // namespace catalog::check
