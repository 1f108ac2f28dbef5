#pragma once

#include <string>
#include <string_view>

namespace catalog::source {

/// Whether a file name can be shown as it is: UTF-8 without control
/// characters, line separators or marks that turn the reading direction.
bool is_printable(std::string_view name);

/// The name made fit for a terminal and for JSON: what is not printable is
/// written as `\xNN`, byte by byte. Printable names come back as they are.
std::string printable(std::string_view name);

/// The form under which two names are one on a file system that ignores case
/// (Windows, macOS): Unicode case folding, composed. A name that is not UTF-8
/// comes back as it is.
std::string folded(std::string_view name);

}  // namespace catalog::source
