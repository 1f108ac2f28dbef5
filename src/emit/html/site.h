#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emit/html/markup.h"
#include "view/publication.h"

namespace catalog::emit::site {

/// Where everything stands in the site; worked out once. Refers to the
/// publication, which must outlive it.
struct Site {
  const view::Publication& publication;
  const resolve::Edition& edition;
  /// By item, the domain table whose page shows it first.
  std::vector<const view::Table*> page_of_item;

  explicit Site(const view::Publication& shown);

  /// Whether a table has anything to show, and so a page.
  static bool has_page(const view::Table& table) { return !table.rows.empty(); }
};

/// The page of a table, from the root of the site.
std::string path_of(const view::Table& table);

/// The way from a page to the root of the site: `../` for each folder.
std::string root_of(std::string_view path);

/// Where a link of a cell leads, seen from a page `root` below the site's
/// root; empty where there is nothing to lead to.
std::string address_of(const Site& site, const view::Link& link,
                       std::string_view root);

/// The address of an item's anchor on its domain's page; empty if it has none.
std::string address_of(const Site& site, resolve::ItemId item,
                       std::string_view root);

}  // namespace catalog::emit::site
