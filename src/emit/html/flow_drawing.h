#pragma once

#include <string_view>

#include "emit/html/markup.h"
#include "view/flow_chart.h"

namespace catalog::emit::site {

/// A flow chart as SVG in the page, with its title and a description for those
/// who cannot see it.
void write_drawing(const view::FlowChart& chart, std::string_view title,
                   Text description, Markup& out);

}  // namespace catalog::emit::site
