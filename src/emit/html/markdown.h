#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "emit/html/markup.h"

namespace catalog::emit::site {

/// What becomes of headings: they stand below the page's own, or they are
/// paragraphs, where a text stands beside the page.
enum class Headings { below, none };

/// Markdown as markup. HTML in it is left out; links lead where a page may
/// lead, others are their words alone; nothing is loaded, so pictures are
/// their descriptions.
Markup rendered(std::string_view markdown, Headings headings);

/// The first line of a text, from 1, that holds HTML; nothing where none does.
std::optional<std::size_t> line_of_html(std::string_view markdown);

}  // namespace catalog::emit::site
