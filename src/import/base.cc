#include "import/base.h"

#include <algorithm>
#include <map>

#include "import/basis.h"
#include "import/text.h"
#include "unicode/utf8.h"

namespace catalog::import {
namespace {

using model::Level;
using resolve::BodyId;
using resolve::Edition;

std::string text_of(const model::Text& text) { return std::string(text.text); }

/// A name and what stands in the brackets behind it: tables call a domain
/// 国土空间规划（城乡规划） by either.
std::vector<std::string> names_of(const std::string& name) {
  std::vector<std::string> names = {name};
  for (const std::string_view opening : {"（", "("}) {
    const std::size_t at = name.find(opening);
    if (at == name.npos || at == 0) continue;
    names.push_back(name.substr(0, at));
    const std::string_view closing = opening == "（" ? "）" : ")";
    const std::size_t begin = at + opening.size();
    const std::size_t end = name.find(closing, begin);
    if (end != name.npos) names.push_back(name.substr(begin, end - begin));
  }
  return names;
}

void register_domains(const Edition& edition, Imported& imported) {
  for (const model::Domain& each : edition->domains) {
    Registered domain;
    domain.id = text_of(each.id);
    domain.name = text_of(each.name);
    domain.code = text_of(each.code);
    std::vector<std::string> keys;
    for (const std::string& name : names_of(domain.name))
      keys.push_back(squashed(name));
    imported.domains.know(std::move(domain), keys);
  }
}

void register_laws(const Edition& edition, Imported& imported) {
  for (const model::Law& each : edition->laws) {
    Registered law;
    law.id = text_of(each.id);
    law.name = text_of(each.title);
    law.number = text_of(each.number);
    std::vector<std::string> keys = {title_key(law.name)};
    for (const model::Text& alias : each.aliases) {
      law.aliases.push_back(text_of(alias));
      keys.push_back(title_key(law.aliases.back()));
    }
    for (const auto& former : each.former)
      law.former_numbers.push_back(text_of(former.number));
    imported.laws.know(std::move(law), keys);
  }
}

void register_bodies(const Edition& edition, Imported& imported) {
  for (const model::Body& each : edition->bodies) {
    if (each.id.empty() || contains(each.name.text, "{")) continue;
    Registered body;
    body.id = text_of(each.id);
    body.name = text_of(each.name);
    body.flag = each.generic;
    const std::string key = squashed(body.name);
    imported.bodies.know(std::move(body), {key, "各" + key});
  }
}

void register_others(const Edition& edition, Imported& imported) {
  for (const model::Channel& each : edition->channels) {
    Registered channel;
    channel.id = text_of(each.id);
    channel.name = text_of(each.name);
    channel.flag = each.standard;
    const std::string key = squashed(channel.name);
    imported.channels.know(std::move(channel), {key});
  }
  for (const model::Element& each : edition->elements) {
    Registered element;
    element.id = text_of(each.id);
    element.name = text_of(each.name);
    const std::string key = squashed(element.name);
    imported.elements.know(std::move(element), {key});
  }
  for (const model::Taxonomy& each : edition->taxonomies) {
    if (each.name.text != "五公开" && each.id.text != imported.opens_id)
      continue;
    imported.opens_id = text_of(each.id);
    for (const model::Term& term : each.terms) {
      Registered entry;
      entry.id = text_of(term.id);
      entry.name = text_of(term.name);
      std::vector<std::string> keys = {squashed(entry.name)};
      // 决策公开 is ticked as 决策.
      if (entry.name.ends_with("公开"))
        keys.push_back(squashed(
            entry.name.substr(0, entry.name.size() - sizeof("公开") + 1)));
      imported.opens.know(std::move(entry), keys);
    }
  }
}

std::vector<Basis> basis_of(const Edition& edition, const resolve::Item& item) {
  std::vector<Basis> all;
  for (const resolve::Citation& each : item.basis) {
    Basis basis;
    if (each.law) {
      basis.law = text_of(edition[*each.law].id);
      basis.article = std::string(each.article);
      basis.note = std::string(each.remark) + text_of(each.note);
    } else {
      basis.text = std::string(each.text());
    }
    all.push_back(std::move(basis));
  }
  return all;
}

ChannelRefs channels_of(const Edition& edition,
                        const std::vector<resolve::ChannelChoice>& choices) {
  using Kind = model::ChannelEntry::Kind;
  ChannelRefs refs;
  for (const resolve::ChannelChoice& choice : choices) {
    if (choice.kind == Kind::other) refs.other.push_back(text_of(choice.name));
    auto& ids = choice.kind == Kind::any_of     ? refs.any_of
                : choice.kind == Kind::optional ? refs.optional
                                                : refs.ids;
    for (const resolve::ChannelId id : choice.channels)
      ids.push_back(text_of(edition[id].id));
  }
  return refs;
}

std::string level_word(const std::optional<Level>& level) {
  return level ? std::string(word(*level)) : std::string();
}

void read_who(const Edition& edition, const resolve::Item& item, Item& into) {
  const auto bodies = edition.body_of(item);
  for (const auto& part : bodies.parts) {
    std::vector<std::string> ids;
    for (const BodyId id : part.value) ids.push_back(text_of(edition[id].id));
    into.bodies.emplace_back(level_word(part.level), std::move(ids));
  }
  for (const auto& part : item.channels.parts)
    into.channels.emplace_back(level_word(part.level),
                               channels_of(edition, part.value));
  into.everyone = item.audience.everyone;
  for (const model::Text& group : item.audience.groups)
    into.groups.push_back(text_of(group));
  into.modes = item.modes.all;
  for (const Level level : model::all_levels)
    if (item.levels.all.contains(level)) into.levels.push_back(level);
  const model::Supervision supervision = edition.supervision_of(item);
  into.phone = text_of(supervision.phone);
  into.office = text_of(supervision.office);
  into.url = text_of(supervision.url);
}

Item item_of(const Edition& edition, const resolve::Item& item,
             const Imported& imported) {
  Item all;
  all.id = text_of(item.id);
  all.code = text_of(item.code);
  all.domain = imported.domains.index_of(text_of(edition[item.domain].id));
  for (const model::Text& name : item.name) all.name.push_back(text_of(name));
  for (const model::ContentEntry& each : item.content) {
    Entry entry{text_of(each.text), {}, each.optional};
    for (const model::Text& part : each.parts)
      entry.parts.push_back(text_of(part));
    all.content.push_back(std::move(entry));
  }
  all.basis = basis_of(edition, item);
  for (const auto& part : item.timing.parts)
    all.timing.push_back(text_of(part.value.phrase));
  read_who(edition, item, all);
  for (const resolve::TermId& facet : item.facets)
    if (edition->taxonomies[facet.taxonomy].id.text == imported.opens_id)
      all.opens.push_back(
          text_of(edition->taxonomies[facet.taxonomy].terms[facet.term].id));
  for (const resolve::ElementValue& each : item.elements) {
    std::string value;
    for (const model::Text& text : each.values)
      value += (value.empty() ? "" : "；") + text_of(text);
    all.elements.emplace_back(text_of(edition->elements[each.element].id),
                              value);
  }
  for (const model::Text& each : item.column)
    all.column.push_back(text_of(each));
  all.note = text_of(item.note);
  return all;
}

// --- Which item is which. -------------------------------------------------

using Bigrams = std::vector<std::uint64_t>;

Bigrams bigrams_of(const std::string& text) {
  Bigrams all;
  char32_t last = 0;
  for (const char32_t each : unicode::CodePoints(text)) {
    if (last != 0) all.push_back(std::uint64_t{last} << 32 | each);
    last = each;
  }
  if (all.empty() && last != 0) all.push_back(last);
  std::sort(all.begin(), all.end());
  return all;
}

/// Twice what both have, over all that they have.
double share(const Bigrams& a, const Bigrams& b) {
  if (a.empty() || b.empty()) return a.empty() && b.empty() ? 1 : 0;
  std::size_t both = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j)
      ++both, ++i, ++j;
    else if (*i < *j)
      ++i;
    else
      ++j;
  }
  return 2.0 * static_cast<double>(both) /
         static_cast<double>(a.size() + b.size());
}

