#include "resolve/citations.h"

#include <algorithm>

#include "resolve/titles.h"
#include "unicode/closest.h"
#include "unicode/utf8.h"

namespace catalog::resolve {
namespace {

using std::string_view;

/// The digits of a division code that say which place it is: 33 of 330000,
/// 3303 of 330300.
string_view place_of(string_view code) {
  if (code.size() != 6) return code;
  if (code.ends_with("0000")) return code.substr(0, 2);
  if (code.ends_with("00")) return code.substr(0, 4);
  return code;
}

/// How many characters may be wrong in a title: few, since many laws differ by
/// two of them.
std::size_t edits_in(std::size_t length) {
  if (length < 4) return 0;
  return length < 16 ? 1 : length < 30 ? 2 : 3;
}

/// The characters of a title up to 省 or 市, where it begins with a place.
string_view place_before(string_view key) {
  std::size_t at = 0;
  for (int count = 0; count < 8 && at < key.size(); ++count) {
    const auto point = unicode::decode(key, at);
    at += point.size;
    if (count > 0 && (point.value == U'省' || point.value == U'市' ||
                      point.value == U'区' || point.value == U'县'))
      return key.substr(0, at);
  }
  return {};
}

std::string digits_of(string_view text) {
  std::string digits;
  for (const char each : text)
    if (each >= '0' && each <= '9') digits += each;
  return digits;
}

/// Whether the issuers that two titles name may be one: a notice of another
/// province is another notice.
bool may_be_same_issuer(string_view cited, string_view registered) {
  if (cited == registered || cited.empty()) return true;
  if (is_local(cited) != is_local(registered)) return false;
  return registered.empty() || cited.find(registered) != cited.npos ||
         registered.find(cited) != registered.npos;
}

}  // namespace

bool holds_in(string_view scope, string_view here) {
  scope = place_of(scope);
  here = place_of(here);
  const std::size_t both = std::min(scope.size(), here.size());
  return scope.substr(0, both) == here.substr(0, both);
}

LawIndex::LawIndex(const Registry<LawId, model::Law>& laws, string_view here)
    : laws_(laws), here_(here) {
  // Titles before aliases, so that an alias never hides a title.
  for (std::size_t i = 0; i < laws.size(); ++i)
    add_title(laws.all()[i].title.text, laws.id(i));
  for (std::size_t i = 0; i < laws.size(); ++i) {
    const model::Law& law = laws.all()[i];
    for (const model::Text& alias : law.aliases)
      add_title(alias.text, laws.id(i));
    for (const model::Law::Former& former : law.former)
      if (!former.title.empty()) add_title(former.title.text, laws.id(i));
    add_number(law.number.text, laws.id(i), false);
    for (const model::Law::Former& former : law.former)
      add_number(former.number.text, laws.id(i), true);
  }
}

void LawIndex::add_title(string_view title, LawId law) {
  const TitleCore core = title_core(title);
  by_core_[core.core].push_back(titles_.size());
  titles_.push_back({title_key(title), title, law});
  by_key_.try_emplace(titles_.back().key, law);
}

void LawIndex::add_number(string_view text, LawId law, bool is_former) {
  auto number = phrase::document_number(text);
  if (!number) return;
  const std::string key = phrase::key_of(*number);
  if (!key.empty()) by_number_[key].push_back(numbers_.size());
  numbers_of_[static_cast<std::uint32_t>(law)].push_back(numbers_.size());
  numbers_.push_back({std::move(*number), law, is_former});
}

/// 《省义务教育条例》, 《我市…》: of the place that the catalog is for.
std::optional<LawId> LawIndex::by_local_title(string_view key) const {
  string_view rest = key;
  for (const string_view word : {"我", "本"})
    if (rest.starts_with(word)) rest.remove_prefix(word.size());
  string_view tier;
  for (const string_view each : {"省", "市", "区", "县"})
    if (rest.starts_with(each)) tier = each;
  if (tier.empty() || here_.empty()) return std::nullopt;
  std::optional<LawId> found;
  for (const Title& title : titles_) {
    const model::Law& law = laws_[title.law];
    if (law.scope.empty() || !title.key.ends_with(rest) ||
        title.key.size() == rest.size() || !holds_in(law.scope.text, here_))
      continue;
    if (found && *found != title.law) return std::nullopt;
    found = title.law;
  }
  return found;
}

std::optional<LawId> LawIndex::by_title(
    const phrase::Citation& citation) const {
  const std::string key = title_key(citation.title);
  if (key.empty()) return std::nullopt;
  if (const auto found = by_key_.find(key); found != by_key_.end())
    return found->second;
  TitleCore core = title_core(citation.title);
  if (core.issuer.empty()) core.issuer = title_key(citation.issuer);
  std::optional<LawId> law;
  if (const auto found = by_core_.find(core.core); found != by_core_.end())
    for (const std::size_t at : found->second) {
      const Title& title = titles_[at];
      const std::string issuer = title_core(title.title).issuer;
      const bool is_elsewhere = !laws_[title.law].scope.empty() &&
                                core.issuer.empty() &&
                                !holds_in(laws_[title.law].scope.text, here_);
      if (is_elsewhere || !may_be_same_issuer(core.issuer, issuer)) continue;
      if (law && *law != title.law) return std::nullopt;
      law = title.law;
    }
  return law ? law : by_local_title(key);
}

NumberMatch LawIndex::relation(const phrase::DocumentNumber& number,
                               LawId law) const {
  const auto own = numbers_of_.find(static_cast<std::uint32_t>(law));
  if (own == numbers_of_.end()) return NumberMatch::none;
  bool can_differ = false;
  for (const std::size_t at : own->second) {
    const Number& each = numbers_[at];
    if (phrase::may_be_same(each.number, number))
      return each.is_former ? NumberMatch::former : NumberMatch::current;
    can_differ = can_differ || each.number.form == number.form;
  }
  return can_differ ? NumberMatch::differs : NumberMatch::none;
}

LawIndex::Match LawIndex::find(const phrase::Citation& citation) const {
  Match match;
  match.law = by_title(citation);
  if (citation.number.empty() || citation.number.number == 0) return match;
  if (match.law) {
    match.number = relation(citation.number, *match.law);
    if (match.number == NumberMatch::current ||
        match.number == NumberMatch::former)
      return match;
  }
  const auto named = by_number_.find(phrase::key_of(citation.number));
  if (named == by_number_.end()) return match;
  for (const std::size_t at : named->second) {
    const Number& each = numbers_[at];
    if (!phrase::may_be_same(each.number, citation.number)) continue;
    if (citation.title.empty()) {
      match.law = each.law;
      match.number =
          each.is_former ? NumberMatch::former : NumberMatch::current;
    } else if (!match.law) {
      match.number_law = each.law;
    } else if (*match.law != each.law) {
      match.number = NumberMatch::other;
      match.number_law = each.law;
    }
    break;
  }
  return match;
}

std::optional<string_view> LawIndex::nearest(string_view title) const {
  const std::string key = title_key(title);
  const std::u32string word = unicode::to_utf32(key);
  std::size_t best = edits_in(word.size()) + 1;
  std::optional<string_view> found;
  for (const Title& each : titles_) {
    if (best == 0 || digits_of(each.key) != digits_of(key) ||
        place_before(each.key) != place_before(key))
      continue;
    const std::size_t distance =
        unicode::edit_distance(word, unicode::to_utf32(each.key), best - 1);
    if (distance >= best) continue;
    best = distance;
    found = laws_[each.law].title.text;
  }
  return found;
}

}  // namespace catalog::resolve
