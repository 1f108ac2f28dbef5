#include "import/departure.h"

#include <algorithm>

#include "import/likeness.h"
#include "import/sameness.h"
#include "import/text.h"
#include "unicode/utf8.h"

namespace catalog::import {
namespace {

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

template <class T>
bool contains_one(const std::vector<T>& all, const T& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
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
    remarks_.add(less_than_base, item_.place, full_name(item_), all);
    departure_.open_points.push_back(
        less_than_base.message.in(diagnostics::Language::zh, all) + "（" +
        text_of(item_.place) + "）");
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
        "；表格为 " + now + "（" + text_of(item_.place) + "）");
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

}  // namespace

void compare_to_base(Imported& imported, const Item& base, Departure& departure,
                     const HeldBack& weaker, const HeldBack& equal,
                     Remarks& remarks) {
  Comparison(imported, base, departure, weaker, equal, remarks).compare();
}

}  // namespace catalog::import
