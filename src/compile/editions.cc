#include "compile/editions.h"

namespace catalog::compile {

std::vector<resolve::Edition> editions_of(const Compilation& run) {
  std::vector<resolve::Edition> editions{run.edition};
  for (const model::Jurisdiction* place :
       resolve::places_below(run.catalog.jurisdictions, run.edition.code))
    editions.push_back(
        resolve::edition_of(run.catalog, *place, run.edition.date));
  return editions;
}

}  // namespace catalog::compile
