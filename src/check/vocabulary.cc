#include <set>

#include "check/findings.h"

namespace catalog::check {
namespace {

using diagnostics::Message;
using diagnostics::Severity;
using model::Registered;
using resolve::Edition;

constexpr Message<std::string_view> unused{"no item uses `{}`",
                                           "没有事项用到 `{}`"};

/// A base's registry is also for those who build on it. A name that leads
/// nowhere may be meant for any entry.
bool may_judge(const Edition& edition, Registered kind) {
  return is_of_place(edition) && !edition.is_of_place_below &&
         knows_all(edition, kind) &&
         !edition->dangling[static_cast<std::size_t>(kind)] &&
         knows_all(edition, Registered::items);
}

/// Reports the entries of a registry that are not in `used`; those of a base
/// are its own affair.
template <class Registry, class Id>
void report_unused(const Edition& edition, const Registry& registry,
                   const std::set<Id>& used, const Message<>& help,
                   Findings& found) {
  for (std::size_t i = 0; i < registry.size(); ++i)
    if (const auto& each = registry.all()[i]; !used.contains(registry.id(i)) &&
                                              !each.id.empty() &&
                                              edition->is_own(each.id.span))
      found.at(each.id.span, unused, each.id.text).help(help);
}

/// Laws that replaced others and laws whose limits are checked against are
/// needed though no item cites them.
void unused_law(const Edition& edition, Findings& found) {
  constexpr Message<> help{
      "delete it, or cite it where it requires a disclosure",
      "请删去，或在它所要求公开的事项中引用"};
  if (!may_judge(edition, Registered::laws)) return;
  std::set<resolve::LawId> used;
  for (const resolve::ItemId id : edition.items)
    for (const resolve::Citation& citation : edition[id].basis)
      if (citation.law) used.insert(*citation.law);
  const auto& laws = edition->laws;
  for (std::size_t i = 0; i < laws.size(); ++i) {
    const model::Law& law = laws.all()[i];
    if (!law.limits.empty()) used.insert(laws.id(i));
    if (law.repealed)
      for (const model::Text& by : law.repealed->by)
        if (const auto successor = laws.find(by.text)) used.insert(*successor);
  }
  report_unused(edition, laws, used, help, found);
}

void unused_body(const Edition& edition, Findings& found) {
  constexpr Message<> help{"delete it, or give it the items it publishes",
                           "请删去，或写明由它公开的事项"};
  if (!may_judge(edition, Registered::bodies)) return;
  std::set<resolve::BodyId> used;
  for (std::size_t i = edition->registered_bodies; i < edition->bodies.size();
       ++i)
    used.insert(edition->bodies.id(i));  // a binding wrote them out
  for (const resolve::ItemId id : edition.items) {
    const auto bound = edition.body_of(edition[id]);
    for (const auto* parts : {&edition[id].body.parts, &bound.parts})
      for (const auto& part : *parts)
        used.insert(part.value.begin(), part.value.end());
  }
  for (const model::Flow& flow : edition->flows)
    for (const model::FlowNode& node : flow.nodes)
      if (const auto body = edition->bodies.find(node.body.text))
        used.insert(*body);
  report_unused(edition, edition->bodies, used, help, found);
}

/// A standard channel's box is printed even if nobody ticks it.
void unused_channel(const Edition& edition, Findings& found) {
  constexpr Message<> help{"delete it, or tick it where it is in use",
                           "请删去，或在用到它的事项中勾选"};
  if (!may_judge(edition, Registered::channels)) return;
  std::set<resolve::ChannelId> used;
  for (const resolve::ItemId id : edition.items)
    for (const auto& part : edition[id].channels.parts)
      for (const resolve::ChannelChoice& choice : part.value)
        used.insert(choice.channels.begin(), choice.channels.end());
  const auto& channels = edition->channels;
  for (std::size_t i = 0; i < channels.size(); ++i)
    if (channels.all()[i].standard) used.insert(channels.id(i));
  report_unused(edition, channels, used, help, found);
}

void unused_term(const Edition& edition, Findings& found) {
  constexpr Message<> help{
      "class the items that belong there, or delete the term",
      "请归入应属此类的事项，或删去此类"};
  if (!may_judge(edition, Registered::taxonomies)) return;
  std::set<resolve::TermId> used;
  for (const resolve::ItemId id : edition.items)
    used.insert(edition[id].facets.begin(), edition[id].facets.end());
  const auto& taxonomies = edition->taxonomies;
  for (std::size_t i = 0; i < taxonomies.size(); ++i) {
    const model::Taxonomy& taxonomy = taxonomies.all()[i];
    for (std::uint32_t term = 0; term < taxonomy.terms.size(); ++term)
      if (!used.contains({taxonomies.id(i), term}) &&
          edition->is_own(taxonomy.id.span))
        found
            .at(taxonomy.terms[term].id.span, unused,
                taxonomy.terms[term].id.text)
            .help(help);
  }
}

}  // namespace

std::vector<Rule> vocabulary_rules() {
  return {
      {"unused-law",
       Severity::warning,
       {"from county down, registered laws are cited",
        "县级及以下，登记的法律法规都有事项引用"},
       unused_law},
      {"unused-body",
       Severity::warning,
       {"from county down, registered bodies publish something",
        "县级及以下，登记的公开主体都有事项"},
       unused_body},
      {"unused-channel",
       Severity::warning,
       {"from county down, registered channels are in use",
        "县级及以下，登记的渠道都有事项使用"},
       unused_channel},
      // A taxonomy such as the five opens is complete whatever a county does.
      {"unused-term",
       Severity::info,
       {"from county down, the terms of taxonomies have items",
        "县级及以下，各分类的每一类都有事项"},
       unused_term},
  };
}

}  // namespace catalog::check
