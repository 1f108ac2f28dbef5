#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "phrase/timing_reading.h"

namespace catalog::phrase {

/// Reads a piece that is no clause by itself but says something with the
/// pieces beside it, or with what goes without saying:
/// 启动征收工作时,在村公示栏 公开. `i` is the place of the piece and goes on to
/// the last one that was read with it. False where it says no such thing; then
/// nothing was read.
bool read_joined(Reading& reading, std::string_view each,
                 const std::vector<std::string_view>& pieces, std::size_t& i,
                 Scope& scope);

}  // namespace catalog::phrase
