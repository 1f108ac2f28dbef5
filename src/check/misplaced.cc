#include "check/misplaced.h"

#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>

#include "check/findings.h"
#include "phrase/citation.h"
#include "phrase/numerals.h"

namespace catalog::check {
namespace {

/// Whether a text is nothing but citations in 《》.
bool is_citations(std::string_view text) {
  if (!text.starts_with("《")) return false;
  const phrase::Basis basis = phrase::basis(text);
  return basis.slips.empty() && !basis.citations.empty();
}

/// Whether an entry of a basis is mere words.
bool is_prose(const resolve::Citation& citation) {
  using Kind = resolve::Citation::Kind;
  return citation.kind == Kind::text ||
         (citation.kind == Kind::unread &&
          citation.slip == phrase::BasisSlip::Kind::not_understood);
}

}  // namespace

bool are_swapped(const resolve::Item& item) {
  return !item.is_incomplete && !item.basis.empty() && !item.content.empty() &&
         std::all_of(item.basis.begin(), item.basis.end(), is_prose) &&
         std::all_of(item.content.begin(), item.content.end(),
                     [](const model::ContentEntry& entry) {
                       return entry.parts.empty() &&
                              is_citations(entry.text.text);
                     });
}

namespace {

using diagnostics::Message;
using diagnostics::Severity;
using model::Law;
using resolve::Citation;
using resolve::Edition;
using resolve::Item;

constexpr Message<> says_so_here{"the other domain", "另一领域"};

/// Words for those whom a disclosure is for: no office is called so.
bool names_addressees(std::string_view name) {
  constexpr std::string_view whole[] = {
      "全社会",     "社会",     "公众",     "社会公众", "群众",      "人民群众",
      "广大群众",   "居民",     "村民",     "全体村民", "申请人",    "当事人",
      "利害关系人", "服务对象", "办事群众", "相对人",   "行政相对人"};
  if (std::find(std::begin(whole), std::end(whole), name) != std::end(whole))
    return true;
  constexpr std::string_view ends[] = {"群众",   "对象",   "家庭",  "人群",
                                       "监护人", "申请人", "当事人"};
  return std::any_of(std::begin(ends), std::end(ends),
                     [&](std::string_view end) { return name.ends_with(end); });
}

/// Of two neighbouring columns that were exchanged, the body is the one that
/// everybody looks for.
void addressee_body(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view> addressees{
      "`{}` is whom it is published for, not who publishes it",
      "`{}` 是公开对象，不是公开主体"};
  constexpr Message<> help{
      "name the office in `body`, the group in `audience`",
      "请在 `body` 写公开的单位，在 `audience` 写公开的对象"};
  std::set<resolve::BodyId> told;
  for (const resolve::ItemId id : edition.items) {
    const Item& item = edition[id];
    for (const auto& part : item.body.parts)
      for (const resolve::BodyId each : part.value) {
        const model::Body& body = edition[each];
        const auto& groups = item.audience.groups;
        const bool is_group = std::any_of(groups.begin(), groups.end(),
                                          [&](const model::Text& group) {
                                            return group.text == body.name.text;
                                          });
        if ((is_group || names_addressees(body.name.text)) &&
            told.insert(each).second)
          found.at(item, body.name.span, addressees, body.name.text).help(help);
      }
  }
}

void swapped_basis(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view> swapped{
      "the basis of `{}` reads like its content, and the content like a basis",
      "`{}` 的公开依据像公开内容，公开内容像公开依据"};
  constexpr Message<> help{"exchange `content` and `basis`",
                           "请对调 `content` 和 `basis`"};
  for (const resolve::ItemId id : edition.items) {
    const Item& item = edition[id];
    if (are_swapped(item))
      found.at(item, item.content[0].text.span, swapped, item.id.text)
          .help(help);
  }
}

/// Whether a text has one of a law's subjects in it.
bool is_about(const Law& law, std::string_view text) {
  return std::any_of(law.subjects.begin(), law.subjects.end(),
                     [&](const model::Text& subject) {
                       return text.find(subject.text) != text.npos;
                     });
}

bool is_about(const Law& law, const Item& item) {
  for (const model::Text& name : item.name)
    if (is_about(law, name.text)) return true;
  for (const model::ContentEntry& entry : item.content) {
    if (is_about(law, entry.text.text)) return true;
    for (const model::Text& part : entry.parts)
      if (is_about(law, part.text)) return true;
  }
  return false;
}

/// A basis is easily copied down a column, past the rows that it fits.
void misfit_basis(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view, std::string_view> misfit{
      "《{}》 does not fit `{}`", "《{}》与事项 `{}` 不符"};
  constexpr Message<std::string_view> rules{"it rules on this only: {} …",
                                            "它只规范这些事情：{}等"};
  constexpr Message<> help{
      "cite what rules on this item, or add its word to `subjects:`",
      "请改引规范该事项的规定，或在 `subjects:` 补充"};
  for (const resolve::ItemId id : edition.items) {
    const Item& item = edition[id];
    if (item.is_incomplete) continue;
    for (const Citation& citation : item.basis) {
      if (!citation.law) continue;
      const Law& law = edition[*citation.law];
      if (law.subjects.empty() || is_about(law, item)) continue;
      found
          .at(item,
              place_or_all(citation.written, citation.range.begin,
                           citation.range.end - citation.range.begin),
              misfit, law.title.text,
              item.name.empty() ? item.id.text : item.name.back().text)
          .label(law.subjects[0].span, rules, law.subjects[0].text)
          .help(help);
    }
  }
}

/// The number that a name begins with: 5 of `5.教育概况`, 2 of `1.2岗位信息`.
struct Numbered {
  std::string_view before;  // `1.` of `1.2`
  int number = 0;
};

std::optional<Numbered> numbered(std::string_view name) {
  const auto digits = [](std::string_view text) {
    std::size_t size = 0;
    while (size < text.size() && text[size] >= '0' && text[size] <= '9') ++size;
    return size;
  };
  const std::size_t first = digits(name);
  if (first == 0 || first > 2) return std::nullopt;
  const std::string_view rest = name.substr(first);
  const bool has_dot = rest.starts_with(".");
  if (!has_dot && !rest.starts_with("、") && !rest.starts_with("．"))
    return std::nullopt;
  if (has_dot)
    if (const std::size_t second = digits(rest.substr(1)); second > 0) {
      // 1.2岗位 is the second of the first; 1.2.3 is left alone.
      const auto number = phrase::number(rest.substr(1, second));
      if (!number || rest.substr(1 + second).starts_with("."))
        return std::nullopt;
      return Numbered{name.substr(0, first + 1), *number};
    }
  const auto number = phrase::number(name.substr(0, first));
  if (!number) return std::nullopt;
  return Numbered{{}, *number};
}

/// Numbers in the names of one level, as a reader meets them.
class Sequence {
 public:
  /// Whether a name goes on from the one before; the same name goes on too.
  bool goes_on(std::string_view name, const Numbered& read) {
    if (name == last_) return true;
    last_ = name;
    const bool is_next =
        read.before == before_ ? read.number == number_ + 1 : read.number == 1;
    before_ = read.before;
    number_ = read.number;
    return is_next;
  }

