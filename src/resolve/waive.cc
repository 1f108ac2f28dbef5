#include "resolve/overlay.h"
#include "resolve/target.h"

namespace catalog::resolve {

/// The rules judge a waiver: whether it has ended, and whether it excuses
/// anything.
Draft waived(Draft draft, const model::Overlay& overlay,
             diagnostics::Diagnostics& found) {
  if (overlay.waive.empty()) return draft;
  const Targets targets(draft);
  for (const model::GeneralWaiver& general : overlay.waive) {
    check_places(draft.catalog, general.target.only, found);
    for (const Targets::Target& target :
         targets.of(general.target, general.span, found)) {
      model::Item& item = draft.catalog.items[target.item];
      model::Waiver waiver = general.waiver;
      waiver.only = general.target.only;
      for (model::Item& variant : item.variants)
        variant.waivers.push_back(waiver);
      item.waivers.push_back(std::move(waiver));
    }
  }
  return draft;
}

}  // namespace catalog::resolve
