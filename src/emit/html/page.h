#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "emit/html/markup.h"
#include "emit/html/site.h"

namespace catalog::emit::site {

/// What a page is made of, which decides the style sheets it loads.
enum class PageKind { search, table, text, changes };

/// What the frame of a page needs to know of it.
struct Page {
  std::string path;  // from the root of the site
  std::string name;  // for the browser's tab; empty for the home page
  PageKind kind = PageKind::text;
};

/// A page above another, on the way down to it.
struct Crumb {
  std::string path;
  std::string name;
};

/// The way from the home page down to a page.
void write_crumbs(const Site& site, const std::vector<Crumb>& above,
                  std::string_view name, std::string_view root, Markup& out);

/// A whole page: `main` in the frame that all pages share. Ids of the frame
/// begin with `_`, which no id of a catalog does.
Markup page_of(const Site& site, const Page& page, const Markup& main);

}  // namespace catalog::emit::site
