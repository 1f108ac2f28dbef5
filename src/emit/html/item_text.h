#pragma once

#include <string>

#include "emit/html/site.h"
#include "model/layout.h"
#include "view/cells.h"

namespace catalog::emit::site {

/// What lists of items say of one, in words; values that differ by level are
/// lines.
class ItemText {
 public:
  explicit ItemText(const Site& site) : cells_(site.edition, layout_) {}
  ItemText(const ItemText&) = delete;
  ItemText& operator=(const ItemText&) = delete;

  /// The levels of the name, each once: 招生管理 › 招生政策. In the site's
  /// language where the item has it.
  static std::string name(const Site& site, const resolve::Item& item);
  /// The first entries of the content, and how many there are.
  static std::string content(const Site& site, const resolve::Item& item);
  std::string timing(const resolve::Item& item) const;
  std::string body(const resolve::Item& item) const;
  std::string channels(const resolve::Item& item) const;
  std::string levels(const resolve::Item& item) const;

 private:
  std::string value(std::string_view name, const resolve::Item& item) const;

  const model::Layout layout_;
  const view::Cells cells_;
};

}  // namespace catalog::emit::site
