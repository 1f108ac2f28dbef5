#include "import/overlay.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "import/matches.h"

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
constexpr RemarkKind base_holds{
    "base-holds",
    Sure::certain,
    {"the table does not say it; what the base says holds{}",
     "原表没有写明，按上级目录{}"}};
constexpr RemarkKind unknown_term{
    "unknown-term",
    Sure::unsure,
    {"the base's classes have no such term: left out: {}",
     "上级目录的分类中没有此项，未导入：{}"}};

std::string percent(double sure) {
  return std::to_string(static_cast<int>(sure * 100 + 0.5)) + " %";
}

/// `social-assistance/low-income`（最低生活保障 / 政策法规文件）.
std::string shown(const Item& of_base) {
  return of_base.id + "（" + full_name(of_base) + "）";
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
  Bindings bindings(imported, base, remarks);
  for (std::size_t i = 0; i < matches.size(); ++i) {
    Item& item = imported.items[i];
    const Match& match = matches[i];
    if (!match.is_joined()) {
      overlay.own.insert(i);
      if (match.by == Match::By::none) {
        remarks.add(own_item, item.place, full_name(item));
        continue;
      }
      const std::string what =
          shown(base.items[match.base]) + "，" + percent(match.sure);
      remarks.add(near_to_base, item.place, full_name(item), what);
      item.open_points.push_back(
          {"id", near_to_base.message.in(diagnostics::Language::zh, what) +
                     "；若为同一事项，改写为 adjust"});
      continue;
    }
    if (match.by == Match::By::likely)
      remarks.add(joined_to_base, item.place, full_name(item),
                  shown(base.items[match.base]) + "，" + percent(match.sure));
    forget_assumptions(item, remarks);
    Departure departure;
    departure.item = i;
    departure.base = match.base;
    compare_to_base(imported, base.items[match.base], departure, weaker, equal,
                    remarks);
    bindings.vote(item, departure);
    overlay.adjust.push_back(std::move(departure));
  }
  overlay.bind = bindings.bound();
  for (Departure& each : overlay.adjust)
    bindings.settle(imported.items[each.item], each);
  std::erase_if(overlay.adjust, [](const Departure& each) {
    return !each.says_something() && each.open_points.empty();
  });
  leave_to_a_person(base, matches, imported, overlay, remarks);
  return overlay;
}

}  // namespace catalog::import
