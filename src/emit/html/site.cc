#include "emit/html/site.h"

#include <algorithm>

namespace catalog::emit::site {
namespace {

const view::Table* table_named(const view::Publication& publication,
                               std::string_view id) {
  for (const auto* tables : {&publication.domains, &publication.views})
    for (const view::Table& table : *tables)
      if (table.id == id) return &table;
  for (const view::Table* table :
       {&publication.laws, &publication.bodies, &publication.statistics})
    if (table->id == id) return table;
  return nullptr;
}

std::string address_of_row(const view::Table& table, std::string_view anchor,
                           std::string_view root) {
  if (!Site::has_page(table)) return {};
  return std::string(root) + path_of(table) + "#" + std::string(anchor);
}

}  // namespace

Site::Site(const view::Publication& shown)
    : publication(shown), edition(*shown.edition) {
  page_of_item.resize(edition->items.size(), nullptr);
  for (const view::Table& table : publication.domains)
    for (const view::Row& row : table.rows) {
      if (!row.item) continue;
      auto& page = page_of_item[static_cast<std::size_t>(*row.item)];
      if (!page) page = &table;
    }
}

std::string path_of(const view::Table& table) {
  switch (table.kind) {
    case view::Table::Kind::domain: return "domains/" + table.id + ".html";
    case view::Table::Kind::view: return "views/" + table.id + ".html";
    case view::Table::Kind::laws: return "laws.html";
    case view::Table::Kind::bodies: return "bodies.html";
    case view::Table::Kind::statistics: return "statistics.html";
  }
  return {};
}

std::string root_of(std::string_view path) {
  std::string root;
  for (auto i = std::ranges::count(path, '/'); i > 0; --i) root += "../";
  return root;
}

std::string address_of(const Site& site, resolve::ItemId item,
                       std::string_view root) {
  const auto* page = site.page_of_item[static_cast<std::size_t>(item)];
  if (!page) return {};
  return address_of_row(*page, site.edition[item].id.text, root);
}

std::string address_of(const Site& site, const view::Link& link,
                       std::string_view root) {
  switch (link.kind) {
    case view::Link::Kind::table: {
      const auto* table = table_named(site.publication, link.target);
      if (!table || !Site::has_page(*table)) return {};
      return std::string(root) + path_of(*table);
    }
    case view::Link::Kind::item: {
      const auto item = site.edition->items.find(link.target);
      return item ? address_of(site, *item, root) : std::string();
    }
    case view::Link::Kind::law:
      return address_of_row(site.publication.laws, link.target, root);
    case view::Link::Kind::body:
      return address_of_row(site.publication.bodies, link.target, root);
    case view::Link::Kind::web:
      return is_safe_link(link.target) ? link.target : std::string();
  }
  return {};
}

}  // namespace catalog::emit::site
