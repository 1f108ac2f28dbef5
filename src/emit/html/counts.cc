#include "emit/html/counts.h"

#include <algorithm>
#include <bitset>
#include <functional>
#include <set>
#include <string>
#include <unordered_map>

#include "view/timing_class.h"

namespace catalog::emit::site {
namespace {

void leave_out_empty(std::vector<Bar>& bars) {
  std::erase_if(bars, [](const Bar& bar) { return bar.count == 0; });
}

/// Bars of the things of a registry; `ids_of` gives those of an item, which
/// may repeat.
template <class Registry, class IdsOf, class NameOf, class AddressOf>
std::vector<Bar> registry_bars(const Site& site, const Registry& registry,
                               const Items& items, IdsOf ids_of, NameOf name_of,
                               AddressOf address_of) {
  std::vector<Bar> bars(registry.size());
  for (std::size_t i = 0; i < bars.size(); ++i)
    bars[i] = {std::string(name_of(registry.all()[i])), 0,
               address_of(registry.id(i))};
  for (const resolve::ItemId id : items) {
    const auto ids = ids_of(site.edition[id]);
    for (const auto each : std::set(ids.begin(), ids.end()))
      ++bars[static_cast<std::size_t>(each)].count;
  }
  leave_out_empty(bars);
  return bars;
}

constexpr auto name_of = [](const auto& thing) { return thing.name.text; };

using ClassSet = std::bitset<std::size(view::all_timing_classes)>;

/// The classes of an item's timings, also those of parts of its content.
class TimingClasses {
 public:
  ClassSet of(const resolve::Item& item) {
    ClassSet classes;
    for (const auto& part : item.timing.parts)
      classes |= of(part.value.phrase.text);
    for (const model::ContentEntry& entry : item.content)
      if (entry.timing) classes |= of(entry.timing->phrase.text);
    return classes;
  }

 private:
  /// A few phrases stand in most items, and each is read once.
  ClassSet of(std::string_view phrase) {
    const auto [found, is_new] = known_.try_emplace(phrase);
    if (is_new)
      for (const view::TimingClass each : view::classes_of(phrase))
        found->second.set(static_cast<std::size_t>(each));
    return found->second;
  }

  std::unordered_map<std::string_view, ClassSet> known_;
};

}  // namespace

std::vector<Bar> domain_bars(const Site& site, const Items& items,
                             std::string_view root) {
  return registry_bars(
      site, site.edition->domains, items,
      [](const resolve::Item& item) { return std::vector{item.domain}; },
      name_of,
      [&](resolve::DomainId id) {
        return address_of(
            site,
            {view::Link::Kind::table, std::string(site.edition[id].id.text)},
            root);
      });
}

std::vector<Bar> timing_bars(const Site& site, const Items& items) {
  std::vector<Bar> bars;
  for (const view::TimingClass each : view::all_timing_classes)
    bars.push_back(
        {std::string(site.say(chinese(each), english(each)).value), 0, {}});
  TimingClasses classes;
  for (const resolve::ItemId id : items) {
    const ClassSet found = classes.of(site.edition[id]);
    for (std::size_t i = 0; i < bars.size(); ++i) bars[i].count += found[i];
  }
  leave_out_empty(bars);
  return bars;
}

std::vector<Bar> mode_bars(const Site& site, const Items& items) {
  using model::Mode;
  std::vector<Bar> bars;
  for (const Mode mode : {Mode::proactive, Mode::on_request, Mode::withheld}) {
    Bar& bar = bars.emplace_back();
    bar.name = site.say(chinese(mode), word(mode)).value;
    for (const resolve::ItemId id : items)
      bar.count += site.edition[id].modes.contains(mode);
  }
  leave_out_empty(bars);
  return bars;
}

std::vector<Bar> level_bars(const Site& site, const Items& items,
                            std::string_view root) {
  std::vector<Bar> bars;
  for (const model::Level level : model::all_levels) {
    Bar& bar = bars.emplace_back();
    bar.name = site.say(chinese(level), word(level)).value;
    bar.address =
        std::string(root) + "levels.html#_" + std::string(word(level));
    for (const resolve::ItemId id : items)
      bar.count += site.edition[id].levels.all.contains(level);
  }
  leave_out_empty(bars);
  return bars;
}

std::vector<Bar> channel_bars(const Site& site, const Items& items) {
  return registry_bars(
      site, site.edition->channels, items,
      [&](const resolve::Item& item) {
        std::vector<resolve::ChannelId> ids;
        site.edition.each_here(item.channels, [&](const auto& choices, auto) {
          for (const resolve::ChannelChoice& choice : choices)
            ids.insert(ids.end(), choice.channels.begin(),
                       choice.channels.end());
        });
        return ids;
      },
      name_of, [](resolve::ChannelId) { return std::string(); });
}

std::vector<Bar> body_bars(const Site& site, const Items& items,
                           std::string_view root) {
  auto bars = registry_bars(
      site, site.edition->bodies, items,
      [&](const resolve::Item& item) {
        std::vector<resolve::BodyId> ids;
        for (const auto& part : site.edition.body_of(item).parts)
          ids.insert(ids.end(), part.value.begin(), part.value.end());
        return ids;
      },
      name_of, [&](resolve::BodyId id) { return address_of(site, id, root); });
  std::ranges::stable_sort(bars, std::greater(), &Bar::count);
  return bars;
}

std::vector<Bar> law_bars(const Site& site, const Items& items,
                          std::string_view root) {
  auto bars = registry_bars(
      site, site.edition->laws, items,
      [](const resolve::Item& item) {
        std::vector<resolve::LawId> ids;
        for (const resolve::Citation& citation : item.basis)
          if (citation.law) ids.push_back(*citation.law);
        return ids;
      },
      [](const model::Law& law) { return law.title.text; },
      [&](resolve::LawId id) { return address_of(site, id, root); });
  std::ranges::stable_sort(bars, std::greater(), &Bar::count);
  return bars;
}

std::vector<Bar> term_bars(const Site& site, resolve::TaxonomyId taxonomy,
                           const Items& items, std::string_view root) {
  const auto& terms = site.edition[taxonomy].terms;
  std::vector<Bar> bars;
  for (std::uint32_t i = 0; i < terms.size(); ++i) {
    const resolve::TermId term{taxonomy, i};
    Bar& bar = bars.emplace_back();
    bar.name = terms[i].name.text;
    bar.address = std::string(root) + path_of(site, term);
    for (const resolve::ItemId id : items)
      bar.count += std::ranges::count(site.edition[id].facets, term) > 0;
  }
  leave_out_empty(bars);
  return bars;
}

}  // namespace catalog::emit::site
