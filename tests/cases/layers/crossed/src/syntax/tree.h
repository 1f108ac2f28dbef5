#pragma once

#include <yaml-cpp/yaml.h>

#include "diagnostics/message.h"
#include "source/lines.h"
#include "unicode/width.h"

namespace catalog::syntax {
namespace fs = std::filesystem;
struct Tree {};
}  // namespace catalog::syntax
