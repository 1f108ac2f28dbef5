#include <unordered_set>

#include "check/findings.h"
#include "compare/changes.h"

namespace catalog::check {
namespace {

using diagnostics::Message;
using diagnostics::Severity;
using model::Text;
using resolve::Edition;

constexpr Message<std::string_view> unchanged{
    "`{}` is recorded as adjusted, and reads as in the base",
    "`{}` 列入了动态调整记录，却与上级目录一致"};
constexpr Message<> look{"take it out of the record, or write the adjustment",
                         "请从记录中删去，或补上相应的调整"};
constexpr Message<std::string_view> unknown{
    "`{}` is recorded as adjusted, and is no item here or in the base",
    "`{}` 列入了动态调整记录，但本目录和上级目录中都没有这个事项"};
constexpr Message<> ids{
    "name items by their ids; earlier ids stand in `replaces`",
    "请写事项的标识；曾用标识写在 `replaces` 中"};

/// Every id that an item has or had.
std::unordered_set<std::string_view> ids_of(
    const resolve::ResolvedCatalog& catalog) {
  std::unordered_set<std::string_view> all;
  for (const resolve::Item& item : catalog.items) {
    all.insert(item.id.text);
    for (const Text& id : item.replaces) all.insert(id.text);
  }
  return all;
}

/// Whether an item is as the base has it. What is new, left out or renamed is
/// not.
bool is_as_in_base(const Edition& edition, const Edition& base,
                   std::string_view id) {
  const auto here = edition->items.find(id), there = base->items.find(id);
  if (!here || !there) return false;
  const resolve::Item &item = edition[*here], &other = base[*there];
  if (item.is_incomplete || other.is_incomplete) return false;
  return !compare::differ(edition, item, base, other);
}

void idle_record(const Edition& edition, Findings& found) {
  if (edition.is_of_place_below || edition->adjustments.empty() ||
      !knows_all(edition, model::Registered::items))
    return;
  const resolve::ResolvedCatalog* const below = edition->base;
  auto known = ids_of(*edition.catalog);
  Edition base;
  if (below != nullptr) {
    base = resolve::edition_of(*below);
    known.merge(ids_of(*below));
  }
  for (const model::AdjustmentRecord& record : edition->adjustments)
    for (const Text& item : record.items) {
      if (!known.contains(item.text))
        found.at(item.span, unknown, item.text).help(ids);
      else if (below != nullptr && is_as_in_base(edition, base, item.text))
        found.at(item.span, unchanged, item.text).help(look);
    }
}

}  // namespace

std::vector<Rule> record_rules() {
  return {
      {"idle-record",
       Severity::warning,
       {"records of adjustment name items that changed",
        "动态调整记录所列的事项确有变化"},
       idle_record},
  };
}

}  // namespace catalog::check
