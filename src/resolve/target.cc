#include "resolve/target.h"

#include <algorithm>

#include "resolve/names.h"
#include "resolve/where.h"

namespace catalog::resolve {
namespace {

using diagnostics::Diagnostics;
using diagnostics::Message;
using diagnostics::Problem;
using diagnostics::Severity;
using model::Text;

constexpr Problem<std::string_view, std::string_view> renamed{
    "renamed-item",
    Severity::error,
    {"the base calls `{}` `{}` now", "上级目录已将 `{}` 改为 `{}`"}};
constexpr Message<> renamed_here{"its new id says so here", "新标识在这里写明"};
constexpr Message<std::string_view> write_new{"write `{}`", "请改写为 `{}`"};

constexpr Problem<std::string_view> is_gone{
    "excluded-item",
    Severity::error,
    {"`{}` is not taken over from the base", "`{}` 未采用上级目录的这一项"}};
constexpr Message<> gone_here{"it is left out here", "在这里不采用"};
constexpr Message<> keep_one{
    "take one of the two back: an item is either left out or kept",
    "同一事项要么不采用，要么保留，请去掉其中一处"};

constexpr Problem<> meets_nothing{"no-effect",
                                  Severity::error,
                                  {"no item of the base meets these conditions",
                                   "上级目录中没有符合这些条件的事项"}};
constexpr Message<> list_them{
    "`catalog list` on the base shows what there is to choose from",
    "可对上级目录运行 `catalog list`，查看有哪些事项"};

constexpr Problem<std::string_view> no_such_kind{
    "no-effect",
    Severity::error,
    {"no place under `jurisdictions:` is a `{}`",
     "`jurisdictions:` 中没有类别为 `{}` 的地方"}};

bool is_code(std::string_view place) {
  return place.front() >= '0' && place.front() <= '9';
}

}  // namespace

Targets::Targets(const Draft& draft) : draft_(draft) {
  const auto& items = draft.catalog.items;
  for (std::size_t i = 0; i < items.size(); ++i) {
    by_id_.try_emplace(items[i].id.text, i);
    for (const Text& former : items[i].replaces)
      by_former_id_.try_emplace(former.text, i);
  }
}

void Targets::report_missing(const Text& id, Diagnostics& found) const {
  const auto& items = draft_.catalog.items;
  if (const auto gone = draft_.gone.find(id.text); gone != draft_.gone.end()) {
    found.report(is_gone, id.span, id.text)
        .label(gone->second.by, gone_here)
        .help(keep_one);
  } else if (const auto now = by_former_id_.find(id.text);
             now != by_former_id_.end()) {
    const model::Item& item = items[now->second];
    const auto& former = item.replaces;
    const auto at =
        std::find_if(former.begin(), former.end(),
                     [&](const Text& each) { return each.text == id.text; });
    found.report(renamed, id.span, id.text, item.id.text)
        .label(at->span, renamed_here)
        .help(write_new, item.id.text)
        .fix({id.span, std::string(item.id.text)});
  } else {
    std::vector<std::string_view> ids;
    for (const model::Item& item : items) ids.push_back(item.id.text);
    report_unknown(found, an_item, id, ids);
  }
}

std::vector<Targets::Target> Targets::of(const model::Target& target,
                                         source::Span place,
                                         Diagnostics& found) const {
  std::vector<Target> all;
  for (const Text& id : target.items) {
    if (const auto at = by_id_.find(id.text); at != by_id_.end())
      all.push_back({at->second, id});
    else
      report_missing(id, found);
  }
  if (!target.where) return all;
  const auto& conditions = target.where->conditions;
  const Text named =
      conditions.empty() ? Text{{}, place} : conditions.front().key;
  const auto& items = draft_.catalog.items;
  for (std::size_t i = 0; i < items.size(); ++i)
    if (meets(items[i], *target.where)) all.push_back({i, named});
  if (all.empty()) found.report(meets_nothing, named.span).help(list_them);
  return all;
}

void check_places(const model::Catalog& catalog,
                  const std::vector<Text>& places, Diagnostics& found) {
  for (const Text& place : places) {
    if (place.empty()) continue;
    const auto& all = catalog.jurisdictions;
    const bool is_there = std::any_of(
        all.begin(), all.end(), [&](const model::Jurisdiction& each) {
          return each.code.text == place.text || each.kind.text == place.text ||
                 (each.level && word(*each.level) == place.text);
        });
    const bool may_judge = is_code(place.text) || all.size() > 1;
    if (is_there || !may_judge) continue;
    std::vector<std::string_view> codes;
    for (const model::Jurisdiction& each : all) codes.push_back(each.code.text);
    if (is_code(place.text))
      report_unknown(found, a_jurisdiction, place, codes);
    else
      found.report(no_such_kind, place.span, place.text);
  }
}

}  // namespace catalog::resolve
