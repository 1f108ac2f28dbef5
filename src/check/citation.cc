#include "phrase/citation.h"

#include <algorithm>
#include <unordered_map>

#include "check/findings.h"
#include "check/misplaced.h"
#include "resolve/citations.h"
#include "resolve/provinces.h"

namespace catalog::check {
namespace {

using diagnostics::Message;
using diagnostics::Severity;
using model::Law;
using resolve::Citation;
using resolve::Edition;
using resolve::Item;
using resolve::NumberMatch;
using Standing = Edition::Standing;

constexpr Message<> says_so{"the registry says so here", "登记册写在这里"};

/// Calls `visit(item, citation, law)` for every law that an item cites.
template <class Visit>
void for_each_cited(const Edition& edition, Visit visit) {
  for (const resolve::ItemId id : edition.items)
    for (const Citation& citation : edition[id].basis)
      if (citation.law) visit(edition[id], citation, edition[*citation.law]);
}

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

/// Where in the entry a citation stands, or a part of it.
source::Span place_of(const Citation& citation) {
  return place_or_all(citation.written, citation.range.begin,
                      citation.range.end - citation.range.begin);
}
source::Span place_of(const Citation& citation, phrase::Range range) {
  if (citation.kind != Citation::Kind::printed || range.begin == range.end)
    return place_of(citation);
  return place_or_all(citation.written, range.begin, range.end - range.begin);
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

void uncited_item(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view> uncited{"`{}` cites no law or document",
                                              "`{}` 没有公开依据"};
  constexpr Message<> help{"add `basis:` with what requires the disclosure",
                           "请在 `basis:` 中写明要求公开的规定"};
  for (const resolve::ItemId id : edition.items) {
    const Item& item = edition[id];
    if (item.basis.empty() && !item.is_incomplete)
      found.at(item, item.id.span, uncited, item.id.text).help(help);
  }
}

/// The other province that an unregistered document is of; null where it is
/// of this one, or where neither is known.
const resolve::Province* other_province(const Edition& edition,
                                        const Citation& citation) {
  const std::string_view here = edition->manifest.jurisdiction.text;
  if (here.size() < 2 || citation.law) return nullptr;
  const resolve::Province* province = resolve::province_of(citation.said());
  return province && province->code != here.substr(0, 2) ? province : nullptr;
}

void foreign_province_citation(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view, std::string_view> foreign{
      "《{}》 holds in {} only", "《{}》只适用于 {}"};
  constexpr Message<std::string_view, std::string_view> of_other{
      "《{}》 is a document of another province, {}",
      "《{}》是外省（{}）的文件"};
  constexpr Message<std::string_view> help{"cite a document that holds in {}",
                                           "请引用适用于 {} 的规定"};
  const std::string_view here = edition->manifest.jurisdiction.text;
  if (here.empty()) return;
  for (const resolve::ItemId id : edition.items)
    for (const Citation& citation : edition[id].basis) {
      if (const resolve::Province* other = other_province(edition, citation)) {
        found
            .at(edition[id], place_of(citation), of_other,
                citation.said().title, other->name)
            .help(help, here);
      } else if (citation.law) {
        const Law& law = edition[*citation.law];
        if (resolve::holds_in(law.scope.text, here)) continue;
        found
            .at(edition[id], place_of(citation), foreign, law.title.text,
                law.scope.text)
            .label(law.scope.span, says_so)
            .help(help, here);
      }
    }
}

/// Suggests registered titles; the same unknown title comes many times.
class Titles {
 public:
  explicit Titles(const Edition& edition)
      : index_(edition->laws, edition->manifest.jurisdiction.text) {}

  const std::optional<std::string_view>& nearest(const std::string& title) {
    const auto [at, is_new] = known_.try_emplace(title);
    if (is_new) at->second = index_.nearest(title);
    return at->second;
  }

 private:
  resolve::LawIndex index_;
  std::unordered_map<std::string, std::optional<std::string_view>> known_;
};

void unregistered_citation(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view> unregistered{"the registry has no 《{}》",
                                                   "登记册中没有《{}》"};
  constexpr Message<std::string_view> unnumbered{
      "the registry has no document with the number {}",
      "登记册中没有文号为 {} 的文件"};
  constexpr Message<std::string_view> untitled{"`{}` names no law or document",
                                               "`{}` 没有指明法律法规或文件"};
  constexpr Message<std::string_view> did_you_mean{"did you mean 《{}》?",
                                                   "是否应为《{}》？"};
  constexpr Message<std::string_view, std::string_view> has_number{
      "{} is the number of 《{}》", "{} 是《{}》的文号"};
  constexpr Message<> define{"add it to `laws:`, or correct the title",
                             "请登记到 `laws:`，或改正名称"};
  constexpr Message<> be_exact{"cite each document by its title in 《》",
                               "请用书名号逐一写明文件名称"};
  if (!knows_all(edition, model::Registered::laws)) return;
  Titles titles(edition);
  for (const resolve::ItemId id : edition.items) {
    const Item& item = edition[id];
    if (are_swapped(item)) continue;
    for (const Citation& citation : item.basis) {
      if (citation.law || citation.kind == Citation::Kind::id ||
          other_province(edition, citation))
        continue;
      const phrase::Citation& said = citation.said();
      const bool names_nothing =
          citation.kind == Citation::Kind::text ||
          (citation.kind == Citation::Kind::unread &&
           citation.slip == phrase::BasisSlip::Kind::names_nothing);
      if (names_nothing) {
        found.at(item, place_of(citation), untitled, citation.text())
            .help(be_exact);
      } else if (citation.kind == Citation::Kind::unread) {
        // 同上 and what is garbled have rules of their own.
      } else if (said.title.empty()) {
        found.at(item, place_of(citation), unnumbered, said.number.text)
            .help(define);
      } else {
        auto finding = found.at(item, place_of(citation, said.title_range),
                                unregistered, said.title);
        if (citation.number_law)
          finding.help(has_number, said.number.text,
                       edition[*citation.number_law].title.text);
        else if (const auto& meant = titles.nearest(said.title))
          finding.help(did_you_mean, *meant);
        else
          finding.help(define);
      }
    }
  }
}

void article_beyond_law(const Edition& edition, Findings& found) {
  constexpr Message<int, std::string_view, int> beyond{
      "article {} of 《{}》, which has {} articles", "第{}条：《{}》只有{}条"};
  constexpr Message<> help{"look the article up in the text in force",
                           "请对照现行文本改正条文"};
  for_each_cited(
      edition, [&](const Item& item, const Citation& citation, const Law& law) {
        if (!law.articles) return;
        const auto& all = citation.said().provisions;
        const auto highest = std::max_element(
            all.begin(), all.end(), [](const auto& a, const auto& b) {
              return a.highest_article() < b.highest_article();
            });
        if (highest == all.end() || highest->highest_article() <= *law.articles)
          return;
        found
            .at(item, place_of(citation, highest->range), beyond,
                highest->highest_article(), law.title.text, *law.articles)
            .label(law.title.span, says_so)
            .help(help);
      });
}

/// Whether a number may be that of a decree that amended the text: of the same
/// organ's orders, a later one.
bool may_amend(const phrase::DocumentNumber& said, std::string_view own) {
  const auto number = phrase::document_number(own);
  return number && number->form == phrase::DocumentNumber::Form::order &&
         said.form == phrase::DocumentNumber::Form::order &&
         said.number > number->number;
}

/// A number goes with one text: where title and number lead to different ones,
/// nobody can tell which is meant.
void contradictory_citation(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view, std::string_view, std::string_view>
      of_other{"{} is the number of 《{}》, not of 《{}》",
               "{} 是《{}》的文号，不是《{}》的文号"};
  constexpr Message<std::string_view, std::string_view, std::string_view>
      differs{"《{}》 is cited with the number {}; the registry has {}",
              "《{}》的文号写作 {}，登记册中是 {}"};
  constexpr Message<> help{"correct the title or the number",
                           "请改正名称或者文号"};
  constexpr Message<std::string_view, std::string_view> of_amendment{
      "write {}; if {} is the decree of an amendment, register it under "
      "`former:`",
      "请写 {}；{} 如是修改它的令，请登记在 `former:`"};
  for_each_cited(
      edition, [&](const Item& item, const Citation& citation, const Law& law) {
        const phrase::Citation& said = citation.said();
        const source::Span place = place_of(citation, said.number_range);
        if (citation.number == NumberMatch::other && citation.number_law) {
          const Law& other = edition[*citation.number_law];
          found
              .at(item, place, of_other, said.number.text, other.title.text,
                  law.title.text)
              .label(other.number.span, says_so)
              .help(help);
        } else if (citation.number == NumberMatch::differs) {
          auto finding = found
                             .at(item, place, differs, law.title.text,
                                 said.number.text, law.number.text)
                             .label(law.number.span, says_so);
          if (may_amend(said.number, law.number.text))
            finding.help(of_amendment, law.number.text, said.number.text);
          else
            finding.help(help);
        }
      });
}

/// Whether a day, a month or a year lies wholly before a day.
bool is_before(const phrase::TextEvent& event, days::Date day) {
  if (event.year != day.year) return event.year < day.year;
  if (event.month == 0 || event.month != day.month)
    return event.month != 0 && event.month < day.month;
  return event.day != 0 && event.day < day.day;
}

/// The last amendment of a law up to the edition's date.
std::optional<days::Date> amended_last(const Edition& edition, const Law& law) {
  std::optional<days::Date> last;
  for (const model::WrittenDate& each : law.amended)
    if (each.date && *each.date <= edition.date &&
        (!last || *last < *each.date))
      last = each.date;
  return last;
}

/// A revised law keeps its title, so an old number or an old date is all that
/// shows that the old text was cited.
void superseded_citation(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view, std::string_view, std::string_view>
      old_number{"{} is the number of a former text of 《{}》, now {}",
                 "{} 是《{}》旧文本的文号，现为 {}"};
  constexpr Message<std::string_view, std::string> amended{
      "《{}》 was amended on {}, after the text that is cited",
      "《{}》又于 {} 修改，引用的是此前的文本"};
  constexpr Message<> help{"cite the text in force, and look its articles up",
                           "请改引现行文本，并核对条文"};
  for_each_cited(edition, [&](const Item& item, const Citation& citation,
                              const Law& law) {
    const phrase::Citation& said = citation.said();
    const bool is_numbered = citation.number == NumberMatch::former ||
                             citation.number == NumberMatch::current;
    const std::string_view now = edition.number_of(law);
    const auto number =
        is_numbered ? phrase::document_number(now) : std::nullopt;
    if (number && !phrase::may_be_same(*number, said.number)) {
      auto finding =
          found.at(item, place_of(citation, said.number_range), old_number,
                   said.number.text, law.title.text, now);
      finding.help(help);
      // Articles of the old text may stand elsewhere in the new one.
      if (said.provisions.empty())
        if (const auto place =
                place_in(citation.written, said.number_range.begin,
                         said.number_range.end - said.number_range.begin))
          finding.fix({*place, number->text});
      return;
    }
    const auto last = amended_last(edition, law);
    if (!last || said.events.empty() || !is_before(said.events.back(), *last) ||
        said.events.back().what == phrase::TextEvent::What::effective)
      return;
    found
        .at(item, place_of(citation, said.events.back().range), amended,
            law.title.text, days::iso(*last))
        .help(help);
  });
}

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

std::vector<Rule> citation_rules() {
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
      {"uncited-item",
       Severity::warning,
       {"every item cites what requires it", "每个事项都有公开依据"},
       uncited_item},
      {"unregistered-citation",
       Severity::warning,
       {"printed citations are in the registry", "引用的文件都已登记"},
       unregistered_citation},
      {"foreign-province-citation",
       Severity::error,
       {"cited local documents hold in this place",
        "引用的地方性文件适用于本地"},
       foreign_province_citation},
      {"article-beyond-law",
       Severity::error,
       {"cited articles exist", "引用的条文存在"},
       article_beyond_law},
      {"contradictory-citation",
       Severity::warning,
       {"a citation's title and number are of one text",
        "引用的名称和文号属于同一文件"},
       contradictory_citation},
      {"superseded-citation",
       Severity::warning,
       {"the text in force is cited, not a former one",
        "引用的是现行文本，不是旧文本"},
       superseded_citation},
      {"malformed-citation",
       Severity::warning,
       {"each basis can be read to its end", "公开依据完整、可以识别"},
       malformed_citation},
      {"uncanonical-citation",
       Severity::info,
       {"printed citations have the registry's spelling",
        "引用的写法与登记一致"},
       uncanonical_citation},
      {"lower-ranking-basis",
       Severity::info,
       {"an item rests on a law, a regulation or a rule",
        "事项以法律、法规或规章为依据"},
       lower_ranking_basis},
  };
}

}  // namespace catalog::check
