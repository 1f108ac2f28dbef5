#include "compare/reasons.h"

namespace catalog::compare {

Reasons::Reasons(const resolve::ResolvedCatalog& catalog) : catalog_(catalog) {
  for (const model::Departure& each : catalog.departures) {
    by_place_[each.span] = &each;
    for (const model::Text& item : each.gone) by_gone_[item.text] = &each;
  }
}

std::string Reasons::of(const resolve::Item& item,
                        model::ItemField field) const {
  for (auto id = item.origin_of(field); id != model::OriginId::none;
       id = catalog_.origins[id].below) {
    const source::Span place = catalog_.origins[id].span;
    auto at = by_place_.upper_bound(
        {place.file, place.begin, static_cast<std::uint32_t>(-1)});
    if (at == by_place_.begin()) continue;
    if (source::contains((--at)->first, place))
      return std::string(at->second->reason.text);
  }
  return {};
}

std::string Reasons::of(std::string_view item) const {
  const auto found = by_gone_.find(item);
  return found == by_gone_.end() ? std::string()
                                 : std::string(found->second->reason.text);
}

}  // namespace catalog::compare
