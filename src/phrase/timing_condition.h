#pragma once

#include <string_view>

namespace catalog::phrase {

/// 依申请公开的, and nothing else: what is published on request.
bool is_on_request(std::string_view text);

/// 情况复杂的, 除涉密信息外, 内容如有变更: a case in which what follows holds.
/// It says no time itself.
bool is_condition(std::string_view text);

}  // namespace catalog::phrase
