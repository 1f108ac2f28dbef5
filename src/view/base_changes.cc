#include "view/base_changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "compare/changes.h"
#include "compare/item_fields.h"
#include "view/list_table.h"

namespace catalog::view {
namespace {

using compare::Change;
using compare::Fate;
using compare::FieldChange;
using resolve::Edition;

std::string effects_text(compare::Effects effects) {
  std::string text;
  for (const compare::Effect effect : compare::all_effects)
    if (effects.contains(effect))
      text += fmt::format("{}{}", text.empty() ? "" : "、", name_of(effect).zh);
  return text;
}

std::string name_of_fate(Fate fate) {
  switch (fate) {
    case Fate::added: return "本级新增";
    case Fate::removed: return "本级不列";
    case Fate::changed: break;
  }
  return "本级调整";
}

/// The item of a change as it reads in an edition.
const resolve::Item* item_of(const Edition& edition, const Change& change) {
  auto item = edition->items.find(change.id);
  if (item && edition.is_of_place_below) item = edition.reading_of(*item);
  return item ? &edition[*item] : nullptr;
}

/// Whether the catalog's own files set a field, which a change names by its
/// key; a change that holds in some places is always theirs.
bool is_set_here(const Edition& edition, const Change& change,
                 const FieldChange& field) {
  if (!field.places.empty()) return true;
  const resolve::Item* const item = item_of(edition, change);
  if (item == nullptr) return true;
  for (const compare::ItemFieldRow& row : compare::item_field_rows()) {
    if (row.key != field.field) continue;
    const model::OriginId origin = item->origin_of(row.field);
    return origin != model::OriginId::none &&
           edition->is_own(edition->origins[origin].span);
  }
  return true;
}

/// Whether the catalog's own files may have set anything of an item.
bool may_be_own(const Edition& edition, const resolve::Item& item) {
  return edition->is_own(item.span) ||
         (!edition.is_of_place_below && !item.variants.empty()) ||
         std::ranges::any_of(item.origins, [&](model::OriginId id) {
           return id != model::OriginId::none &&
                  edition->is_own(edition->origins[id].span);
         });
}

/// Leaves of a change what the catalog's own files say. Whether that is
/// anything.
bool is_own(const Edition& edition, Change& change) {
  if (change.fate == Fate::removed) return true;
  if (change.fate == Fate::added) {
    const resolve::Item* const item = item_of(edition, change);
    return item != nullptr && edition->is_own(item->span);
  }
  std::erase_if(change.fields, [&](const FieldChange& field) {
    return !is_set_here(edition, change, field);
  });
  change.effects = {};
  if (!change.former.empty()) change.effects.insert(compare::Effect::exchange);
  for (const FieldChange& field : change.fields)
    change.effects.insert(field.effects);
  return !change.fields.empty();
}

/// The entries that only one side has; all where there is but one.
std::string entries_only_in(const std::vector<std::string>& side,
                            const std::vector<std::string>& other) {
  if (side.size() < 2 && other.size() < 2)
    return fmt::format("{}", fmt::join(side, "\n"));
  std::vector<std::string_view> only;
  for (const std::string& each : side)
    if (std::find(other.begin(), other.end(), each) == other.end())
      only.push_back(each);
  return fmt::format("{}", fmt::join(only, "\n"));
}

/// Writes the rows of one item after the other.
class Rows {
 public:
  explicit Rows(Table& table) : table_(table) {}

  void add(const Change& change) {
    const auto first = static_cast<std::uint32_t>(table_.rows.size());
    if (change.fate != Fate::changed)
      add_row(change, "", "", "", change.effects, change.reason);
    else
      for (const FieldChange& field : change.fields) add_field(change, field);
    const auto end = static_cast<std::uint32_t>(table_.rows.size());
    if (end > first) ++table_.items;
    for (std::uint32_t row = first + 1; row < end; ++row)
      for (const std::size_t i : {0u, 1u, 2u}) table_.rows[row].cells[i] = {};
    for (const std::uint32_t i : {0u, 1u, 2u})
      if (end > first + 1) table_.merges.push_back({first, end - 1, i, i});
  }

 private:
  void add_field(const Change& change, const FieldChange& field) {
    std::string before = entries_only_in(field.before, field.now);
    std::string now = entries_only_in(field.now, field.before);
    if (before.empty() && now.empty()) now = "内容相同，先后不同";
    std::string name(field.name.zh);
    if (!field.places.empty()) name += fmt::format("\n（{}）", field.places);
    add_row(change, std::move(name), std::move(before), std::move(now),
            field.effects, field.reason.empty() ? change.reason : field.reason);
  }

  void add_row(const Change& change, std::string field, std::string before,
               std::string now, compare::Effects effects, std::string reason) {
    Row& row = table_.rows.emplace_back();
    const auto add = [&](std::string text) {
      row.cells.push_back({std::move(text), {}});
    };
    add(std::to_string(table_.items + 1));
    if (change.fate != Fate::removed)
      row.cells.back().link = Link{Link::Kind::item, change.id};
    add(change.name);
    add(name_of_fate(change.fate));
    add(std::move(field));
    add(std::move(before));
    add(std::move(now));
    add(effects_text(effects));
    add(std::move(reason));
  }

  Table& table_;
};

}  // namespace

compare::Changes base_changes(const Edition& edition) {
  if (edition->base == nullptr) return {};
  const Edition base = edition_of(*edition->base, edition.date);
  // What a place below lacks, its own levels leave out.
  compare::Changes changes = compare::changes_of_items(
      base, edition,
      {[&](const resolve::Item& item) { return may_be_own(edition, item); },
       !edition.is_of_place_below});
  std::vector<Change> own;
  for (Change& change : changes.all)
    if (is_own(edition, change)) own.push_back(std::move(change));
  changes.all = std::move(own);
  return changes;
}

Table base_changes_table(const compare::Changes& changes) {
  if (changes.empty()) return {};
  Table table =
      list_table(Table::Kind::appendix, "base-changes", "与上级目录的差异",
                 {"序号", "涉及事项", "差异", "涉及要素", "上级目录",
                  "本级目录", "影响", "理由"});
  constexpr double widths[] = {5, 28, 10, 12, 42, 42, 12, 26};
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    table.columns[i].width = widths[i];
    table.columns[i].centred = i != 1 && i != 4 && i != 5 && i != 7;
  }
  table.note = fmt::format(
      "上级目录：{}。有多项内容的要素只列不同的部分；公开主体由通称落实到具体"
      "单位的，不在此列。",
      changes.before.title);
  Rows rows(table);
  for (const Change& change : changes.all) rows.add(change);
  return table;
}

}  // namespace catalog::view
