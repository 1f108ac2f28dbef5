#pragma once

#include <string_view>

#include "emit/html/markup.h"
#include "emit/html/site.h"

namespace catalog::emit::site {

/// A table in its layout: header cells and merged cells span, items and laws
/// are anchors, the header and the frozen columns stay in sight. On a phone
/// each row becomes a card, so every cell carries its label, and cells that a
/// merged cell covers carry its text for the cards alone.
void write_table(const Site& site, const view::Table& table,
                 std::string_view root, Markup& out);

}  // namespace catalog::emit::site
