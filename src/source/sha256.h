#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace catalog::source {

/// SHA-256 (FIPS 180-4): what a Content-Security-Policy knows an inline style
/// by.
std::array<std::uint8_t, 32> sha256(std::string_view bytes);

/// RFC 4648, with padding.
std::string base64(std::string_view bytes);

}  // namespace catalog::source
