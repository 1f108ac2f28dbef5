#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emit/html/markup.h"
#include "view/publication.h"

namespace catalog::emit::site {

/// Items in the order of the catalog.
using Items = std::vector<resolve::ItemId>;

/// Where everything stands in the site; worked out once. Refers to the
/// publication, which must outlive it.
struct Site {
  const view::Publication& publication;
  const resolve::Edition& edition;
  /// By item, the domain table whose page shows it first.
  std::vector<const view::Table*> page_of_item;
  /// By law, body and term, the items that have to do with it. Laws and
  /// bodies without any have no page.
  std::vector<Items> items_of_law;
  std::vector<Items> items_of_body;
  std::map<resolve::TermId, Items> items_of_term;

  explicit Site(const view::Publication& shown);

  /// Whether a table has anything to show, and so a page.
  static bool has_page(const view::Table& table) { return !table.rows.empty(); }
  bool is_cited(resolve::LawId law) const {
    return !items_of_law[static_cast<std::size_t>(law)].empty();
  }
  bool has_duties(resolve::BodyId body) const {
    return !items_of_body[static_cast<std::size_t>(body)].empty();
  }
  /// Whether some item stands under a term of the taxonomy.
  bool has_pages(resolve::TaxonomyId taxonomy) const;

  const Items& items_of(resolve::TermId term) const;

  /// Words of the interface in the site's language.
  Text say(std::string_view chinese, std::string_view english) const {
    return {is_english ? english : chinese};
  }
  bool is_english = false;
  std::string_view title;  // of the catalog, in the site's language
  bool is_posted = false;  // something belongs on a notice board

  /// What the county puts over and under every page; may be empty.
  Markup above;
  Markup below;

  /// Where a page will stand on the web; empty where nobody said.
  std::string web_address_of(std::string_view path) const;
};

/// Pages, from the root of the site.
std::string path_of(const view::Table& table);
std::string path_of(const Site& site, resolve::LawId law);
std::string path_of(const Site& site, resolve::BodyId body);
std::string path_of(const Site& site, resolve::TermId term);
std::string path_of(const Site& site, resolve::FlowId flow);

/// The way from a page to the root of the site: `../` for each folder.
std::string root_of(std::string_view path);

/// Where a link of a cell leads, seen from a page `root` below the site's
/// root; empty where there is nothing to lead to.
std::string address_of(const Site& site, const view::Link& link,
                       std::string_view root);

/// The address of an item's anchor on its domain's page, of a law's or a
/// body's page; empty if it has none.
std::string address_of(const Site& site, resolve::ItemId item,
                       std::string_view root);
std::string address_of(const Site& site, resolve::LawId law,
                       std::string_view root);
std::string address_of(const Site& site, resolve::BodyId body,
                       std::string_view root);

}  // namespace catalog::emit::site
