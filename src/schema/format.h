#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace catalog::schema {

/// The formats that can be asserted. Others are annotations.
enum class Format : std::uint8_t { none, date, uri, email };

std::optional<Format> format_named(std::string_view name);

/// `date`: a day of the calendar as in RFC 3339; `uri`: RFC 3986, with a
/// scheme; `email`: an address of RFC 5321.
bool has_format(std::string_view text, Format format);

}  // namespace catalog::schema
