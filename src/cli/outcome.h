#pragma once

#include <filesystem>

#include "diagnostics/message.h"
#include "publish/publish.h"

namespace catalog::cli {

/// Says what became of OUT, and which files to open.
void say(const publish::Outcome& outcome, const std::filesystem::path& out,
         diagnostics::Language language);

}  // namespace catalog::cli
