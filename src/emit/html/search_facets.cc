#include "emit/html/search_facets.h"

#include <algorithm>
#include <array>
#include <memory>

#include "json/writer.h"
#include "view/timing_class.h"

namespace catalog::emit::site {
namespace {

using resolve::Item;

/// Keys of the address that no taxonomy may have.
constexpr std::string_view reserved[] = {"q",     "all",     "domain",
                                         "body",  "channel", "timing",
                                         "level", "mode",    "audience"};

Facet body_facet(const Site& site) {
  Facet facet{"body", site.say("公开主体", "Body").value, {}, {}, {}};
  facet.names_of = [&site](const Item& item) {
    Strings names;
    for (const auto& part : site.edition.body_of(item).parts)
      for (const resolve::BodyId body : part.value)
        add_once(site.edition[body].name.text, names);
    return names;
  };
  return facet;
}

Facet channel_facet(const Site& site) {
  Facet facet{"channel", site.say("公开渠道", "Channel").value, {}, {}, {}};
  for (const model::Channel& channel : site.edition->channels)
    facet.names.place(channel.name.text);
  facet.names_of = [&site](const Item& item) {
    Strings names;
    site.edition.each_here(item.channels, [&](const auto& choices, auto) {
      for (const resolve::ChannelChoice& choice : choices) {
        add_once(choice.name.text, names);
        for (const resolve::ChannelId channel : choice.channels)
          add_once(site.edition[channel].name.text, names);
      }
    });
    return names;
  };
  return facet;
}

/// A few phrases stand in most items, and each is read once.
using KnownClasses =
    std::unordered_map<std::string_view, std::vector<view::TimingClass>>;

Facet timing_facet(const Site& site) {
  Facet facet{"timing", site.say("公开时限", "Timing").value, {}, {}, {}};
  const auto name_of = [&site](view::TimingClass each) {
    return site.say(chinese(each), english(each)).value;
  };
  for (const view::TimingClass each : view::all_timing_classes)
    facet.names.place(name_of(each));
  auto known = std::make_shared<KnownClasses>();
  facet.names_of = [known, name_of](const Item& item) {
    Strings names;
    const auto add = [&](std::string_view phrase) {
      const auto [found, is_new] = known->try_emplace(phrase);
      if (is_new) found->second = view::classes_of(phrase);
      for (const view::TimingClass each : found->second)
        add_once(name_of(each), names);
    };
    for (const auto& part : item.timing.parts) add(part.value.phrase.text);
    for (const model::ContentEntry& entry : item.content)
      if (entry.timing) add(entry.timing->phrase.text);
    return names;
  };
  return facet;
}

Facet level_facet(const Site& site) {
  Facet facet{"level", site.say("公开层级", "Level").value, {}, {}, {}};
  for (const model::Level level : model::all_levels) {
    facet.names.place(site.say(chinese(level), word(level)).value);
    facet.keys.push_back(word(level));
  }
  facet.names_of = [&site](const Item& item) {
    Strings names;
    for (const model::Level level : model::all_levels)
      if (item.levels.all.contains(level))
        add_once(site.say(chinese(level), word(level)).value, names);
    return names;
  };
  return facet;
}

Facet mode_facet(const Site& site) {
  constexpr std::array modes{model::Mode::proactive, model::Mode::on_request,
                             model::Mode::withheld};
  Facet facet{"mode", site.say("公开方式", "Mode").value, {}, {}, {}};
  for (const model::Mode mode : modes) {
    facet.names.place(site.say(chinese(mode), word(mode)).value);
    facet.keys.push_back(word(mode));
  }
  facet.names_of = [&site, modes](const Item& item) {
    Strings names;
    for (const model::Mode mode : modes)
      if (item.modes.contains(mode))
        add_once(site.say(chinese(mode), word(mode)).value, names);
    return names;
  };
  return facet;
}

/// Everybody, or some group: which one is found by its name.
Facet audience_facet(const Site& site) {
  Facet facet{"audience", site.say("公开对象", "Audience").value, {}, {}, {}};
  const std::string_view everyone = site.say("全社会", "everybody").value;
  const std::string_view group = site.say("特定群体", "a group").value;
  facet.names.place(everyone);
  facet.names.place(group);
  facet.keys = {"public", "group"};
  facet.names_of = [everyone, group](const Item& item) {
    Strings names;
    if (item.audience.everyone) names.push_back(everyone);
    if (!item.audience.groups.empty()) names.push_back(group);
    return names;
  };
  return facet;
}

Facet taxonomy_facet(const Site& site, resolve::TaxonomyId id) {
  const model::Taxonomy& taxonomy = site.edition[id];
  std::string key(taxonomy.id.text);
  if (std::ranges::count(reserved, key) > 0) key += '-';
  Facet facet{key, taxonomy.name.text, {}, {}, {}};
  for (const model::Term& term : taxonomy.terms) {
    // Two terms of one name are one value.
    if (facet.names.place(term.name.text) == facet.keys.size())
      facet.keys.push_back(term.id.text);
  }
  facet.names_of = [&site, id](const Item& item) {
    Strings names;
    for (const resolve::TermId term : item.facets)
      if (term.taxonomy == id) add_once(site.edition[term].name.text, names);
    return names;
  };
  return facet;
}

}  // namespace

std::size_t Names::place(std::string_view name) {
  const auto [found, is_new] =
      index_.try_emplace(name, static_cast<std::uint32_t>(names_.size()));
  if (is_new) names_.push_back({name, 0});
  return found->second;
}

void Names::sort() {
  std::ranges::stable_sort(names_, std::greater(), &Name::uses);
  for (std::uint32_t i = 0; i < names_.size(); ++i) index_[names_[i].name] = i;
}

void Names::write(std::string& out) const {
  out += '[';
  for (const Name& each : names_) {
    if (&each != names_.data()) out += ',';
    json::append_string(out, each.name);
  }
  out += ']';
}

std::vector<Facet> search_facets(const Site& site) {
  std::vector<Facet> facets;
  facets.push_back(body_facet(site));
  facets.push_back(channel_facet(site));
  facets.push_back(timing_facet(site));
  facets.push_back(level_facet(site));
  facets.push_back(mode_facet(site));
  facets.push_back(audience_facet(site));
  const auto& taxonomies = site.edition->taxonomies;
  for (std::size_t i = 0; i < taxonomies.size(); ++i)
    if (site.has_pages(taxonomies.id(i)))
      facets.push_back(taxonomy_facet(site, taxonomies.id(i)));
  for (Facet& facet : facets)
    for (const resolve::ItemId id : site.edition.items)
      for (const std::string_view name : facet.names_of(site.edition[id]))
        facet.names.count(name);
  facets.front().names.sort();
  return facets;
}

void add_once(std::string_view name, Strings& names) {
  if (!name.empty() && std::ranges::find(names, name) == names.end())
    names.push_back(name);
}

}  // namespace catalog::emit::site
