#pragma once

#include <string_view>

#include "emit/html/item_text.h"
#include "emit/html/markup.h"
#include "emit/html/site.h"

namespace catalog::emit::site {

/// Items shown whole: name, timing and body at once, what they rest on and
/// where they are published when unfolded, and the items linked to them.
class ItemCards {
 public:
  ItemCards(const Site& site, std::string_view root)
      : site_(site), root_(root), text_(site) {}

  void write(resolve::ItemId id, Markup& out) const;

 private:
  void write_name(resolve::ItemId id, Markup& out) const;
  void write_content(const resolve::Item& item, Markup& out) const;
  void write_more(const resolve::Item& item, Markup& out) const;
  void write_related(const resolve::Item& item, Markup& out) const;

  const Site& site_;
  std::string_view root_;
  ItemText text_;
};

/// What an item rests on, as a list; each citation leads to its law and says
/// so if that no longer holds.
void write_basis(const Site& site, const resolve::Item& item,
                 std::string_view root, Markup& out);

/// One citation, shown as `line`.
void write_citation(const Site& site, const resolve::Citation& citation,
                    std::string_view line, std::string_view root, Markup& out);

/// The names of an item's bodies with links to their pages, a line a level
/// where they differ.
void write_bodies(const Site& site, const resolve::Item& item,
                  std::string_view root, Markup& out);

}  // namespace catalog::emit::site
