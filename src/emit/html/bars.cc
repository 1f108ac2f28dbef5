#include "emit/html/bars.h"

#include <algorithm>

namespace catalog::emit::site {
namespace {

constexpr std::size_t longest = 1000;  // units of the drawing

void write_bar(const Bar& bar, std::size_t most, std::size_t total,
               Markup& out) {
  out << "<tr><th scope=\"row\">";
  if (bar.address.empty())
    out << text(bar.name);
  else
    out << "<a href=\"" << text(bar.address) << "\">" << text(bar.name)
        << "</a>";
  out << "</th><td class=\"draw\"><svg viewBox=\"0 0 " << longest
      << " 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\" "
         "focusable=\"false\"><rect width=\""
      << bar.count * longest / std::max<std::size_t>(most, 1)
      << "\" height=\"10\"/></svg></td><td class=\"c\">" << bar.count
      << "</td>";
  if (total > 0) {
    const std::size_t tenths = (bar.count * 1000 + total / 2) / total;
    out << "<td class=\"c\">" << tenths / 10 << "." << tenths % 10 << "%</td>";
  }
  out << "</tr>\n";
}

}  // namespace

void write_bars(const Site& site, std::string_view caption,
                std::string_view head, const std::vector<Bar>& bars,
                std::size_t total, Markup& out) {
  const auto most = std::ranges::max_element(bars, {}, &Bar::count);
  if (most == bars.end() || most->count == 0) return;
  out << "<table class=\"bars\">\n<caption>" << text(caption)
      << "</caption>\n<thead class=\"unseen\"><tr><th scope=\"col\">"
      << text(head) << "</th><td></td><th scope=\"col\">"
      << site.say("事项数", "Items") << "</th>";
  if (total > 0)
    out << "<th scope=\"col\">" << site.say("占比", "Share") << "</th>";
  out << "</tr></thead>\n<tbody>\n";
  for (const Bar& bar : bars) write_bar(bar, most->count, total, out);
  out << "</tbody>\n</table>\n";
}

}  // namespace catalog::emit::site
