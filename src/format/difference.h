#pragma once

#include <string>
#include <string_view>

namespace catalog::format {

/// The change from one text to another as a unified diff with three lines
/// around each change, for people and for `patch`; empty where there is none.
std::string difference(std::string_view path, std::string_view before,
                       std::string_view after);

}  // namespace catalog::format
