#include <span>
#include <string>

#include "emit/diff/diff.h"
#include "emit/emitters.h"
#include "emit/html/body_page.h"
#include "emit/html/changes_page.h"
#include "emit/html/downloads_page.h"
#include "emit/html/flow_page.h"
#include "emit/html/guide_page.h"
#include "emit/html/home.h"
#include "emit/html/law_page.h"
#include "emit/html/levels_page.h"
#include "emit/html/notes_page.h"
#include "emit/html/print_pages.h"
#include "emit/html/search_data.h"
#include "emit/html/site.h"
#include "emit/html/statistics_page.h"
#include "emit/html/table_page.h"
#include "emit/html/term_page.h"
#include "emit/html/theme_sheet.h"
#include "source/embedded.h"

namespace catalog::emit::site {

/// The style sheets, scripts and pictures of emit/html/assets.
std::span<const source::EmbeddedFile> embedded_files();

}  // namespace catalog::emit::site

namespace catalog::emit {
namespace {

using site::Site;

void write_tables(const Site& known, const std::vector<view::Table>& tables,
                  const Sink& sink) {
  std::vector<const view::Table*> shown;
  for (const view::Table& table : tables)
    if (Site::has_page(table)) shown.push_back(&table);
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const site::Neighbours neighbours{
        i > 0 ? shown[i - 1] : nullptr,
        i + 1 < shown.size() ? shown[i + 1] : nullptr};
    sink.put(site::path_of(*shown[i]),
             site::table_page(known, *shown[i], neighbours).bytes());
  }
}

/// The register of laws or bodies, and a page for each of its entries.
template <class Registry, class PageOf>
void write_register(const Site& known, const view::Table& table,
                    const Registry& registry, PageOf page_of,
                    const Sink& sink) {
  if (!Site::has_page(table)) return;
  sink.put(site::path_of(table), site::table_page(known, table, {}).bytes());
  for (std::size_t i = 0; i < registry.size(); ++i)
    if (const auto path = address_of(known, registry.id(i), ""); !path.empty())
      sink.put(path, page_of(known, registry.id(i)).bytes());
}

void write_changes(const Site& known, const Sink& sink) {
  const bool departs = site::has_departures(known),
             is_compared = known.publication.last_changes.has_value();
  if (departs) sink.put("changes.html", site::departures_page(known).bytes());
  if (is_compared)
    sink.put("last-changes.html", site::last_changes_page(known).bytes());
  if (departs || is_compared) sink.put("assets/changes.css", diff_sheet());
}

void write_theme(const theme::Theme& theme, const Sink& sink) {
  if (site::has_sheet(theme))
    sink.put("assets/theme.css", site::theme_sheet(theme));
  if (!theme.svg_logo.empty()) sink.put("assets/logo.svg", theme.svg_logo);
  if (!theme.png_logo.empty()) sink.put("assets/logo.png", theme.png_logo);
}

}  // namespace

void html(const view::Publication& publication, const Sink& sink) {
  const Site known(publication);
  sink.put("index.html", site::home_page(known).bytes());
  write_tables(known, publication.domains, sink);
  write_tables(known, publication.views, sink);
  write_register(known, publication.laws, known.edition->laws, site::law_page,
                 sink);
  write_register(known, publication.bodies, known.edition->bodies,
                 site::body_page, sink);
  for (const auto& [term, items] : known.items_of_term)
    sink.put(site::path_of(known, term), site::term_page(known, term).bytes());
  for (const view::Table* table :
       {&publication.waivers, &publication.adjustments})
    if (Site::has_page(*table))
      sink.put(site::path_of(*table),
               site::table_page(known, *table, {}).bytes());
  if (Site::has_page(publication.statistics))
    sink.put("statistics.html", site::statistics_page(known).bytes());
  const auto& flows = known.edition->flows;
  if (flows.size() > 0) sink.put("flows.html", site::flows_page(known).bytes());
  for (std::size_t i = 0; i < flows.size(); ++i)
    sink.put(site::path_of(known, flows.id(i)),
             site::flow_page(known, flows.id(i)).bytes());
  for (const model::Guide& guide : known.edition->guides)
    sink.put(site::path_of(guide), site::guide_page(known, guide).bytes());
  if (known.is_posted)
    sink.put("poster.html", site::poster_page(known).bytes());
  sink.put("pocket.html", site::pocket_page(known).bytes());
  sink.put("levels.html", site::levels_page(known).bytes());
  sink.put("elements.html", site::notes_page(known).bytes());
  write_changes(known, sink);
  if (site::has_downloads(known))
    sink.put("downloads.html", site::downloads_page(known).bytes());
  sink.put("assets/data.js", site::search_data(known));
  write_theme(site::theme_of(publication), sink);
  for (const source::EmbeddedFile& file : site::embedded_files())
    if (file.path != "index.css")  // of the list over several sites
      sink.put("assets/" + std::string(file.path), file.bytes);
}

}  // namespace catalog::emit
