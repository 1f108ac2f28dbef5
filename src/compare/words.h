#pragma once

#include <string>
#include <vector>

namespace catalog::compare {

/// Entries without what is no word: width, spaces, order. Where these are
/// equal, a change is editorial.
std::vector<std::string> words_of(const std::vector<std::string>& texts);

}  // namespace catalog::compare
