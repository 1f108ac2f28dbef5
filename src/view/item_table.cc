#include "view/item_table.h"

#include <algorithm>

#include "view/cells.h"

namespace catalog::view {
namespace {

using resolve::ItemId;

std::uint32_t depth_of(const std::vector<model::Column>& columns) {
  std::uint32_t depth = 0;
  for (const model::Column& column : columns)
    depth = std::max(depth, 1 + depth_of(column.columns));
  return depth;
}

bool is_centred(const model::Column& column) {
  const std::string_view value = column.value.text;
  return column.as == model::As::tick || value == "number" ||
         value.starts_with("code") || value.starts_with("level") ||
         value.starts_with("mode") || value.starts_with("audience") ||
         value.starts_with("facets") || value.starts_with("name.1") ||
         value.ends_with(".phone");
}

/// Lays the header tree out in cells and collects the leaf columns.
class Header {
 public:
  Header(Table& table, std::vector<const model::Column*>& leaves)
      : table_(table), leaves_(leaves) {}

  void add(const std::vector<model::Column>& columns) {
    table_.header_rows = depth_of(columns);
    add(columns, 0);
  }

 private:
  std::uint32_t add(const std::vector<model::Column>& columns,
                    std::uint32_t row) {
    std::uint32_t width = 0;
    for (const model::Column& column : columns) {
      const std::size_t cell = table_.header.size();
      table_.header.push_back({std::string(column.title.text), row,
                               static_cast<std::uint32_t>(leaves_.size()), 1,
                               1});
      if (column.columns.empty()) {
        table_.header[cell].rows = table_.header_rows - row;
        add_leaf(column);
        ++width;
      } else {
        const std::uint32_t below = add(column.columns, row + 1);
        table_.header[cell].columns = below;
        width += below;
      }
    }
    return width;
  }

  void add_leaf(const model::Column& column) {
    leaves_.push_back(&column);
    Column leaf;
    leaf.title = column.title.text;
    leaf.value = column.value.text;
    leaf.as = column.as;
    leaf.centred = is_centred(column);
    leaf.width = column.width.value_or(0);
    table_.columns.push_back(std::move(leaf));
    if (column.value.text.starts_with("name"))
      table_.frozen_columns = static_cast<std::uint32_t>(leaves_.size());
  }

