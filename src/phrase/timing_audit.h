#pragma once

#include <optional>
#include <string_view>

namespace catalog::phrase {

/// The second book of the timing reader: whatever narrows, negates or counts
/// in a phrase must stand in the canonical form of what it was read as. It
/// knows no grammar, so that a word that some construct passes over is found
/// all the same. `phrase` is as of PlainText; gives its first word that `said`
/// lacks.
std::optional<std::string_view> unsaid(std::string_view phrase,
                                       std::string_view said);

}  // namespace catalog::phrase
