#pragma once

#include <string>
#include <string_view>

#include "emit/html/markup.h"
#include "emit/html/site.h"

namespace catalog::emit::site {

/// What the frame of a page needs to know of it.
struct Page {
  std::string path;        // from the root of the site
  std::string name;        // for the browser's tab; empty for the home page
  bool is_search = false;  // it has the search and its data
};

/// A whole page: `main` in the frame that all pages share. Ids of the frame
/// begin with `_`, which no id of a catalog does.
Markup page_of(const Site& site, const Page& page, const Markup& main);

}  // namespace catalog::emit::site
