#pragma once

#include <string>

#include "diagnostics/message.h"

/// What more than one rendering of changes says.
namespace catalog::emit::revision {

inline constexpr diagnostics::Words effect{"Effect", "法律效果"};
inline constexpr diagnostics::Words other_order{"in another order", "先后有变"};
inline constexpr diagnostics::Message<std::string> formerly{"formerly {}",
                                                            "原为 {}"};
inline constexpr diagnostics::Message<std::string> because{"Reason: {}",
                                                           "理由：{}"};

}  // namespace catalog::emit::revision
