#include <fmt/format.h>

#include <string>

#include "resolve/names.h"
#include "view/appendices.h"
#include "view/approvals.h"
#include "view/base_changes.h"
#include "view/departures.h"
#include "view/flow_chart.h"
#include "view/item_table.h"
#include "view/measure.h"
#include "view/publication.h"
#include "view/registers.h"
#include "view/selection.h"

namespace catalog::view {
namespace {

using diagnostics::Diagnostics;
using resolve::Edition;
using resolve::ItemId;

constexpr std::string_view default_layout = "standard";

/// The layout of an id; null where there is none, which is reported where the
/// id was written.
const model::Layout* layout_of(const Edition& edition, std::string_view id) {
  for (const model::Layout& layout : edition->layouts)
    if (layout.id.text == id) return &layout;
  return nullptr;
}

/// The layout that the manifest chooses for the edition's level.
const model::Layout* layout_of(const Edition& edition) {
  std::string_view id = default_layout;
  for (const auto& [level, name] : edition->manifest.layouts)
    if (!level || *level == edition.level) id = name.text;
  return layout_of(edition, id);
}

std::string with_domain(std::string_view title, std::string_view domain) {
  std::string text(title.empty() ? "{domain}" : title);
  constexpr std::string_view hole = "{domain}";
  if (const auto at = text.find(hole); at != std::string::npos)
    text.replace(at, hole.size(), domain);
  return text;
}

/// Columns whose taxonomy or element nobody defines.
void check_columns(const Edition& edition,
                   const std::vector<model::Column>& columns,
                   Diagnostics& found) {
  const auto check = [&](const model::Column& column, const auto& registry,
                         std::string_view prefix, const resolve::Named& named,
                         model::Registered kind) {
    model::Text name = column.value;
    if (!name.text.starts_with(prefix) ||
        edition->incomplete[static_cast<std::size_t>(kind)])
      return;
    name.text.remove_prefix(prefix.size());
    if (registry.find(name.text)) return;
    std::vector<std::string_view> known;
    for (const auto& each : registry) known.push_back(each.id.text);
    report_unknown(found, named, name, known);
  };
  for (const model::Column& column : columns) {
    check(column, edition->taxonomies, "facets.", resolve::a_taxonomy,
          model::Registered::taxonomies);
    check(column, edition->elements, "element.", resolve::an_element,
          model::Registered::elements);
    check_columns(edition, column.columns, found);
  }
}

std::vector<Table> domain_tables(const Edition& edition,
                                 const model::Layout& layout,
                                 const std::string& subtitle,
                                 const Departures& departures) {
  std::vector<Group> domains(edition->domains.size());
  for (const ItemId id : edition.items)
    if (!edition->domains.all().empty())
      domains[static_cast<std::size_t>(edition[id].domain)].items.push_back(id);
  std::vector<Table> tables;
  for (std::size_t i = 0; i < domains.size(); ++i) {
    if (domains[i].items.empty()) continue;
    const model::Domain& domain = edition->domains.all()[i];
    Table& table = tables.emplace_back(
        item_table(edition, layout, {domains[i]}, departures));
    table.kind = Table::Kind::domain;
    table.id = domain.id.text;
    table.name = domain.name.text;
    table.title = with_domain(layout.title.text, domain.name.text);
    table.subtitle = subtitle;
    measure(table);
  }
  return tables;
}

std::vector<Table> view_tables(const Edition& edition,
                               const model::Layout& general,
                               const std::string& subtitle,
                               const Departures& departures) {
  std::vector<Table> tables;
  for (const model::View& view : edition->views) {
    const model::Layout* layout =
        view.layout.empty() ? &general : layout_of(edition, view.layout.text);
    if (layout == nullptr) continue;
    const std::vector<ItemId> items =
        view.where ? items_where(edition, *view.where) : edition.items;
    const auto taxonomy = edition->taxonomies.find(view.group_by.text);
    const std::vector<Group> groups =
        taxonomy ? grouped(edition, items, *taxonomy)
                 : grouped(edition, items, view.group_by.text);
    Table& table =
        tables.emplace_back(item_table(edition, *layout, groups, departures));
    table.kind = Table::Kind::view;
    table.id = view.id.text;
    table.name = view.title.text;
    table.title = view.title.text;
    table.subtitle = subtitle;
    measure(table);
  }
  return tables;
}

/// 适用层级: every level that some item is published at.
std::string levels_text(const Edition& edition) {
  model::Levels used;
  for (const ItemId id : edition.items)
    for (const model::Level level : model::all_levels)
      if (edition[id].levels.all.contains(level)) used.insert(level);
  std::string text;
  for (const model::Level level : model::all_levels) {
    if (!used.contains(level)) continue;
    if (!text.empty()) text += "、";
    text += chinese(level);
  }
  return text;
}

}  // namespace

std::string subtitle_of(const Publication& publication) {
  std::string text = publication.place;
  const auto add = [&](std::string_view part) {
    if (part.empty()) return;
    if (!text.empty()) text += "　";
    text += part;
  };
  if (!publication.version.empty())
    add(fmt::format("版本：{}", publication.version));
  add(publication.date);
  return text;
}

Table finished(Table table, const std::string& subtitle) {
  if (table.columns.empty()) return table;
  table.subtitle = subtitle;
  measure(table);
  return table;
}

Publication headed(const Edition& edition) {
  Publication publication;
  const model::Manifest& manifest = edition->manifest;
  publication.edition = &edition;
  publication.title = manifest.title.text;
  publication.place = edition.place;
  publication.issuer = manifest.issuer.text;
  publication.version = manifest.version.text;
  publication.date = days::chinese(edition.date);
  publication.levels = levels_text(edition);
  return publication;
}

void check(const Edition& edition, Diagnostics& found) {
  for (const model::Layout& layout : edition->layouts)
    check_columns(edition, layout.columns, found);
  for (const model::View& view : edition->views)
    if (view.where) check_where(edition, *view.where, found);
}

Publication arrange(const Edition& edition, const source::SourceTree* sources) {
  Publication publication = headed(edition);
  publication.sources = sources;

  const std::string subtitle = subtitle_of(publication);
  const Departures departures(edition, sources);
  if (const model::Layout* layout = layout_of(edition)) {
    publication.domains = domain_tables(edition, *layout, subtitle, departures);
    publication.views = view_tables(edition, *layout, subtitle, departures);
  }
  publication.base_changes = base_changes(edition);
  publication.laws = finished(laws_table(edition), subtitle);
  publication.bodies = finished(bodies_table(edition), subtitle);
  publication.statistics = finished(statistics_table(edition), subtitle);
  publication.waivers = finished(waivers_table(edition), subtitle);
  publication.adjustments = finished(adjustments_table(edition), subtitle);
  for (const model::Flow& flow : edition->flows)
    publication.flows.push_back(finished(flow_table(edition, flow), subtitle));
  return publication;
}

}  // namespace catalog::view
