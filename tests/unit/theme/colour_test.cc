#include "theme/colour.h"

#include <doctest/doctest.h>

#include "emit/html/grounds.h"
#include "emit/html/theme_sheet.h"

namespace catalog::theme {
namespace {

TEST_CASE("a colour is read with and without its sign, and nothing else") {
  CHECK(colour_of("#a3161f") == Colour{0xa3, 0x16, 0x1f});
  CHECK(colour_of("A3161F") == Colour{0xa3, 0x16, 0x1f});
  for (const char* text : {"", "#", "#abc", "a3161f0", "#a3161g", "red"})
    CHECK_FALSE(colour_of(text));
  CHECK(text_of({0xa3, 0x16, 0x1f}) == "#a3161f");
}

TEST_CASE("contrast is what WCAG 2.2 says it is") {
  const Colour white{255, 255, 255}, black{0, 0, 0};
  CHECK(contrast(white, black) == doctest::Approx(21));
  CHECK(contrast(black, white) == doctest::Approx(21));
  CHECK(contrast(white, white) == doctest::Approx(1));
  // The grey that is known to be the lightest to pass on white.
  CHECK(contrast({0x76, 0x76, 0x76}, white) >= 4.5);
  CHECK(contrast({0x77, 0x77, 0x77}, white) < 4.5);
}

TEST_CASE("a readable colour has the contrast that was asked for") {
  for (const Colour ground : {Colour{255, 255, 255}, Colour{0x1c, 0x23, 0x2b},
                              Colour{0x80, 0x80, 0x80}})
    for (int red = 0; red < 256; red += 51)
      for (int green = 0; green < 256; green += 51) {
        const Colour colour{static_cast<std::uint8_t>(red),
                            static_cast<std::uint8_t>(green), 0x40};
        CHECK(contrast(readable(colour, ground, 4.5), ground) >= 4.5);
      }
}

Colour value_of(const std::string& sheet, const std::string& name,
                std::size_t from) {
  const std::size_t at = sheet.find(name + ": ", from) + name.size() + 2;
  return colour_of(std::string_view(sheet).substr(at, 7)).value();
}

TEST_CASE("every colour of a theme can be read where it is used") {
  const Colour white{255, 255, 255};
  for (const char* accent : {"#a3161f", "#000000", "#1b4f8f", "#00695c",
                             "#6a1b9a", "#5d4037", "#0000ff"}) {
    Theme theme;
    theme.accent = accent;
    const std::string sheet = emit::site::theme_sheet(theme);
    const std::size_t dark = sheet.find("data-scheme=\"dark\"");
    CAPTURE(accent);
    REQUIRE(dark != sheet.npos);
    for (const std::size_t from : {std::size_t{0}, dark}) {
      const Colour shown = value_of(sheet, "--accent", from);
      CHECK(contrast(shown, value_of(sheet, "--on-accent", from)) >= 4.5);
      CHECK(contrast(shown, value_of(sheet, "--tint", from)) >= 4.5);
      CHECK(contrast(white, value_of(sheet, "--band", from)) >= 4.5);
    }
    CHECK(contrast(value_of(sheet, "--accent", dark),
                   emit::site::dark_ground) >= 4.5);
    // Bars of charts can be told from the ground.
    CHECK(contrast(value_of(sheet, "--band", dark), {0x14, 0x19, 0x1f}) >= 2.9);
  }
}

}  // namespace
}  // namespace catalog::theme