 private:
  std::string_view last_, before_;
  int number_ = 0;
};

/// Rows were taken out and the rest kept its numbers.
void broken_numbering(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view> broken{
      "the number of `{}` does not follow the one before",
      "`{}` 的序号与前面不连续"};
  constexpr Message<> help{
      "leave numbers out of names: rows are numbered when they are printed",
      "名称里不要写序号，打印时会自动编号"};
  std::optional<resolve::DomainId> domain;
  std::string_view parent;
  Sequence firsts, seconds;
  for (const resolve::ItemId id : edition.items) {
    const Item& item = edition[id];
    if (item.name.empty()) continue;
    if (domain != item.domain) firsts = Sequence();
    if (domain != item.domain || parent != item.name[0].text)
      seconds = Sequence();
    domain = item.domain;
    parent = item.name[0].text;
    for (std::size_t level = 0;
         level < std::min<std::size_t>(2, item.name.size()); ++level) {
      const model::Text& name = item.name[level];
      const auto read = numbered(name.text);
      Sequence& sequence = level == 0 ? firsts : seconds;
      if (read && !sequence.goes_on(name.text, *read))
        found.at(item, name.span, broken, name.text).help(help);
    }
  }
}

/// A domain's name without what is in brackets: 国土空间规划（城乡规划）.
std::string_view bare_name(std::string_view name) {
  return name.substr(0, name.find("（"));
}

/// The domains by their bare names, but for short ones, which are words of the
/// language: 救灾, 旅游.
class DomainNames {
 public:
  explicit DomainNames(const Edition& edition) {
    for (const model::Domain& domain : edition->domains) {
      const std::string_view name = bare_name(domain.name.text);
      if (name.size() < 12) continue;
      named_.emplace(name, &domain);
      sizes_.insert(name.size());
    }
  }

