#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/message.h"

namespace catalog::check {

/// What a rule says and why, in Markdown: an explanation with a wrong and a
/// right example, its ground, and how to silence it. Nothing for an unknown id.
std::optional<std::string> explanation_of(std::string_view rule,
                                          diagnostics::Language language);

}  // namespace catalog::check
