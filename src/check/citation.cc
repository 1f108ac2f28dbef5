#include <re2/re2.h>

#include <algorithm>
#include <unordered_map>

#include "check/findings.h"
#include "phrase/numerals.h"
#include "resolve/citations.h"
#include "unicode/closest.h"

namespace catalog::check {
namespace {

using diagnostics::Message;
using diagnostics::Severity;
using model::Law;
using resolve::Citation;
using resolve::Edition;
using resolve::Item;
using Standing = Edition::Standing;

constexpr Message<> says_so{"the registry says so here", "登记册写在这里"};

/// Calls `visit(item, citation, law)` for every law that an item cites.
template <class Visit>
void for_each_cited(const Edition& edition, Visit visit) {
  for (const resolve::ItemId id : edition.items)
    for (const Citation& citation : edition[id].basis)
      if (citation.law) visit(edition[id], citation, edition[*citation.law]);
}

/// The titles of what replaced a law, as in a sentence.
std::string successors_of(const Law& law, const Edition& edition) {
  std::string titles;
  for (const model::Text& by : law.repealed->by)
    if (const auto id = edition->laws.find(by.text)) {
      if (!titles.empty()) titles += "、";
      titles += "《";
      titles += edition[*id].title.text;
      titles += "》";
    }
  return titles;
}

/// A repealed law stays readable in every database, so nobody notices the
/// citation until an auditor does.
void repealed_citation(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view, std::string> repealed{
      "《{}》 was repealed on {}", "《{}》已于 {} 废止"};
  constexpr Message<std::string> successor{"cite {}, which replaced it",
                                           "请改引取代它的{}"};
  constexpr Message<> replace{"cite what replaced it, or retire the item",
                              "请改引现行规定，或撤下该事项"};
  for_each_cited(edition, [&](const Item& item, const Citation& citation,
                              const Law& law) {
    if (edition.standing_of(law) != Standing::repealed) return;
    auto finding = found.at(item, citation.written.span, repealed,
                            law.title.text, days::iso(*law.repealed->on.date));
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
            .at(item, citation.written.span, expired, law.title.text,
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
            .at(item, citation.written.span, not_yet, law.title.text,
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

/// A basis that was written as the id of a law leads somewhere, or was
/// reported when names were joined.
bool is_written_as_id(std::string_view written) {
  static const re2::RE2 id("[a-z0-9]+([-/][a-z0-9]+)*( .*)?");
  return re2::RE2::FullMatch(re2::StringPiece(written.data(), written.size()),
                             id);
}

/// Suggests registered titles; the same unknown title comes many times.
class Titles {
 public:
  explicit Titles(const Edition& edition) {
    for (const Law& law : edition->laws) {
      all_.push_back(law.title.text);
      for (const model::Text& alias : law.aliases) all_.push_back(alias.text);
    }
  }
  const std::optional<std::string>& closest(std::string_view title) {
    const auto [at, is_new] = known_.try_emplace(title);
    if (is_new) at->second = unicode::closest(title, all_);
    return at->second;
  }

 private:
  std::vector<std::string_view> all_;
  std::unordered_map<std::string_view, std::optional<std::string>> known_;
};

void unregistered_citation(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view> unregistered{"the registry has no 《{}》",
                                                   "登记册中没有《{}》"};
  constexpr Message<std::string_view> untitled{"`{}` names no law or document",
                                               "`{}` 没有指明法律法规或文件"};
  constexpr Message<std::string> did_you_mean{"did you mean 《{}》?",
                                              "是否应为《{}》？"};
  constexpr Message<> define{"add it to `laws:`, or correct the title",
                             "请登记到 `laws:`，或改正名称"};
  constexpr Message<> be_exact{"cite each document by its title in 《》",
                               "请用书名号逐一写明文件名称"};
  if (!knows_all(edition, model::Registered::laws)) return;
  Titles titles(edition);
  for (const resolve::ItemId id : edition.items) {
    const Item& item = edition[id];
    for (const Citation& citation : item.basis) {
      const model::Text& written = citation.written;
      if (citation.law || is_written_as_id(written.text)) continue;
      const auto printed = resolve::printed_citation(written.text);
      if (!printed) {
        found.at(item, written.span, untitled, written.text).help(be_exact);
        continue;
      }
      auto finding = found.at(item, written.span, unregistered, printed->title);
      if (const auto& meant = titles.closest(printed->title))
        finding.help(did_you_mean, *meant);
      else
        finding.help(define);
    }
  }
}

/// The digits of a division code that say which place it is: 33 of 330000,
/// 3303 of 330300.
std::string_view place_of(std::string_view code) {
  if (code.size() != 6) return code;
  if (code.ends_with("0000")) return code.substr(0, 2);
  if (code.ends_with("00")) return code.substr(0, 4);
  return code;
}

void foreign_province_citation(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view, std::string_view> foreign{
      "《{}》 holds in {} only", "《{}》只适用于 {}"};
  constexpr Message<std::string_view> help{"cite a document that holds in {}",
                                           "请引用适用于 {} 的规定"};
  const std::string_view here = edition->manifest.jurisdiction.text;
  if (here.empty()) return;
  for_each_cited(
      edition, [&](const Item& item, const Citation& citation, const Law& law) {
        const std::string_view scope = place_of(law.scope.text);
        const std::size_t both = std::min(scope.size(), place_of(here).size());
        if (scope.substr(0, both) == here.substr(0, both)) return;
        found
            .at(item, citation.written.span, foreign, law.title.text,
                law.scope.text)
            .label(law.scope.span, says_so)
            .help(help, here);
      });
}

/// The highest article that a citation names: 第十二条、第二十条 gives 20.
int highest_article(std::string_view article) {
  static const re2::RE2 each("第([0-9０-９〇零一二两三四五六七八九十百千]+)条");
  re2::StringPiece rest(article.data(), article.size()), digits;
  int highest = 0;
  while (re2::RE2::FindAndConsume(&rest, each, &digits))
    if (const auto number = phrase::number({digits.data(), digits.size()}))
      highest = std::max(highest, *number);
  return highest;
}

void article_beyond_law(const Edition& edition, Findings& found) {
  constexpr Message<int, std::string_view, int> beyond{
      "article {} of 《{}》, which has {} articles", "第{}条：《{}》只有{}条"};
  constexpr Message<> help{"look the article up in the text in force",
                           "请对照现行文本改正条文"};
  for_each_cited(
      edition, [&](const Item& item, const Citation& citation, const Law& law) {
        const int article = highest_article(citation.article);
        if (law.articles && article > *law.articles)
          found
              .at(item, citation.written.span, beyond, article, law.title.text,
                  *law.articles)
              .label(law.title.span, says_so)
              .help(help);
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
      {"lower-ranking-basis",
       Severity::info,
       {"an item rests on a law, a regulation or a rule",
        "事项以法律、法规或规章为依据"},
       lower_ranking_basis},
  };
}

}  // namespace catalog::check
