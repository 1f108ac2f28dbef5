#pragma once

#include <string>
#include <string_view>

#include "emit/html/markup.h"
#include "emit/html/site.h"

namespace catalog::emit::site {

/// The home page of a place's edition, which is built beside this one; empty
/// where it was built alone, or where the place is this edition's own.
std::string address_of(const Site& site, const model::Jurisdiction& place,
                       std::string_view root);

/// 街道, 社区 …: what a place below a county is called; may be empty.
Text kind_of(const Site& site, const model::Jurisdiction& place);

/// The editions right above and below this one, to go to; nothing where it was
/// built alone.
void write_near_editions(const Site& site, Markup& out);

}  // namespace catalog::emit::site
