#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "emit/html/markup.h"
#include "emit/html/site.h"

namespace catalog::emit::site {

/// One bar of a chart.
struct Bar {
  std::string name;
  std::size_t count = 0;
  std::string address;  // where the name leads; may be empty
};

/// A chart and its table in one: each row has a name, a bar drawn as SVG, the
/// number, and its share of `total` where that is not 0. Bars are as long as
/// they are to the longest.
void write_bars(const Site& site, std::string_view caption,
                std::string_view head, const std::vector<Bar>& bars,
                std::size_t total, Markup& out);

}  // namespace catalog::emit::site
