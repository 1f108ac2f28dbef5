#pragma once

#include <string_view>

namespace catalog::source {

/// A file of the source tree that was compiled into the program. `path` is
/// relative to the folder it was taken from, with `/` between its parts.
struct EmbeddedFile {
  std::string_view path;
  std::string_view bytes;
};

}  // namespace catalog::source
