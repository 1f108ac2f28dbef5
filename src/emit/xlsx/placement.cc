#include "emit/xlsx/placement.h"

#include <cmath>
#include <utility>

#include "emit/xlsx/sheet.h"
#include "view/measure.h"
#include "view/references.h"
#include "workbook/record.h"

namespace catalog::emit {
namespace {

bool can_be_clicked(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

}  // namespace

Placement placement_of(const view::Table& table) {
  Placement placement;
  std::uint32_t next = placement.title + 1;
  if (!table.subtitle.empty()) placement.subtitle = next++;
  if (!table.note.empty()) placement.note = next++;
  placement.header = next;
  next += table.header_rows;
  for (const view::Row& row : table.rows) {
    const auto count = static_cast<std::uint32_t>(
        std::max(1.0, std::ceil(row.height / view::highest_row)));
    placement.rows.push_back({next, count});
    next += count;
  }
  placement.end = next;
  return placement;
}

Head head_of(const view::Table& table) {
  double width = 0;
  for (const view::Column& column : table.columns) width += column.width;
  const auto height = [&](std::string_view text, double points) {
    return text.empty() ? 0 : view::wrapped_height(text, width, points);
  };
  return {height(table.title, title_points),
          height(table.subtitle, view::header_points),
          height(table.note, view::cell_points)};
}

Contents::Contents(const view::Publication& publication, Extent extent) {
  names_.give(workbook::record_sheet);  // is taken
  lists = names_.give("_lists");
  cover = names_.give("封面");
  index = names_.give("索引");
  for (const view::Table& table : publication.domains) add(domains, table);
  if (extent == Extent::all) {
    for (const view::Table& table : publication.views) add(views, table);
    add_others(publication);
  }
  find_anchors(publication);
}

void Contents::add_others(const view::Publication& publication) {
  view::Appendices appendices;
  if (publication.edition != nullptr && publication.body.empty())
    appendices = view::appendices_of(publication);
  add_own(others, std::move(appendices.base_changes));
  add(others, publication.laws);
  add_own(others, std::move(appendices.citations));
  add(others, publication.bodies);
  add_own(others, std::move(appendices.duties));
  add(others, publication.statistics);
  add_own(others, std::move(appendices.classes));
  add(others, publication.waivers);
  add(others, publication.adjustments);
  for (const view::Table& table : publication.flows) add(others, table);
  add_own(others, std::move(appendices.elements));
}

void Contents::add(std::vector<TableSheet>& to, const view::Table& table) {
  if (table.columns.empty()) return;
  add_own(to, table);
  to.back().whole = &table;
}

void Contents::add_own(std::vector<TableSheet>& to, view::Table table) {
  if (table.columns.empty()) return;
  TableSheet& sheet = to.emplace_back();
  const bool counts_items = table.layout != nullptr || table.items > 0;
  sheet.entries = counts_items ? table.items : table.rows.size();
  const Head head = head_of(table);
  Paged pages = paged(std::move(table), head.title + head.subtitle + head.note);
  sheet.table = std::move(pages.table);
  sheet.breaks = std::move(pages.breaks);
  sheet.name = names_.give(sheet.table.name);
  sheet.placement = placement_of(sheet.table);
  tables_.try_emplace(sheet.table.id, target_of(sheet.name));
}

void Contents::find_anchors(const view::Publication& publication) {
  for (const TableSheet& sheet : domains)
    for (std::size_t i = 0; i < sheet.table.rows.size(); ++i)
      if (const auto item = sheet.table.rows[i].item)
        items_.try_emplace(
            std::string((*publication.edition)[*item].id.text),
            target_of(sheet.name, sheet.placement.rows[i].first));
  for (const TableSheet& sheet : others) {
    Targets* const anchors = anchors_of(sheet.table);
    if (anchors == nullptr) continue;
    for (std::size_t i = 0; i < sheet.table.rows.size(); ++i)
      if (const std::string& anchor = sheet.table.rows[i].anchor;
          !anchor.empty())
        anchors->try_emplace(
            anchor, target_of(sheet.name, sheet.placement.rows[i].first));
  }
}

Contents::Targets* Contents::anchors_of(const view::Table& table) {
  if (table.kind == view::Table::Kind::laws) return &laws_;
  if (table.kind == view::Table::Kind::bodies) return &bodies_;
  if (table.kind != view::Table::Kind::appendix) return nullptr;
  if (table.id == view::citations_id) return &citations_;
  if (table.id == view::body_duties_id) return &duties_;
  return nullptr;
}

std::optional<std::string> Contents::references_of(const view::Table& table,
                                                   const view::Row& row) const {
  const bool is_laws = table.kind == view::Table::Kind::laws;
  if (!is_laws && table.kind != view::Table::Kind::bodies) return std::nullopt;
  const Targets& targets = is_laws ? citations_ : duties_;
  const auto found = targets.find(row.anchor);
  if (found == targets.end()) return std::nullopt;
  return found->second;
}

std::size_t Contents::number_of(const view::Table& table) const {
  std::size_t number = 0;
  for (const auto* sheets : {&domains, &views})
    for (const TableSheet& sheet : *sheets) {
      if (&sheet.table == &table) return number;
      if (sheet.table.layout != nullptr) ++number;
    }
  return number;
}

std::optional<std::string> Contents::target(const view::Link& link) const {
  const auto in = [&](const Targets& targets) -> std::optional<std::string> {
    const auto found = targets.find(link.target);
    if (found == targets.end()) return std::nullopt;
    return found->second;
  };
  switch (link.kind) {
    case view::Link::Kind::table: return in(tables_);
    case view::Link::Kind::item: return in(items_);
    case view::Link::Kind::law: return in(laws_);
    case view::Link::Kind::body: return in(bodies_);
    case view::Link::Kind::web:
      if (can_be_clicked(link.target)) return link.target;
      break;
    case view::Link::Kind::file: return "external:" + link.target;
  }
  return std::nullopt;
}

}  // namespace catalog::emit
