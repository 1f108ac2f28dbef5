#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "phrase/citation.h"

namespace catalog::phrase {

/// Takes provisions off the front of a plain text (see PlainText): 第十二条、
/// 第十三条第二款. Empty where none stands there; what follows stays. Their
/// ranges count from where `text` began.
std::vector<Provision> take_provisions(std::string_view& text);

/// Whether provisions begin here: 第, a number and 条, 章 or 款.
bool is_provision(std::string_view text);

}  // namespace catalog::phrase
