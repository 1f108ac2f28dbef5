#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "import/catalog.h"

namespace catalog::import {

// What values are compared by: two that say the same in other signs or in
// another spelling give the same text.

/// A text without what lists are written with.
std::string bare(std::string_view text);

/// An entry or entries with their parts.
std::string whole(const Entry& entry);
std::string whole(const std::vector<Entry>& entries);

/// A law and its article, or a text.
std::string whole(const Basis& basis);

/// What a timing says, in its one form; the bare text where it is not
/// understood.
std::string same_timing(const std::string& text);

}  // namespace catalog::import