  /// Calls `visit(domain, at)` for each domain that a text is the name of, and
  /// for each that it calls a 领域.
  template <class Visit>
  void in(std::string_view text, Visit visit) const {
    visit_named(text, 0, visit);
    for (std::size_t at = text.find(word); at != text.npos;
         at = text.find(word, at + word.size()))
      for (const std::size_t size : sizes_)
        if (size <= at)
          visit_named(text.substr(at - size, size), at - size, visit);
  }

 private:
  static constexpr std::string_view word = "领域";

  template <class Visit>
  void visit_named(std::string_view name, std::size_t at, Visit& visit) const {
    const auto [first, last] = named_.equal_range(name);
    for (auto each = first; each != last; ++each) visit(*each->second, at);
  }

  std::unordered_multimap<std::string_view, const model::Domain*> named_;
  std::set<std::size_t> sizes_;  // of the names
};

/// Tables are made by copying those of another domain, and its name stays in
/// a title or in the first level of the item.
void foreign_domain(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view, std::string_view> foreign{
      "`{}` is the name of another domain; the item is of {}",
      "`{}` 是另一领域的名称，本事项属于{}领域"};
  constexpr Message<> help{"correct the name, or the item's `domain`",
                           "请改正名称，或改正事项的 `domain`"};
  const DomainNames names(edition);
  for (const resolve::ItemId id : edition.items) {
    const Item& item = edition[id];
    if (item.is_incomplete) continue;
    for (const model::Text& name : item.name)
      names.in(name.text, [&](const model::Domain& domain, std::size_t at) {
        const std::string_view own = edition[item.domain].name.text;
        const std::string_view other = bare_name(domain.name.text);
        if (own.find(other) != own.npos ||
            other.find(bare_name(own)) != other.npos)
          return;
        found
            .at(item, place_or_all(name, at, other.size()), foreign, other, own)
            .label(domain.name.span, says_so_here)
            .help(help);
      });
  }
}

}  // namespace

std::vector<Rule> misplaced_rules() {
  return {
      {"addressee-body",
       Severity::warning,
       {"a body publishes; it is not whom it is published for",
        "公开主体是公开的单位，不是公开的对象"},
       addressee_body},
      {"swapped-basis",
       Severity::error,
       {"content and basis stand in their own places",
        "公开内容和公开依据没有写反"},
       swapped_basis},
      {"misfit-basis",
       Severity::warning,
       {"a cited law rules on what the item is about", "引用的规定与事项相符"},
       misfit_basis},
      {"foreign-domain",
       Severity::warning,
       {"an item's name speaks of its own domain", "事项名称属于本领域"},
       foreign_domain},
      {"broken-numbering",
       Severity::warning,
       {"numbers in names run on from 1", "名称中的序号从1起连续"},
       broken_numbering},
  };
}

}  // namespace catalog::check
