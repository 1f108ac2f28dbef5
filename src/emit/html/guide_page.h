#pragma once

#include <string>

#include "emit/html/markup.h"
#include "emit/html/site.h"

namespace catalog::emit::site {

/// A text that goes with the catalog.
Markup guide_page(const Site& site, const model::Guide& guide);

std::string path_of(const model::Guide& guide);

}  // namespace catalog::emit::site
