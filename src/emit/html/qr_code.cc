#include "emit/html/qr_code.h"

#include <qrencode.h>

#include <memory>
#include <string>

#include "emit/html/theme_sheet.h"

namespace catalog::emit::site {
namespace {

constexpr std::size_t quiet_zone = 4;  // modules, by ISO/IEC 18004

struct Freeing {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

}  // namespace

Markup qr_code(std::string_view address, Text title) {
  Markup out;
  const std::unique_ptr<QRcode, Freeing> code(
      QRcode_encodeString8bit(std::string(address).c_str(), 0, QR_ECLEVEL_M));
  if (!code) return out;
  const auto width = static_cast<std::size_t>(code->width);
  const std::size_t size = width + 2 * quiet_zone;
  out << "<svg class=\"code\" role=\"img\" viewBox=\"0 0 " << size << " "
      << size << "\" shape-rendering=\"crispEdges\"><title>" << title
      << "</title><rect width=\"" << size << "\" height=\"" << size
      << "\" fill=\"#fff\"/><path fill=\"#000\" d=\"";
  for (std::size_t y = 0; y < width; ++y)
    for (std::size_t x = 0; x < width; ++x) {
      std::size_t run = 0;
      while (x + run < width && (code->data[y * width + x + run] & 1) != 0)
        ++run;
      if (run == 0) continue;
      out << "M" << x + quiet_zone << " " << y + quiet_zone << "h" << run
          << "v1h-" << run << "z";
      x += run;
    }
  out << "\"/></svg>";
  return out;
}

Markup code_of(const Site& site, resolve::ItemId item) {
  if (!theme_of(site.publication).has_item_codes) return {};
  const std::string path = address_of(site, item, "");
  const std::string address = path.empty() ? "" : site.web_address_of(path);
  if (address.empty()) return {};
  return qr_code(address, site.say("本事项二维码", "QR code of this item"));
}

}  // namespace catalog::emit::site
