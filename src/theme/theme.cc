#include "theme/theme.h"

#include "source/hash.h"

namespace catalog::theme {

std::string hash(const Theme& theme) {
  source::Hasher hasher;
  for (const std::string_view part :
       {std::string_view(theme.accent), std::string_view(theme.accent_dark),
        std::string_view(theme.logo_text), theme.svg_logo, theme.png_logo,
        theme.header, theme.footer, theme.style})
    hasher.add(std::to_string(part.size()) + ":" + std::string(part));
  hasher.add(theme.has_item_codes ? "codes" : "");
  return hasher.hex();
}

}  // namespace catalog::theme
