#include "view/census.h"

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>
#include <unordered_map>

#include "compare/calendar.h"
#include "compare/timing.h"
#include "view/timing_class.h"

namespace catalog::view {
namespace {

using model::Level;
using model::Mode;
using resolve::Edition;
using resolve::Item;
using resolve::ItemId;

/// What an item counts as: id and name of each sort, once.
using Sorts = std::vector<std::pair<std::string, std::string>>;
using SortsOf = std::function<Sorts(const Edition&, const Item&)>;

/// Counts over one edition or both, in the order in which sorts are announced.
class Counter {
 public:
  void announce(std::string id, std::string name) {
    if (place_.try_emplace(id, counts_.size()).second)
      counts_.push_back({std::move(id), std::move(name), 0, {}});
  }

  void count(const Edition& edition, const SortsOf& sorts_of, bool is_base) {
    for (const ItemId id : edition.items) {
      if (edition[id].is_incomplete) continue;
      for (auto& [sort, name] : sorts_of(edition, edition[id])) {
        announce(sort, name);
        Count& count = counts_[place_.at(sort)];
        if (is_base)
          count.base = count.base.value_or(0) + 1;
        else
          ++count.items;
      }
    }
  }

  std::vector<Count> take(bool has_base) {
    std::erase_if(counts_, [](const Count& count) {
      return count.items == 0 && !count.base;
    });
    if (has_base)
      for (Count& count : counts_) count.base = count.base.value_or(0);
    return std::move(counts_);
  }

 private:
  std::vector<Count> counts_;
  std::unordered_map<std::string, std::size_t> place_;
};

Sorts domain_of(const Edition& edition, const Item& item) {
  const model::Domain& domain = edition[item.domain];
  return {{std::string(domain.id.text), std::string(domain.name.text)}};
}

Sorts levels_of(const Edition&, const Item& item) {
  Sorts sorts;
  for (const Level level : model::all_levels)
    if (item.levels.all.contains(level))
      sorts.emplace_back(word(level), chinese(level));
  return sorts;
}

Sorts modes_of(const Edition&, const Item& item) {
  Sorts sorts;
  for (const Mode mode : item.modes.all)
    sorts.emplace_back(word(mode), chinese(mode));
  return sorts;
}

std::vector<TimingClass> classes_of(const model::Timing& timing) {
  return timing.reading ? view::classes_of(timing.clauses())
                        : view::classes_of(timing.phrase.text);
}

Sorts timings_of(const Edition&, const Item& item) {
  Sorts sorts;
  for (const auto& part : item.timing.parts)
    for (const TimingClass each : classes_of(part.value)) {
      const std::string id(english(each));
      if (std::find_if(sorts.begin(), sorts.end(), [&](const auto& sort) {
            return sort.first == id;
          }) == sorts.end())
        sorts.emplace_back(id, chinese(each));
    }
  return sorts;
}

Sorts terms_of(std::string_view taxonomy, const Edition& edition,
               const Item& item) {
  Sorts sorts;
  for (const resolve::TermId term : item.facets)
    if (edition[term.taxonomy].id.text == taxonomy)
      sorts.emplace_back(edition[term].id.text, edition[term].name.text);
  return sorts;
}

/// The two limits of an item at a level, where the later one is shorter.
void add_shortened(const model::Timing& before, const model::Timing& now,
                   const days::Calendar& calendar, const Item& item,
                   std::vector<Shortened>& all) {
  for (const phrase::Clause& old : before.clauses())
    for (const phrase::Clause& fresh : now.clauses()) {
      if (!old.within || !fresh.within || old.part != fresh.part ||
          old.on_request != fresh.on_request ||
          !compare::is_same_event(old.after, fresh.after) ||
          compare::order_of(*fresh.within, *old.within, calendar) !=
              compare::Order::stricter)
        continue;
      auto at = std::find_if(all.begin(), all.end(), [&](const auto& each) {
        return each.from == *old.within && each.to == *fresh.within;
      });
      if (at == all.end())
        at = all.insert(at, {*old.within, *fresh.within, {}});
      if (at->items.empty() || at->items.back() != item.id.text)
        at->items.emplace_back(item.id.text);
    }
}

}  // namespace

std::vector<Census> census_of(const Edition& edition, const Edition* base) {
  std::vector<Census> all;
  const auto add = [&](std::string id, diagnostics::Words title,
                       std::string name, Counter counter,
                       const SortsOf& sorts_of) {
    counter.count(edition, sorts_of, false);
    if (base != nullptr) counter.count(*base, sorts_of, true);
    Census census{std::move(id), title, std::move(name),
                  counter.take(base != nullptr)};
    if (!census.counts.empty()) all.push_back(std::move(census));
  };
  Counter domains, levels, modes, timings;
  for (const model::Domain& domain : edition->domains)
    domains.announce(std::string(domain.id.text),
                     std::string(domain.name.text));
  for (const Level level : model::all_levels)
    levels.announce(std::string(word(level)), std::string(chinese(level)));
  for (const Mode mode : {Mode::proactive, Mode::on_request, Mode::withheld})
    modes.announce(std::string(word(mode)), std::string(chinese(mode)));
  for (const TimingClass each : all_timing_classes)
    timings.announce(std::string(english(each)), std::string(chinese(each)));
  add("domain", {"by domain", "按领域"}, "", std::move(domains), domain_of);
  for (const model::Taxonomy& taxonomy : edition->taxonomies) {
    Counter terms;
    for (const model::Term& term : taxonomy.terms)
      terms.announce(std::string(term.id.text), std::string(term.name.text));
    add(std::string(taxonomy.id.text), {}, std::string(taxonomy.name.text),
        std::move(terms), [&](const Edition& side, const Item& item) {
          return terms_of(taxonomy.id.text, side, item);
        });
  }
  add("level", {"by level", "按公开层级"}, "", std::move(levels), levels_of);
  add("mode", {"by mode", "按公开方式"}, "", std::move(modes), modes_of);
  add("timing", {"by kind of timing", "按时限类型"}, "", std::move(timings),
      timings_of);
  return all;
}

std::vector<Shortened> shortened_between(const Edition& base,
                                         const Edition& edition) {
  const days::Calendar calendar = compare::calendar_of(*edition);
  std::vector<Shortened> all;
  for (const ItemId id : edition.items) {
    const Item& item = edition[id];
    const auto there = base->items.find(item.id.text);
    if (!there) continue;
    const Item& old = base[*there];
    for (const auto& part : old.timing.parts) {
      if (part.level) {
        if (const model::Timing* const now = item.timing.at(*part.level))
          add_shortened(part.value, *now, calendar, item, all);
        continue;
      }
      for (const auto& fresh : item.timing.parts)
        add_shortened(part.value, fresh.value, calendar, item, all);
    }
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Shortened& a, const Shortened& b) {
                     return a.items.size() > b.items.size();
                   });
  return all;
}

}  // namespace catalog::view
