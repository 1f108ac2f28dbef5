#include "emit/html/theme_sheet.h"

#include <fmt/format.h>

#include <optional>

#include "emit/html/grounds.h"
#include "theme/colour.h"

namespace catalog::emit::site {
namespace {

using theme::Colour;

constexpr Colour white{0xff, 0xff, 0xff};
constexpr Colour ink{0x10, 0x16, 0x1d};
constexpr Colour dark{0x14, 0x19, 0x1f};
constexpr double comfortable = 7;  // on dark, where thin strokes fade

/// A ground of the accent's hue, as strong as text in the accent allows.
Colour tint_of(Colour accent, Colour ground, double share) {
  for (; share > 0; share -= 0.01)
    if (const Colour tint = theme::mixed(accent, ground, share);
        theme::contrast(accent, tint) >= theme::contrast_of_text)
      return tint;
  return ground;
}

/// A field that white text can stand on, and that can be told from the dark
/// ground.
Colour band_on_dark(Colour accent) {
  return theme::readable(
      theme::readable(accent, dark, theme::contrast_of_graphics), white,
      theme::contrast_of_text);
}

struct Palette {
  Colour accent;
  Colour on_accent;
  Colour tint;
  Colour band;
};

std::string rules_of(const Palette& palette) {
  return fmt::format(
      "  --accent: {};\n  --on-accent: {};\n  --tint: {};\n  --band: {};\n",
      theme::text_of(palette.accent), theme::text_of(palette.on_accent),
      theme::text_of(palette.tint), theme::text_of(palette.band));
}

}  // namespace

const theme::Theme& theme_of(const view::Publication& publication) {
  static const theme::Theme none;
  return publication.theme == nullptr ? none : *publication.theme;
}

bool has_sheet(const theme::Theme& theme) {
  return !theme.accent.empty() || !theme.accent_dark.empty() ||
         !theme.style.empty();
}

std::string theme_sheet(const theme::Theme& theme) {
  std::string sheet;
  const auto light = theme::colour_of(theme.accent);
  auto night = theme::colour_of(theme.accent_dark);
  if (light) {
    sheet += fmt::format(
        "@media screen {{\n:root {{\n{}}}\n}}\n",
        rules_of({*light, white, tint_of(*light, white, 0.1), *light}));
    if (!night) night = theme::readable(*light, dark_ground, comfortable);
  }
  if (night) {
    const std::string rules = rules_of({*night, ink, tint_of(*night, dark, 0.2),
                                        band_on_dark(light.value_or(*night))});
    sheet += fmt::format(
        "@media screen and (prefers-color-scheme: dark) {{\n"
        ":root:not([data-scheme=\"light\"]) {{\n{0}}}\n}}\n"
        "@media screen {{\n:root[data-scheme=\"dark\"] {{\n{0}}}\n}}\n",
        rules);
  }
  return sheet.append(theme.style);
}

}  // namespace catalog::emit::site
