#include "emit/html/places.h"

#include <vector>

#include "resolve/places.h"

namespace catalog::emit::site {
namespace {

using model::Jurisdiction;

/// Whether a place gets an edition with this one: the catalog's own and all
/// below it. A base may list places above.
bool is_built(const Site& site, const Jurisdiction& place) {
  const std::string_view own = site.edition->manifest.jurisdiction.text;
  const Jurisdiction* at = &place;
  for (std::size_t i = 0; at != nullptr && i < model::all_levels.size(); ++i) {
    if (at->code.text == own) return true;
    at = resolve::above(site.edition->jurisdictions, *at);
  }
  return false;
}

/// From the uppermost place down to the one right above this edition's.
std::vector<const Jurisdiction*> places_above(const Site& site) {
  std::vector<const Jurisdiction*> above;
  const auto& all = site.edition->jurisdictions;
  for (const Jurisdiction* at = site.edition.jurisdiction;
       at != nullptr && above.size() < model::all_levels.size();) {
    at = resolve::above(all, *at);
    if (at != nullptr && is_built(site, *at)) above.insert(above.begin(), at);
  }
  return above;
}

std::vector<const Jurisdiction*> places_right_below(const Site& site) {
  std::vector<const Jurisdiction*> below;
  for (const Jurisdiction& place : site.edition->jurisdictions)
    if (const auto* above = resolve::above(site.edition->jurisdictions, place);
        above != nullptr && above->code.text == site.edition.code)
      below.push_back(&place);
  return below;
}

void write_above(const Site& site, Markup& out) {
  const auto above = places_above(site);
  if (above.empty()) return;
  out << "<p class=\"up\">" << site.say("上级目录：", "Above: ");
  for (const Jurisdiction* place : above) {
    if (place != above.front()) out << " › ";
    out << "<a href=\"" << text(address_of(site, *place, "")) << "\">"
        << text(place->name.text) << "</a>";
  }
  out << "</p>\n";
}

}  // namespace

std::string address_of(const Site& site, const Jurisdiction& place,
                       std::string_view root) {
  const std::string& around = site.publication.around;
  if (around.empty() || place.code.text == site.edition.code ||
      !is_built(site, place))
    return {};
  return std::string(root) + around + std::string(place.code.text) +
         "/index.html";
}

Text kind_of(const Site& site, const Jurisdiction& place) {
  const std::string_view kind = place.kind.text;
  if (kind == "street") return site.say("街道", "street");
  if (kind == "town") return site.say("镇", "town");
  if (kind == "township") return site.say("乡", "township");
  if (kind == "farm") return site.say("农场", "farm");
  if (kind == "village") return site.say("村", "village");
  if (kind == "community") return site.say("社区", "community");
  return {};
}

void write_near_editions(const Site& site, Markup& out) {
  const auto below = places_right_below(site);
  if (site.publication.around.empty() ||
      (below.empty() && places_above(site).empty()))
    return;
  out << "<section aria-labelledby=\"_places\">\n<h2 id=\"_places\">"
      << site.say("各地目录", "Editions of other places") << "</h2>\n";
  write_above(site, out);
  if (!below.empty()) out << "<ul class=\"grid\">\n";
  for (const Jurisdiction* place : below)
    out << "<li><a href=\"" << text(address_of(site, *place, "")) << "\"><span>"
        << text(place->name.text) << "</span> <span class=\"count\">"
        << kind_of(site, *place) << "</span></a></li>\n";
  if (!below.empty()) out << "</ul>\n";
  out << "</section>\n";
}

}  // namespace catalog::emit::site
