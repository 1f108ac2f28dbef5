#include "emit/html/site.h"

#include <algorithm>

#include "emit/html/markdown.h"
#include "emit/html/theme_sheet.h"
#include "emit/index.h"

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
    : publication(shown),
      edition(*shown.edition),
      page_of_item(edition->items.size() + edition->variants.size(), nullptr),
      items_of_law(edition->laws.size()),
      items_of_body(edition->bodies.size()),
      title(publication.title) {
  const model::Manifest& manifest = edition->manifest;
  is_english =
      !manifest.site_langs.empty() && manifest.site_langs[0].text == "en";
  if (is_english && !manifest.english_title.empty())
    title = manifest.english_title.text;
  for (const view::Table& table : publication.domains)
    for (const view::Row& row : table.rows) {
      if (!row.item) continue;
      auto& page = page_of_item[static_cast<std::size_t>(*row.item)];
      if (!page) page = &table;
    }
  // Links lead to an item whichever of its readings is shown.
  for (std::size_t i = 0; i < edition->items.size(); ++i)
    for (const resolve::ItemId variant : edition->items.all()[i].variants)
      if (page_of_item[i] == nullptr)
        page_of_item[i] = page_of_item[static_cast<std::size_t>(variant)];
  is_posted = std::ranges::any_of(
      edition.items, [&](resolve::ItemId id) { return edition[id].must_post; });
  const theme::Theme& theme = theme_of(publication);
  above = rendered(theme.header, Headings::none);
  below = rendered(theme.footer, Headings::none);
  const auto add_once = [](resolve::ItemId id, Items& items) {
    if (items.empty() || items.back() != id) items.push_back(id);
  };
  for (const resolve::ItemId id : edition.items) {
    const resolve::Item& item = edition[id];
    for (const resolve::Citation& citation : item.basis)
      if (citation.law)
        add_once(id, items_of_law[static_cast<std::size_t>(*citation.law)]);
    for (const auto& part : edition.body_of(item).parts)
      for (const resolve::BodyId body : part.value)
        add_once(id, items_of_body[static_cast<std::size_t>(body)]);
    for (const resolve::TermId term : item.facets)
      add_once(id, items_of_term[term]);
  }
}

std::string Site::web_address_of(std::string_view path) const {
  std::string address(edition->manifest.url.text);
  if (address.empty() || !is_safe_link(address)) return {};
  if (!address.ends_with('/')) address += '/';
  if (!publication.around.empty()) address.append(folder_of(edition)) += '/';
  return address.append(path);
}

const Items& Site::items_of(resolve::TermId term) const {
  static const Items none;
  const auto found = items_of_term.find(term);
  return found == items_of_term.end() ? none : found->second;
}

bool Site::has_pages(resolve::TaxonomyId taxonomy) const {
  const auto first = items_of_term.lower_bound({taxonomy, 0});
  return first != items_of_term.end() && first->first.taxonomy == taxonomy;
}

std::string path_of(const view::Table& table) {
  switch (table.kind) {
    case view::Table::Kind::domain: return "domains/" + table.id + ".html";
    case view::Table::Kind::view: return "views/" + table.id + ".html";
    case view::Table::Kind::laws: return "laws.html";
    case view::Table::Kind::bodies: return "bodies.html";
    case view::Table::Kind::statistics: return "statistics.html";
    case view::Table::Kind::waivers: return "waivers.html";
    case view::Table::Kind::adjustments: return "adjustments.html";
    case view::Table::Kind::flow: return "flows/" + table.id + ".html";
    case view::Table::Kind::appendix: break;  // of workbooks only
  }
  return {};
}

std::string path_of(const Site& site, resolve::LawId law) {
  return "laws/" + std::string(site.edition[law].id.text) + ".html";
}

std::string path_of(const Site& site, resolve::BodyId body) {
  return "bodies/" + std::string(site.edition[body].id.text) + ".html";
}

std::string path_of(const Site& site, resolve::FlowId flow) {
  return "flows/" + std::string(site.edition[flow].id.text) + ".html";
}

std::string path_of(const Site& site, resolve::TermId term) {
  return "by/" + std::string(site.edition[term.taxonomy].id.text) + "/" +
         std::string(site.edition[term].id.text) + ".html";
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

std::string address_of(const Site& site, resolve::LawId law,
                       std::string_view root) {
  if (!site.is_cited(law)) return {};
  return std::string(root) + path_of(site, law);
}

std::string address_of(const Site& site, resolve::BodyId body,
                       std::string_view root) {
  if (!site.has_duties(body)) return {};
  return std::string(root) + path_of(site, body);
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
    case view::Link::Kind::law: {
      const auto law = site.edition->laws.find(link.target);
      return law ? address_of(site, *law, root) : std::string();
    }
    case view::Link::Kind::body: {
      const auto body = site.edition->bodies.find(link.target);
      return body ? address_of(site, *body, root) : std::string();
    }
    case view::Link::Kind::web:
      return is_safe_link(link.target) ? link.target : std::string();
    case view::Link::Kind::file: break;  // of workbooks only
  }
  return {};
}

}  // namespace catalog::emit::site
