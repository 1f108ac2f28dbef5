#pragma once

#include <filesystem>
#include <string_view>

#include "source/temporary.h"

namespace catalog::compile {

/// Turns a built catalog.json back into sources, as far as it tells: written
/// to a folder as JSON, which YAML can read. False where it is no such file.
/// What a catalog.json leaves out is not there; compare::Knows::published.
bool unpack_published(std::string_view json, const source::TemporaryFolder& to);

}  // namespace catalog::compile
