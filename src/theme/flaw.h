#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "diagnostics/message.h"

namespace catalog::theme {

/// Something in a file of a theme that no page may bring along.
struct Flaw {
  std::size_t begin = 0;  // in the file
  std::size_t end = 0;
  diagnostics::Words what;
};

/// Larger files of a theme are refused.
inline constexpr std::size_t max_logo_bytes = 200'000;
inline constexpr std::size_t max_text_bytes = 64'000;

/// The first flaws of a style sheet: whatever loads something, hides what it
/// says in escapes, or does not end. The site's policy would stop what is
/// loaded; that it is asked for at all is a mistake or an attack.
std::vector<Flaw> flaws_of_style(std::string_view css);

/// Why an SVG file cannot be a logo: it has scripts or handlers, loads
/// something, embeds other documents, or is none. Only drawing is let through.
std::optional<Flaw> flaw_of_svg(std::string_view bytes);

/// The same of a PNG file: it is cut short, too large, or something follows it.
std::optional<Flaw> flaw_of_png(std::string_view bytes);

}  // namespace catalog::theme
