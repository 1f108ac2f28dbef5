#pragma once

#include <string_view>

#include "emit/html/markup.h"
#include "emit/html/site.h"

namespace catalog::emit::site {

/// A QR code of an address as SVG in the page; nothing where the address is
/// too long for one.
Markup qr_code(std::string_view address, Text title);

/// The code of an item's own address; empty where the catalog does not ask for
/// such codes, or does not say where its site is.
Markup code_of(const Site& site, resolve::ItemId item);

}  // namespace catalog::emit::site
