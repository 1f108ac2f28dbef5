#pragma once

#include <filesystem>

#include "view/publication.h"

namespace catalog::emit {

/// Writes a publication as a workbook: cover, index, tables, and out of sight
/// what `verify` and `sync` need.
void write_workbook(const view::Publication& publication,
                    const std::filesystem::path& path);

/// Writes the tables of `views` and nothing else.
void write_single_sheet(const view::Publication& publication,
                        const std::filesystem::path& path);

}  // namespace catalog::emit
