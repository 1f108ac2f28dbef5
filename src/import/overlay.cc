#include "import/overlay.h"

#include <algorithm>
#include <map>
#include <optional>

#include "import/text.h"
#include "phrase/timing.h"
#include "unicode/utf8.h"

namespace catalog::import {
namespace {

constexpr RemarkKind joined_to_base{
    "joined-to-base",
    Sure::likely,
    {"taken for an item of the base by its names and content: {}",
     "按名称和内容视为上级目录的事项：{}"}};
constexpr RemarkKind near_to_base{
    "near-to-base",
    Sure::unsure,
    {"perhaps an item of the base, kept as one of its own: {}",
     "可能是上级目录的事项，暂作本级自有事项：{}"}};
constexpr RemarkKind own_item{
    "own-item",
    Sure::likely,
    {"the base has no such item: kept as one of its own{}",
     "上级目录没有此事项，作为本级自有事项{}"}};
constexpr RemarkKind not_in_table{
    "not-in-table",
    Sure::unsure,
    {"the base has it and the tables do not; it stays until a person leaves it "
     "out: {}",
     "上级目录有而表格中没有，未经人工确定仍予保留：{}"}};
constexpr RemarkKind less_than_base{"less-than-base",
                                    Sure::unsure,
                                    {"the base asks more, and that holds: {}",
                                     "上级目录的要求更多，仍按上级目录：{}"}};
constexpr RemarkKind weaker_than_base{"weaker-than-base",
                                      Sure::unsure,
                                      {"weaker than the base, which holds: {}",
                                       "弱于上级目录，仍按上级目录：{}"}};
constexpr RemarkKind other_words{
    "same-in-other-words",
    Sure::certain,
    {"says the same as the base in other words, and the base's hold: {}",
     "与上级目录意思相同，沿用上级目录的表述：{}"}};
constexpr RemarkKind base_holds{
    "base-holds",
    Sure::certain,
    {"the table does not say it; what the base says holds{}",
     "原表没有写明，按上级目录{}"}};
constexpr RemarkKind bound{
    "bound",
    Sure::likely,
    {"plays a role of the base: {}", "视为担任上级目录中的角色：{}"}};
constexpr RemarkKind other_office{
    "other-office",
    Sure::unsure,
    {"another office than that bound to the role elsewhere: {}",
     "与别处担任该角色的部门不同：{}"}};
constexpr RemarkKind unknown_term{
    "unknown-term",
    Sure::unsure,
    {"the base's classes have no such term: left out: {}",
     "上级目录的分类中没有此项，未导入：{}"}};

/// A text without what lists are written with.
std::string bare(std::string_view text) {
  const std::string plain = squashed(text);
  std::string kept;
  for (const char32_t each : unicode::CodePoints(plain))
    if (std::u32string_view(U";,.:、。()[]<>·*-\"“”〈〉《》〔〕").find(each) ==
        std::u32string_view::npos)
      unicode::append(kept, each);
  return kept;
}

std::string whole(const Entry& entry) {
  std::string text = entry.text;
  for (const std::string& part : entry.parts) text += part;
  return bare(text);
}

std::string whole(const std::vector<Entry>& entries) {
  std::string all;
  for (const Entry& each : entries) all += whole(each);
  return all;
}

std::string whole(const Basis& basis) {
  return basis.law.empty() ? bare(basis.text)
                           : basis.law + "\n" + bare(basis.article);
}

template <class T>
bool contains_one(const std::vector<T>& all, const T& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

std::vector<std::string> flat(
    const std::vector<std::pair<std::string, std::vector<std::string>>>&
        by_level) {
  std::vector<std::string> all;
  for (const auto& [level, ids] : by_level)
    for (const std::string& each : ids)
      if (!contains_one(all, each)) all.push_back(each);
  return all;
}

ChannelRefs flat(
    const std::vector<std::pair<std::string, ChannelRefs>>& by_level) {
  ChannelRefs all;
  const auto add = [](auto& to, const auto& from) {
    for (const std::string& each : from)
      if (!contains_one(to, each)) to.push_back(each);
  };
  for (const auto& [level, refs] : by_level) {
    add(all.ids, refs.ids);
    add(all.optional, refs.optional);
    add(all.any_of, refs.any_of);
    add(all.other, refs.other);
  }
  return all;
}

std::string line_of(const std::vector<std::string>& texts,
                    std::string_view between = "、") {
  std::string all;
  for (const std::string& each : texts)
    all += (all.empty() ? "" : std::string(between)) + each;
  return all;
}

std::string names_of(const Item& item) { return line_of(item.name, " / "); }

std::string same_timing(const std::string& text) {
  const phrase::Timing timing = phrase::timing(text);
  return timing.is_read() ? phrase::canonical(timing) : bare(text);
}

/// Compares one imported item with that of the base.
class Comparison {
 public:
  Comparison(Imported& imported, const Item& base, Departure& departure,
             const HeldBack& weaker, const HeldBack& equal, Remarks& remarks)
      : imported_(imported),
        item_(imported.items[departure.item]),
        base_(base),
        departure_(departure),
        weaker_(weaker),
        equal_(equal),
        remarks_(remarks) {}

  void compare() {
    if (!item_.code.empty() && item_.code != base_.code)
      departure_.keys.insert("code");
    compare_names();
    compare_content();
    compare_basis();
    compare_timing();
    compare_channels();
    compare_audience();
    compare_modes();
    compare_levels();
    compare_others();
  }

 private:
  /// What the base has and the table does not: reported, and a comment.
  void left(const std::vector<std::string>& texts) {
    if (texts.empty()) return;
    std::string all = line_of(texts);
    if (unicode::count(all) > 120)
      all = std::string(unicode::prefix(all, 120)) + "…";
    remarks_.add(less_than_base, item_.place, names_of(item_), all);
    departure_.open_points.push_back(
        less_than_base.message.in(diagnostics::Language::zh, all) + "（" +
        import::text_of(item_.place) + "）");
  }

  /// A field that is written whole, unless it is weaker or says the same.
  void put(const std::string& key, const std::string& now,
           const std::string& before) {
    if (equal_.contains({base_.id, key}))
      return remarks_.add(other_words, item_.place, now, before);
    if (!weaker_.contains({base_.id, key})) {
      departure_.keys.insert(key);
      return;
    }
    remarks_.add(weaker_than_base, item_.place, now, before);
    departure_.open_points.push_back(
        weaker_than_base.message.in(diagnostics::Language::zh, before) +
        "；表格为 " + now + "（" + import::text_of(item_.place) + "）");
  }

  bool is_assumed(std::string_view key) const {
    return std::find(item_.assumed.begin(), item_.assumed.end(), key) !=
           item_.assumed.end();
  }

  void compare_names() {
    const auto plain = [](const Item& item) {
      std::string all;
      for (const std::string& each : item.name)
        all += squashed(without_number(each)) + "\n";
      return all;
    };
    if (plain(item_) != plain(base_)) departure_.keys.insert("name");
  }

  void compare_content() {
    if (is_assumed("content") || whole(item_.content) == whole(base_.content))
      return;
    std::vector<const Entry*> gone, fresh;
    const auto lacks = [](const std::vector<Entry>& all, const Entry& entry) {
      return std::none_of(all.begin(), all.end(), [&](const Entry& each) {
        return whole(each) == whole(entry);
      });
    };
    for (const Entry& each : base_.content)
      if (lacks(item_.content, each)) gone.push_back(&each);
    for (const Entry& each : item_.content)
      if (lacks(base_.content, each)) fresh.push_back(&each);
    std::vector<std::string> lost;
    for (const Entry* old : gone) {
      const Entry* const now = reworded(*old, fresh);
      if (now == nullptr) {
        lost.push_back(old->text);
        continue;
      }
      departure_.reworded.emplace_back(old->text, *now);
      std::erase(fresh, now);
    }
    for (const Entry* each : fresh) departure_.content.push_back(*each);
    left(lost);
  }

  /// The entry that says nearly the same as one of the base.
  const Entry* reworded(const Entry& old,
                        const std::vector<const Entry*>& fresh) const {
    const Entry* best = nullptr;
    double most = 0.5;
    const auto shape = [](const Entry& entry) {
      Item item;
      item.name = {entry.text};
      item.content = {entry};
      return item;
    };
    for (const Entry* each : fresh) {
      const double sure = likeness(shape(old), shape(*each));
      if (sure > most) most = sure, best = each;
    }
    return best;
  }

  void compare_basis() {
    if (item_.basis.empty()) return;
    const auto lacks = [](const std::vector<Basis>& all, const Basis& basis) {
      return std::none_of(all.begin(), all.end(), [&](const Basis& each) {
        return whole(each) == whole(basis);
      });
    };
    std::vector<std::string> lost;
    for (const Basis& each : base_.basis)
      if (lacks(item_.basis, each) && !cites_more(item_.basis, each))
        lost.push_back(shown(each));
    for (const Basis& each : item_.basis)
      if (lacks(base_.basis, each) && !cites_more(base_.basis, each))
        departure_.basis.push_back(each);
    left(lost);
  }

  /// Whether the law is cited, here with an article and there without: who
  /// cites the whole of it leaves nothing out.
  static bool cites_more(const std::vector<Basis>& all, const Basis& one) {
    return std::any_of(all.begin(), all.end(), [&](const Basis& each) {
      return !each.law.empty() && each.law == one.law &&
             (each.article.empty() || one.article.empty());
    });
  }

  std::string shown(const Basis& basis) const {
    if (basis.law.empty()) return basis.text;
    for (const Registered& each : imported_.laws.all())
      if (each.id == basis.law) return "《" + each.name + "》" + basis.article;
    return basis.law;
  }

  void compare_timing() {
    if (is_assumed("timing")) return;
    const auto said = [](const std::vector<std::string>& lines) {
      std::string all;
      for (const std::string& each : lines) all += same_timing(each) + "；";
      return all;
    };
    const std::string now = line_of(item_.timing, "；");
    if (said(item_.timing) == said(base_.timing)) return;
    for (const std::string& each : base_.timing)
      if (bare(each) == bare(now) || same_timing(each) == same_timing(now))
        return;
    put("timing", now, line_of(base_.timing, "；"));
  }

  std::string channel_names(const std::vector<std::string>& ids) const {
    std::vector<std::string> names;
    for (const std::string& id : ids)
      for (const Registered& each : imported_.channels.all())
        if (each.id == id) names.push_back(each.name);
    return line_of(names);
  }

  void compare_channels() {
    if (is_assumed("channels")) return;
    const ChannelRefs now = flat(item_.channels);
    const ChannelRefs before = flat(base_.channels);
    const auto has = [](const ChannelRefs& refs, const std::string& id) {
      return contains_one(refs.ids, id) || contains_one(refs.any_of, id) ||
             contains_one(refs.optional, id);
    };
    for (const std::string& each : now.ids)
      if (!has(before, each)) departure_.channels.ids.push_back(each);
    for (const std::string& each : now.optional)
      if (!has(before, each)) departure_.channels.optional.push_back(each);
    for (const std::string& each : now.other)
      if (!contains_one(before.other, each))
        departure_.channels.other.push_back(each);
    std::vector<std::string> lost;
    for (const std::string& each : before.ids)
      if (!has(now, each)) lost.push_back(channel_names({each}));
    for (const std::string& each : before.other)
      if (!contains_one(now.other, each)) lost.push_back(each);
    left(lost);
  }

  void compare_audience() {
    const auto plain = [](const std::vector<std::string>& groups) {
      std::set<std::string> all;
      for (const std::string& each : groups) all.insert(bare(each));
      return all;
    };
    // A tick that names no group may mean that of the base.
    if (item_.everyone == base_.everyone &&
        (plain(item_.groups) == plain(base_.groups) ||
         (item_.groups == std::vector<std::string>{"特定群体"} &&
          !base_.groups.empty())))
      return;
    const auto shown_audience = [](const Item& item) {
      std::vector<std::string> all = item.groups;
      if (item.everyone) all.insert(all.begin(), "全社会");
      return line_of(all);
    };
    put("audience", shown_audience(item_), shown_audience(base_));
  }

  void compare_modes() {
    const auto sorted = [](std::vector<model::Mode> modes) {
      std::sort(modes.begin(), modes.end());
      return modes;
    };
    if (item_.modes.empty() || sorted(item_.modes) == sorted(base_.modes))
      return;
    const auto shown_modes = [](const Item& item) {
      std::vector<std::string> all;
      for (const model::Mode each : item.modes)
        all.emplace_back(model::chinese(each));
      return line_of(all);
    };
    put("mode", shown_modes(item_), shown_modes(base_));
  }

  void compare_levels() {
    if (item_.levels.empty() || base_.levels.empty()) return;
    for (const model::Level each : item_.levels)
      if (!contains_one(base_.levels, each)) departure_.levels.push_back(each);
    std::vector<std::string> lost;
    for (const model::Level each : base_.levels)
      if (!contains_one(item_.levels, each))
        lost.emplace_back(model::chinese(each));
    left(lost);
  }

  void compare_others() {
    const bool has_other_phone =
        !item_.phone.empty() && item_.phone != base_.phone;
    const bool has_other_office =
        !item_.office.empty() && item_.office != base_.office;
    const bool has_other_url = !item_.url.empty() && item_.url != base_.url;
    if (has_other_phone || has_other_office || has_other_url)
      put("supervision", item_.phone + item_.office + item_.url,
          base_.phone + base_.office + base_.url);
    const auto sorted = [](std::vector<std::string> ids) {
      std::sort(ids.begin(), ids.end());
      return ids;
    };
    if (!item_.opens.empty() && sorted(item_.opens) != sorted(base_.opens))
      departure_.keys.insert("facets");
    std::erase_if(item_.elements, [&](const auto& element) {
      return std::any_of(base_.elements.begin(), base_.elements.end(),
                         [&](const auto& each) {
                           return each.first == element.first &&
                                  bare(each.second) == bare(element.second);
                         });
    });
    if (!item_.elements.empty()) departure_.keys.insert("elements");
    if (!item_.column.empty() && item_.column != base_.column)
      departure_.keys.insert("column");
    if (!item_.note.empty() && bare(item_.note) != bare(base_.note))
      departure_.keys.insert("note");
  }

  Imported& imported_;
  Item& item_;
  const Item& base_;
  Departure& departure_;
  const HeldBack& weaker_;
  const HeldBack& equal_;
  Remarks& remarks_;
};

/// Who plays the roles of the base, by what most items say.
class Binder {
 public:
  Binder(const Imported& imported, const Base& base, Remarks& remarks)
      : base_(base), remarks_(remarks) {
    for (const Registered& each : imported.bodies.all())
      bodies_.emplace(each.id, &each);
  }

  void vote(const Item& item, const Departure& departure) {
    const auto ballot = ballot_of(item, base_.items[departure.base]);
    if (!ballot) return;
    for (const BoundRole& each : *ballot) {
      ++votes_[each.role][each.bodies];
      if (!places_.contains(each.role)) {
        roles_.push_back(each.role);
        places_.emplace(each.role, item.place);
      }
    }
  }

  /// The offices that more than half of the items name.
  std::vector<BoundRole> bound() {
    std::vector<BoundRole> all;
    for (const std::string& role : roles_) {
      std::size_t sum = 0;
      const std::pair<const std::vector<std::string>, std::size_t>* best =
          nullptr;
      for (const auto& each : votes_[role]) {
        sum += each.second;
        if (best == nullptr || each.second > best->second) best = &each;
      }
      if (best->second * 2 <= sum) continue;
      chosen_.emplace(role, best->first);
      all.push_back({role, best->first});
      remarks_.add(import::bound, places_.at(role), names(best->first),
                   names({role}));
    }
    return all;
  }

  /// Writes the body where the bindings do not say it.
  void settle(const Item& item, Departure& departure) {
    if (std::find(item.assumed.begin(), item.assumed.end(), "body") !=
        item.assumed.end())
      return;
    const Item& of_base = base_.items[departure.base];
    const auto now = flat(item.bodies), before = flat(of_base.bodies);
    if (std::set(now.begin(), now.end()) ==
        std::set(before.begin(), before.end()))
      return;
    if (const auto ballot = ballot_of(item, of_base)) {
      const bool is_bound = std::all_of(
          ballot->begin(), ballot->end(), [&](const BoundRole& each) {
            const auto found = chosen_.find(each.role);
            return found != chosen_.end() && found->second == each.bodies;
          });
      if (is_bound) return;
      remarks_.add(other_office, item.place, names(now), names(before));
      departure.open_points.push_back(
          other_office.message.in(diagnostics::Language::zh, names(before)) +
          "；表格为 " + names(now) + "（" + import::text_of(item.place) + "）");
    }
    departure.keys.insert("body");
  }

 private:
  /// The roles of the base's item and who stands for them in the table;
  /// nothing where they cannot be told apart.
  std::optional<std::vector<BoundRole>> ballot_of(const Item& item,
                                                  const Item& of_base) const {
    std::vector<std::string> now = flat(item.bodies);
    std::vector<std::string> roles = flat(of_base.bodies);
    const std::vector<std::string> both = now;
    std::erase_if(now, [&](const auto& id) { return contains_one(roles, id); });
    std::erase_if(roles,
                  [&](const auto& id) { return contains_one(both, id); });
    const auto is_role = [&](const std::string& id) {
      const auto found = bodies_.find(id);
      return found != bodies_.end() && found->second->flag;
    };
    if (roles.empty() || now.empty() ||
        !std::all_of(roles.begin(), roles.end(), is_role) ||
        std::any_of(now.begin(), now.end(), is_role))
      return std::nullopt;
    std::vector<BoundRole> ballot;
    if (roles.size() == 1) {
      ballot.push_back({roles[0], now});
    } else if (roles.size() == now.size()) {
      for (std::size_t i = 0; i < roles.size(); ++i)
        ballot.push_back({roles[i], {now[i]}});
    } else {
      return std::nullopt;
    }
    return ballot;
  }

  std::string names(const std::vector<std::string>& ids) const {
    std::vector<std::string> all;
    for (const std::string& id : ids) {
      const auto found = bodies_.find(id);
      all.push_back(found == bodies_.end() ? id : found->second->name);
    }
    return line_of(all);
  }

  const Base& base_;
  Remarks& remarks_;
  std::map<std::string, const Registered*> bodies_;
  std::vector<std::string> roles_;  // in the order of the tables
  std::map<std::string, Place> places_;
  std::map<std::string, std::map<std::vector<std::string>, std::size_t>> votes_;
  std::map<std::string, std::vector<std::string>> chosen_;
};

std::string percent(double sure) {
  return std::to_string(static_cast<int>(sure * 100 + 0.5)) + " %";
}

/// `social-assistance/low-income`（最低生活保障 / 政策法规文件）.
std::string shown(const Item& of_base) {
  return of_base.id + "（" + names_of(of_base) + "）";
}

/// Values that were only assumed are the base's now.
void forget_assumptions(Item& item, Remarks& remarks) {
  for (const ToDecide& each : item.open_points)
    if (each.is_assumption) remarks.replace(each.remark, base_holds);
  std::erase_if(item.open_points,
                [](const ToDecide& each) { return each.is_assumption; });
}

void leave_to_a_person(const Base& base, const std::vector<Match>& matches,
                       const Imported& imported, Overlay& overlay,
                       Remarks& remarks) {
  std::set<std::size_t> joined, with_tables;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    if (matches[i].is_joined()) joined.insert(matches[i].base);
    with_tables.insert(imported.items[i].domain);
  }
  std::set<std::size_t> untouched;
  for (std::size_t i = 0; i < base.items.size(); ++i) {
    const Item& each = base.items[i];
    if (!with_tables.contains(each.domain)) {
      untouched.insert(each.domain);
    } else if (!joined.contains(i)) {
      overlay.missing.push_back(i);
      const auto of_domain = std::find_if(
          imported.items.begin(), imported.items.end(),
          [&](const Item& item) { return item.domain == each.domain; });
      remarks.add(not_in_table, of_domain->place, {}, shown(each));
    }
  }
  overlay.untouched.assign(untouched.begin(), untouched.end());
}

/// Terms of 五公开 that the base does not have cannot be added to it.
void drop_unknown_terms(Imported& imported, Remarks& remarks) {
  std::map<std::string, const Registered*> terms;
  bool has_base = false;
  for (const Registered& each : imported.opens.all()) {
    terms.emplace(each.id, &each);
    has_base = has_base || each.is_from_base;
  }
  if (!has_base) return;
  for (Item& item : imported.items)
    std::erase_if(item.opens, [&](const std::string& id) {
      if (terms.at(id)->is_from_base) return false;
      remarks.add(unknown_term, item.place, {}, terms.at(id)->name);
      return true;
    });
}

}  // namespace

Overlay overlay_of(Imported& imported, const Base& base, const HeldBack& weaker,
                   const HeldBack& equal, Remarks& remarks) {
  Overlay overlay;
  overlay.reference = base.reference;
  drop_unknown_terms(imported, remarks);
  const std::vector<Match> matches = matches_of(imported, base);
  Binder binder(imported, base, remarks);
  for (std::size_t i = 0; i < matches.size(); ++i) {
    Item& item = imported.items[i];
    const Match& match = matches[i];
    if (!match.is_joined()) {
      overlay.own.insert(i);
      if (match.by == Match::By::none) {
        remarks.add(own_item, item.place, names_of(item));
        continue;
      }
      const std::string what =
          shown(base.items[match.base]) + "，" + percent(match.sure);
      remarks.add(near_to_base, item.place, names_of(item), what);
      item.open_points.push_back(
          {"id", near_to_base.message.in(diagnostics::Language::zh, what) +
                     "；若为同一事项，改写为 adjust"});
      continue;
    }
    if (match.by == Match::By::likely)
      remarks.add(joined_to_base, item.place, names_of(item),
                  shown(base.items[match.base]) + "，" + percent(match.sure));
    forget_assumptions(item, remarks);
    Departure departure;
    departure.item = i;
    departure.base = match.base;
    Comparison(imported, base.items[match.base], departure, weaker, equal,
               remarks)
        .compare();
    binder.vote(item, departure);
    overlay.adjust.push_back(std::move(departure));
  }
  overlay.bind = binder.bound();
  for (Departure& each : overlay.adjust)
    binder.settle(imported.items[each.item], each);
  std::erase_if(overlay.adjust, [](const Departure& each) {
    return !each.says_something() && each.open_points.empty();
  });
  leave_to_a_person(base, matches, imported, overlay, remarks);
  return overlay;
}

}  // namespace catalog::import
