#pragma once

#include <string>
#include <string_view>

namespace catalog::theme {

/// Latin letters in lower case: names of CSS and of handlers know no other.
inline std::string lower(std::string_view text) {
  std::string folded(text);
  for (char& byte : folded)
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte | 0x20);
  return folded;
}

}  // namespace catalog::theme
