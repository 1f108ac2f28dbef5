#include <span>
#include <string>

#include "emit/emitters.h"
#include "emit/html/home.h"
#include "emit/html/search_data.h"
#include "emit/html/site.h"
#include "emit/html/table_page.h"
#include "source/embedded.h"

namespace catalog::emit::site {

/// The style sheets, scripts and pictures of emit/html/assets.
std::span<const source::EmbeddedFile> embedded_files();

}  // namespace catalog::emit::site

namespace catalog::emit {
namespace {

void write_tables(const site::Site& known,
                  const std::vector<view::Table>& tables, const Sink& sink) {
  std::vector<const view::Table*> shown;
  for (const view::Table& table : tables)
    if (site::Site::has_page(table)) shown.push_back(&table);
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const site::Neighbours neighbours{
        i > 0 ? shown[i - 1] : nullptr,
        i + 1 < shown.size() ? shown[i + 1] : nullptr};
    sink.put(site::path_of(*shown[i]),
             site::table_page(known, *shown[i], neighbours).bytes());
  }
}

}  // namespace

void html(const view::Publication& publication, const Sink& sink) {
  const site::Site known(publication);
  sink.put("index.html", site::home_page(known).bytes());
  write_tables(known, publication.domains, sink);
  write_tables(known, publication.views, sink);
  for (const view::Table* table :
       {&publication.laws, &publication.bodies, &publication.statistics})
    if (site::Site::has_page(*table))
      sink.put(site::path_of(*table),
               site::table_page(known, *table, {}).bytes());
  sink.put("assets/data.js", site::search_data(known));
  for (const source::EmbeddedFile& file : site::embedded_files())
    sink.put("assets/" + std::string(file.path), file.bytes);
}

}  // namespace catalog::emit
