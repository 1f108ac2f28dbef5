#pragma once

#include <string>
#include <string_view>

namespace catalog::theme {

/// What a catalog brings to the looks of its site: `theme:` of its manifest,
/// and the folder `theme/` beside it. All of it was found sound. It is the
/// catalog's own, and goes to nobody who extends it.
struct Theme {
  std::string accent;       // `#a3161f`, or without the `#`
  std::string accent_dark;  // the same on a dark ground
  std::string logo_text;    // what the logo says, for those who do not see it
  bool has_item_codes = false;  // a QR code for each item
  // Bytes of files: views into the catalog's tree.
  std::string_view svg_logo;
  std::string_view png_logo;
  std::string_view header;  // Markdown
  std::string_view footer;
  std::string_view style;  // CSS

  bool has_logo() const { return !svg_logo.empty() || !png_logo.empty(); }
};

/// Of all that it holds.
std::string hash(const Theme& theme);

}  // namespace catalog::theme