/// What items are told apart by, made ready to compare.
struct Shape {
  Bigrams lowest, first, content;

  explicit Shape(const Item& item)
      : lowest(bigrams_of(squashed(item.name.back()))),
        first(bigrams_of(squashed(item.name.front()))) {
    std::string text;
    for (const Entry& each : item.content) {
      text += each.text;
      for (const std::string& part : each.parts) text += part;
    }
    content = bigrams_of(squashed(text));
  }
};

double likeness(const Shape& a, const Shape& b) {
  return 0.55 * share(a.lowest, b.lowest) + 0.15 * share(a.first, b.first) +
         0.3 * share(a.content, b.content);
}

std::string name_key(const Item& item) {
  std::string key = std::to_string(item.domain);
  for (const std::string& each : item.name)
    key += "\n" + squashed(without_number(each));
  return key;
}

class Matcher {
 public:
  Matcher(const Imported& imported, const Base& base)
      : imported_(imported),
        base_(base),
        matches_(imported.items.size()),
        taken_(base.items.size()) {}

  std::vector<Match> all() {
    by_key(
        Match::By::id, [](const Item& item) { return item.known_as; },
        [](const Item& item) { return item.id; });
    const auto code = [](const Item& item) {
      return item.code.empty() ? std::string()
                               : std::to_string(item.domain) + "\n" + item.code;
    };
    by_key(Match::By::code, code, code);
    by_key(Match::By::name, name_key, name_key);
    by_likeness();
    return std::move(matches_);
  }

