#pragma once

#include <functional>
#include <optional>
#include <string>

#include "model/item.h"
#include "sync/values.h"

namespace catalog::sync {

/// Reads what stands for one level, or for all: its value as written, and the
/// text as the workbook has it.
using ReadPart = std::function<Value(
    std::optional<model::Level> level,
    const std::optional<syntax::Draft>& current, const std::string& now)>;

/// Reads a value that may differ by level, `县级：…`: the parts whose text
/// stayed stay.
Value by_level(const std::optional<syntax::Draft>& current, const Given& cell,
               const ReadPart& read_part);

}  // namespace catalog::sync
