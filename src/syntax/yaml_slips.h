#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/diagnostics.h"
#include "syntax/recovery.h"
#include "syntax/yaml_builder.h"

namespace catalog::syntax {

/// Where the parser gave up, and in which words of its own.
struct Stop {
  std::size_t at = 0;
  std::string reason;
};

/// Reports the mistake behind a syntax error: at the place where it was made,
/// not where the parser noticed.
Slip report_slip(std::string_view text, const YamlBuilder& builder,
                 const Stop& stop, diagnostics::Diagnostics& diagnostics);

}  // namespace catalog::syntax
