#include "import/base.h"

#include "import/basis.h"
#include "import/text.h"

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

}  // namespace

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
    base.ids.take(base.items.back().id);
  }
  return base;
}
}  // namespace catalog::import
