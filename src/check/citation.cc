#include <algorithm>
#include <unordered_map>

#include "check/cited.h"
#include "check/findings.h"
#include "check/misplaced.h"
#include "resolve/citations.h"
#include "resolve/provinces.h"

/// Whether items cite anything, and whether the registry has what they cite:
/// the text, for this place, with that article.
namespace catalog::check {
namespace {

using diagnostics::Message;
using diagnostics::Severity;
using model::Law;
using resolve::Citation;
using resolve::Edition;
using resolve::Item;

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

}  // namespace

std::vector<Rule> citation_rules() {
  return {
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
  };
}

}  // namespace catalog::check
