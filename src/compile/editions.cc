#include "compile/editions.h"

namespace catalog::compile {

std::vector<Place> places_of(const Compilation& run) {
  std::vector<Place> places{nullptr};
  for (const Place place :
       resolve::places_below(run.catalog.jurisdictions, run.edition.code))
    places.push_back(place);
  return places;
}

resolve::Edition edition_of(const Compilation& run, Place place) {
  return place == nullptr
             ? run.edition
             : resolve::edition_of(run.catalog, *place, run.edition.date);
}

const source::SourceTree* sources_of(const Compilation& run) {
  return run.base == nullptr ? nullptr : &run.tree;
}

view::Publication publication_of(const Compilation& run,
                                 const resolve::Edition& edition) {
  view::Publication publication = view::arrange(edition, sources_of(run));
  publication.theme = &run.theme;
  return publication;
}

}  // namespace catalog::compile
