#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// What a county may bring to the looks of its site, and whether that is safe
/// and can be read.
namespace catalog::theme {

struct Colour {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;

  bool operator==(const Colour&) const = default;
};

/// Reads `#a3161f` or `a3161f`; nothing where it is neither.
std::optional<Colour> colour_of(std::string_view text);
std::string text_of(Colour colour);

/// The contrast of two colours, from 1 to 21: WCAG 2.2, "contrast ratio".
double contrast(Colour one, Colour other);

/// What WCAG 2.2 asks of text at level AA (1.4.3), and of graphics (1.4.11).
inline constexpr double contrast_of_text = 4.5;
inline constexpr double contrast_of_graphics = 3;

/// `share` of the first colour, the rest of the second.
Colour mixed(Colour one, Colour other, double share);

/// The nearest colour of the same hue, darker or lighter, that has a contrast
/// of at least `least` to a ground.
Colour readable(Colour colour, Colour ground, double least);

}  // namespace catalog::theme