 private:
  void join(std::size_t item, const Match& match) {
    matches_[item] = match;
    taken_[match.base] = true;
  }

  /// Keys that one item has here and one there.
  template <class Here, class There>
  void by_key(Match::By by, const Here& here, const There& there) {
    constexpr std::size_t several = static_cast<std::size_t>(-1);
    std::map<std::string, std::size_t> of_base, of_items;
    const auto put = [&](auto& map, const std::string& key, std::size_t i) {
      if (key.empty()) return;
      const auto [found, is_new] = map.try_emplace(key, i);
      if (!is_new) found->second = several;
    };
    for (std::size_t i = 0; i < base_.items.size(); ++i)
      if (!taken_[i]) put(of_base, there(base_.items[i]), i);
    for (std::size_t i = 0; i < matches_.size(); ++i)
      if (!matches_[i].is_joined()) put(of_items, here(imported_.items[i]), i);
    for (const auto& [key, item] : of_items) {
      const auto found = of_base.find(key);
      if (item == several || found == of_base.end() || found->second == several)
        continue;
      join(item, {by, found->second, 1});
    }
  }

  struct Pair {
    double sure = 0;
    std::size_t item = 0, base = 0;
  };

  /// The likest pairs of what is left, domain by domain.
  void by_likeness() {
    std::map<std::size_t, std::vector<std::size_t>> left;
    for (std::size_t i = 0; i < base_.items.size(); ++i)
      if (!taken_[i]) left[base_.items[i].domain].push_back(i);
    std::vector<Pair> pairs;
    std::map<std::size_t, Shape> shapes;
    for (std::size_t i = 0; i < matches_.size(); ++i) {
      if (matches_[i].is_joined()) continue;
      const Shape here(imported_.items[i]);
      for (const std::size_t each : left[imported_.items[i].domain]) {
        const Shape& there =
            shapes.try_emplace(each, base_.items[each]).first->second;
        const double sure = likeness(here, there);
        if (sure >= least_near) pairs.push_back({sure, i, each});
      }
    }
    std::stable_sort(
        pairs.begin(), pairs.end(),
        [](const Pair& a, const Pair& b) { return a.sure > b.sure; });
    std::map<std::size_t, std::vector<std::size_t>> of_item, of_base;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      of_item[pairs[i].item].push_back(i);
      of_base[pairs[i].base].push_back(i);
    }
    for (const Pair& each : pairs)
      settle(each, pairs, of_item[each.item], of_base[each.base]);
  }

  /// Joined where it is sure and nothing else comes near; else only named.
  void settle(const Pair& pair, const std::vector<Pair>& pairs,
              const std::vector<std::size_t>& of_item,
              const std::vector<std::size_t>& of_base) {
    if (matches_[pair.item].is_joined() || taken_[pair.base]) return;
    const auto comes_near = [&](std::size_t index) {
      const Pair& other = pairs[index];
      return other.sure > pair.sure - margin &&
             (other.item != pair.item
                  ? !matches_[other.item].is_joined()
                  : other.base != pair.base && !taken_[other.base]);
    };
    const bool has_rival =
        std::any_of(of_item.begin(), of_item.end(), comes_near) ||
        std::any_of(of_base.begin(), of_base.end(), comes_near);
    if (pair.sure >= least_sure && !has_rival)
      join(pair.item, {Match::By::likely, pair.base, pair.sure});
    else if (matches_[pair.item].by == Match::By::none)
      matches_[pair.item] = {Match::By::near, pair.base, pair.sure};
  }

  static constexpr double least_near = 0.5, least_sure = 0.8, margin = 0.1;
  const Imported& imported_;
  const Base& base_;
  std::vector<Match> matches_;
  std::vector<bool> taken_;
};

}  // namespace

double likeness(const Item& a, const Item& b) {
  return likeness(Shape(a), Shape(b));
}

Base base_of(const Edition& edition, const std::string& reference,
             Imported& imported) {
  register_domains(edition, imported);
  register_laws(edition, imported);
  register_bodies(edition, imported);
  register_others(edition, imported);
  Base base;
  base.reference = reference;
  for (const resolve::ItemId id : edition.items) {
    base.items.push_back(item_of(edition, edition[id], imported));
    base.ids.insert(base.items.back().id);
  }
  return base;
}

std::vector<Match> matches_of(const Imported& imported, const Base& base) {
  return Matcher(imported, base).all();
}

}  // namespace catalog::import
