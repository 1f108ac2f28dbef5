#pragma once

#include "emit/html/markup.h"
#include "emit/html/site.h"

namespace catalog::emit::site {

/// The page of a body: how to reach it, what it has to publish and by when.
Markup body_page(const Site& site, resolve::BodyId body);

}  // namespace catalog::emit::site
