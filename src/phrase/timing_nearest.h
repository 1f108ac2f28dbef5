#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace catalog::phrase {

/// The phrase of real tables nearest to a printed text, with the text's own
/// number: what was probably meant by one that is not understood. Nothing
/// where none is near, or where the number is in doubt.
std::optional<std::string> nearest_phrase(std::string_view text);

}  // namespace catalog::phrase
