#include "emit/html/changes_page.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <vector>

#include "emit/html/columns.h"
#include "emit/html/item_list.h"
#include "emit/html/item_text.h"
#include "emit/html/page.h"

namespace catalog::emit::site {
namespace {

/// An item that differs: its row in the table of its domain.
struct Changed {
  const view::Table* table = nullptr;
  const view::Row* row = nullptr;
};

bool is_changed(const view::Row& row) {
  return row.item && std::ranges::any_of(row.cells, [](const auto& cell) {
           return !cell.remark.empty();
         });
}

std::vector<Changed> changed_rows(const Site& site) {
  std::vector<Changed> changed;
  for (const view::Table& table : site.publication.domains)
    for (const view::Row& row : table.rows)
      if (is_changed(row)) changed.push_back({&table, &row});
  return changed;
}

/// Items that no catalog below this one in the chain has.
Items added(const Site& site) {
  Items items;
  if (site.edition->base == nullptr) return items;
  for (const resolve::ItemId id : site.edition.items)
    if (site.edition->is_own(site.edition[id].span)) items.push_back(id);
  return items;
}

/// The catalog's own, that leave something out. A place below has no say in
/// them.
std::vector<const model::Departure*> omissions(const Site& site) {
  std::vector<const model::Departure*> own;
  if (site.edition->base == nullptr || site.edition.is_of_place_below)
    return own;
  for (const model::Departure& departure : site.edition->departures)
    if (!departure.gone.empty() && site.edition->is_own(departure.span))
      own.push_back(&departure);
  return own;
}

void write_head(std::string_view title, std::initializer_list<Text> columns,
                Markup& out) {
  out << "<table class=\"items\">\n<caption class=\"unseen\">" << text(title)
      << "</caption>\n<thead><tr>";
  for (const Text& column : columns)
    out << "<th scope=\"col\">" << column << "</th>";
  out << "</tr></thead>\n<tbody>\n";
}

/// The cells of one item that differ, a row each.
void write_changed(const Site& site, const Changed& changed, Markup& out) {
  const auto styles = column_styles(*changed.table);
  const resolve::ItemId id = *changed.row->item;
  for (std::size_t i = 0; i < changed.row->cells.size(); ++i) {
    const view::Cell& cell = changed.row->cells[i];
    if (cell.remark.empty()) continue;
    const std::string_view field =
        styles[i].group.empty() ? styles[i].label : styles[i].group;
    out << "<tr><th scope=\"row\"><a href=\"" << text(address_of(site, id, ""))
        << "\">" << text(ItemText::name(site, site.edition[id]))
        << "</a></th><td class=\"short\" data-label=\""
        << site.say("要素", "Element") << "\">" << text(field)
        << "</td><td data-label=\"" << site.say("本目录", "Here") << "\">";
    write_lines(cell.text, out);
    out << "</td><td data-label=\""
        << site.say("出处和上级规定", "Source, base") << "\">";
    write_lines(cell.remark, out);
    out << "</td></tr>\n";
  }
}

void write_changes(const Site& site, const std::vector<Changed>& changed,
                   Markup& out) {
  if (changed.empty()) return;
  const Text title = site.say("有调整的事项", "Items that were adjusted");
  out << "<section>\n<h2>" << title << " <span class=\"count\">"
      << changed.size() << site.say(" 项", "") << "</span></h2>\n";
  write_head(
      title.value,
      {site.say("公开事项", "Item"), site.say("要素", "Element"),
       site.say("本目录", "Here"), site.say("出处和上级规定", "Source, base")},
      out);
  for (const Changed& each : changed) write_changed(site, each, out);
  out << "</tbody>\n</table>\n</section>\n";
}

void write_added(const Site& site, const Items& items, Markup& out) {
  if (items.empty()) return;
  const Text title = site.say("本级增加的事项", "Items that were added");
  out << "<section>\n<h2>" << title << " <span class=\"count\">" << items.size()
      << site.say(" 项", "") << "</span></h2>\n";
  write_item_list(site, items, {}, title.value, "", out);
  out << "</section>\n";
}

std::string name_below(const Site& site, std::string_view id) {
  for (const auto* base = site.edition->base; base != nullptr;
       base = base->base)
    if (const auto item = base->items.find(id))
      return ItemText::name(site, base->items[*item]);
  return std::string(id);
}

void write_omitted(const Site& site,
                   const std::vector<const model::Departure*>& omitted,
                   Markup& out) {
  if (omitted.empty()) return;
  const Text title = site.say("未采用的上级事项", "Items that were left out");
  out << "<section>\n<h2>" << title << "</h2>\n";
  write_head(title.value,
             {site.say("上级目录事项", "Items of the base"),
              site.say("理由", "Reason")},
             out);
  for (const model::Departure* each : omitted) {
    out << "<tr><th scope=\"row\">";
    for (const model::Text& id : each->gone) {
      if (&id != &each->gone.front()) out << "<br>";
      out << text(name_below(site, id.text));
    }
    out << "</th><td data-label=\"" << site.say("理由", "Reason") << "\">"
        << text(each->reason.text) << "</td></tr>\n";
  }
  out << "</tbody>\n</table>\n</section>\n";
}

}  // namespace

bool has_changes(const Site& site) {
  if (site.edition->base == nullptr) return false;
  return std::ranges::any_of(site.publication.domains,
                             [](const view::Table& table) {
                               return std::ranges::any_of(table.rows,
                                                          is_changed);
                             }) ||
         !added(site).empty() || !omissions(site).empty();
}

Markup changes_page(const Site& site) {
  const std::string name(
      site.say("与上级目录的差别", "Departures from the base").value);
  Markup main;
  main << "<div class=\"wide\">\n";
  write_crumbs(site, {}, name, "", main);
  main << "<div class=\"title\">\n<h1>" << text(name)
       << "</h1>\n<p class=\"under\">" << site.say("上级目录：", "Base: ")
       << text(site.edition->base->manifest.title.text) << "</p>\n</div>\n";
  write_changes(site, changed_rows(site), main);
  write_added(site, added(site), main);
  write_omitted(site, omissions(site), main);
  main << "</div>\n";
  return page_of(site, {"changes.html", name, PageKind::text}, main);
}

}  // namespace catalog::emit::site