  Table& table_;
  std::vector<const model::Column*>& leaves_;
};

/// Where a layout sorts by a taxonomy, the place of an item's first term.
std::uint32_t sort_place(const resolve::Edition& edition, ItemId id,
                         std::string_view key) {
  if (key.starts_with("facets.")) key.remove_prefix(7);
  std::uint32_t place = ~0u;
  for (const resolve::TermId term : edition[id].facets)
    if (edition[term.taxonomy].id.text == key)
      place = std::min(place, term.term);
  return place;
}

std::vector<ItemId> sorted(const resolve::Edition& edition,
                           const model::Layout& layout,
                           std::vector<ItemId> items) {
  for (auto key = layout.sort.rbegin(); key != layout.sort.rend(); ++key)
    if (key->text != "number")
      std::stable_sort(items.begin(), items.end(), [&](ItemId a, ItemId b) {
        return sort_place(edition, a, key->text) <
               sort_place(edition, b, key->text);
      });
  return items;
}

/// Columns of the item's name, from the first level on.
std::vector<std::uint32_t> name_columns(const Table& table) {
  std::vector<std::uint32_t> places;
  for (std::uint32_t i = 0; i < table.columns.size(); ++i)
    if (table.columns[i].value.starts_with("name.")) places.push_back(i);
  return places;
}

/// Where deeper levels of a name are missing, the last one there is spreads
/// over them. Marks the cells that are taken.
void merge_across(Table& table, std::vector<std::vector<bool>>& is_taken) {
  const auto names = name_columns(table);
  for (std::uint32_t row = 0; row < table.rows.size(); ++row) {
    if (table.rows[row].cells.empty()) continue;
    for (std::size_t i = 0; i + 1 < names.size(); ++i) {
      std::size_t last = i;
      while (last + 1 < names.size() && names[last + 1] == names[last] + 1 &&
             table.rows[row].cells[names[last + 1]].text.empty())
        ++last;
      if (last == i || table.rows[row].cells[names[i]].text.empty()) continue;
      table.merges.push_back({row, row, names[i], names[last]});
      for (std::size_t j = i; j <= last; ++j) is_taken[row][names[j]] = true;
      break;
    }
  }
}

/// Whether two rows belong to one first level, as far as the table shows it.
bool share_first_level(const Table& table, const Row& a, const Row& b,
                       std::uint32_t before) {
  for (std::uint32_t i = 0; i < table.columns.size(); ++i) {
    const std::string& value = table.columns[i].value;
    const bool counts =
        value == "name.1" || (value.starts_with("name.") && i < before);
    if (counts && i != before && a.cells[i].text != b.cells[i].text)
      return false;
  }
  return true;
}

void merge_down(Table& table, const std::vector<std::vector<bool>>& is_taken,
                std::uint32_t column) {
  const auto rows = static_cast<std::uint32_t>(table.rows.size());
  std::uint32_t first = 0;
  while (first < rows) {
    std::uint32_t end = first + 1;
    const auto continues = [&](std::uint32_t row) {
      const Row& above = table.rows[first];
      const Row& here = table.rows[row];
      return !above.cells.empty() && !here.cells.empty() &&
             !is_taken[first][column] && !is_taken[row][column] &&
             !above.cells[column].text.empty() &&
             above.cells[column].text == here.cells[column].text &&
             share_first_level(table, above, here, column);
    };
    while (end < rows && continues(end)) ++end;
    if (end > first + 1)
      table.merges.push_back({first, end - 1, column, column});
    first = end;
  }
}

/// Only the first cell of a merge keeps its text.
void clear_covered(Table& table) {
  for (const Merge& merge : table.merges)
    for (std::uint32_t row = merge.first_row; row <= merge.last_row; ++row)
      for (std::uint32_t i = merge.first_column; i <= merge.last_column; ++i)
        if (row != merge.first_row || i != merge.first_column)
          table.rows[row].cells[i].text.clear();
}

void add_merges(Table& table, const model::Layout& layout,
                const std::vector<const model::Column*>& leaves) {
  std::vector<std::vector<bool>> is_taken(
      table.rows.size(), std::vector<bool>(table.columns.size()));
  if (layout.missing == model::Missing::merge) merge_across(table, is_taken);
  for (std::uint32_t i = 0; i < leaves.size(); ++i)
    if (leaves[i]->merge) merge_down(table, is_taken, i);
  clear_covered(table);
}

/// The fields that a table shows, each with the column that says where it
/// departs from the base: the first, of the name the last.
std::vector<std::pair<model::ItemField, std::size_t>> remarked_columns(
    const Table& table) {
  std::vector<std::pair<model::ItemField, std::size_t>> all;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const model::ItemField field = field_of(table.columns[i].value);
    if (field == model::ItemField::assumed) continue;
    const auto before =
        std::find_if(all.begin(), all.end(),
                     [&](const auto& each) { return each.first == field; });
    if (before == all.end())
      all.emplace_back(field, i);
    else if (field == model::ItemField::name)
      before->second = i;
  }
  return all;
}

}  // namespace

Table item_table(const resolve::Edition& edition, const model::Layout& layout,
                 const std::vector<Group>& groups,
                 const Departures& departures) {
  Table table;
  std::vector<const model::Column*> leaves;
  Header(table, leaves).add(layout.columns);
  table.paper = layout.paper;
  table.note = layout.header_note.text;
  table.signature = layout.signature;
  table.layout = &layout;

  const Cells cells(edition, layout);
  const auto remarked = remarked_columns(table);
  std::size_t number = 0;
  for (const Group& group : groups) {
    if (!group.heading.empty()) table.rows.emplace_back().group = group.heading;
    for (const ItemId id : sorted(edition, layout, group.items)) {
      Row& row = table.rows.emplace_back();
      row.item = id;
      ++number;
      row.cells.reserve(leaves.size());
      for (const model::Column* leaf : leaves)
        row.cells.push_back({cells.text(*leaf, edition[id], number), {}});
      for (const auto& [field, column] : remarked)
        row.cells[column].remark = departures.of(edition[id], field);
    }
  }
  table.items = number;
  add_merges(table, layout, leaves);
  return table;
}

}  // namespace catalog::view
