#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.h"
#include "source/tree.h"
#include "syntax/tree.h"
#include "theme/theme.h"

namespace catalog::compile {

/// How the path of every file of a theme begins.
inline constexpr std::string_view theme_folder = "theme/";

/// Reads `theme:` of the manifest and the folder `theme/` beside it, whose
/// files join the tree. They may come from anywhere: what cannot be read on
/// the site's grounds, would load or run something, or is not used, is
/// reported and left out.
theme::Theme theme_in(const std::filesystem::path& folder,
                      source::SourceTree& tree,
                      const std::vector<syntax::Document>& documents,
                      diagnostics::Diagnostics& found);

/// What lies in the folder `theme/` of a catalog: `theme/logo.svg`, sorted.
std::vector<std::string> theme_files(const std::filesystem::path& folder);

}  // namespace catalog::compile
