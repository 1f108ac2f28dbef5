#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "emit/html/markup.h"
#include "emit/html/site.h"

namespace catalog::emit::site {

/// What a list of items says beside their names. A law's list has the article
/// that each cites in place of the content.
struct ItemListing {
  bool has_body = true;
  bool has_levels = false;
  std::optional<resolve::LawId> cited;
};

/// Items as a table with a heading a domain; each leads to its row on its
/// domain's page. On a phone a row is a card.
void write_item_list(const Site& site, const Items& items,
                     const ItemListing& listing, std::string_view caption,
                     std::string_view root, Markup& out);

/// A text of several lines, apart.
void write_lines(std::string_view lines, Markup& out);

}  // namespace catalog::emit::site
