#pragma once

#include <string_view>

namespace catalog::phrase {

/// Ends with a noun that closes a part of the content: 办理结果, 补贴.
bool ends_with_noun(std::string_view text);

}  // namespace catalog::phrase
