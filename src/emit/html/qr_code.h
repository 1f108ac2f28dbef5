#pragma once

#include <string_view>

#include "emit/html/markup.h"

namespace catalog::emit::site {

/// A QR code of an address as SVG in the page; nothing where the address is
/// too long for one.
Markup qr_code(std::string_view address, Text title);

}  // namespace catalog::emit::site
