#include "theme/colour.h"

#include <algorithm>
#include <cmath>

namespace catalog::theme {
namespace {

constexpr Colour black{0, 0, 0};
constexpr Colour white{255, 255, 255};
constexpr int steps = 256;

std::optional<unsigned> digit_of(char byte) {
  if (byte >= '0' && byte <= '9') return static_cast<unsigned>(byte - '0');
  const char lower = static_cast<char>(byte | 0x20);
  if (lower >= 'a' && lower <= 'f')
    return static_cast<unsigned>(lower - 'a') + 10;
  return std::nullopt;
}

/// sRGB, WCAG 2.2, "relative luminance".
double linear(std::uint8_t part) {
  const double value = part / 255.0;
  return value <= 0.04045 ? value / 12.92
                          : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour) {
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) +
         0.0722 * linear(colour.blue);
}

std::uint8_t between(std::uint8_t one, std::uint8_t other, double share) {
  return static_cast<std::uint8_t>(
      std::lround(one * share + other * (1 - share)));
}

/// A colour by what the eye tells apart: CSS Color 4, "HSL".
struct Shade {
  double hue = 0;  // in sixths of the circle
  double saturation = 0;
  double lightness = 0;
};

Shade shade_of(Colour colour) {
  const double red = colour.red / 255.0;
  const double green = colour.green / 255.0;
  const double blue = colour.blue / 255.0;
  const double most = std::max({red, green, blue});
  const double least = std::min({red, green, blue});
  const double range = most - least;
  Shade shade;
  shade.lightness = (most + least) / 2;
  if (range == 0) return shade;
  shade.saturation = range / (1 - std::abs(2 * shade.lightness - 1));
  if (most == red)
    shade.hue = (green - blue) / range + (green < blue ? 6 : 0);
  else if (most == green)
    shade.hue = (blue - red) / range + 2;
  else
    shade.hue = (red - green) / range + 4;
  return shade;
}

Colour colour_of(const Shade& shade) {
  const double range =
      shade.saturation * std::min(shade.lightness, 1 - shade.lightness);
  const auto part = [&](double from) {
    const double at = std::fmod(from + shade.hue * 2, 12);
    const double value =
        shade.lightness -
        range * std::max(-1.0, std::min({at - 3, 9 - at, 1.0}));
    return static_cast<std::uint8_t>(std::lround(value * 255));
  };
  return {part(0), part(8), part(4)};
}

}  // namespace

std::optional<Colour> colour_of(std::string_view text) {
  if (text.starts_with('#')) text.remove_prefix(1);
  if (text.size() != 6) return std::nullopt;
  unsigned value = 0;
  for (const char byte : text) {
    const auto digit = digit_of(byte);
    if (!digit) return std::nullopt;
    value = value * 16 + *digit;
  }
  const auto part = [value](int shift) {
    return static_cast<std::uint8_t>(value >> shift & 0xff);
  };
  return Colour{part(16), part(8), part(0)};
}

std::string text_of(Colour colour) {
  std::string text = "#";
  for (const std::uint8_t part : {colour.red, colour.green, colour.blue}) {
    text += "0123456789abcdef"[part >> 4];
    text += "0123456789abcdef"[part & 15];
  }
  return text;
}

double contrast(Colour one, Colour other) {
  // By value: minmax of two would give references to what is gone.
  const auto [darker, lighter] =
      std::minmax({luminance(one), luminance(other)});
  return (lighter + 0.05) / (darker + 0.05);
}

Colour mixed(Colour one, Colour other, double share) {
  return {between(one.red, other.red, share),
          between(one.green, other.green, share),
          between(one.blue, other.blue, share)};
}

Colour readable(Colour colour, Colour ground, double least) {
  const bool wants_dark = contrast(black, ground) > contrast(white, ground);
  const Shade shade = shade_of(colour);
  const double end = wants_dark ? 0 : 1;
  for (int i = steps; i > 0; --i) {
    const double share = static_cast<double>(i) / steps;
    const Colour now =
        colour_of(Shade{shade.hue, shade.saturation,
                        shade.lightness * share + end * (1 - share)});
    if (contrast(now, ground) >= least) return now;
  }
  return wants_dark ? black : white;
}

}  // namespace catalog::theme
