#include "resolve/overlay.h"

#include <utility>

namespace catalog::resolve {
namespace {

using diagnostics::Diagnostics;
using diagnostics::Message;
using diagnostics::Problem;
using diagnostics::Severity;
using model::Text;

constexpr Problem<std::string_view> no_base{
    "no-base",
    Severity::error,
    {"`{}` is about a base, and this catalog extends none",
     "`{}` 针对上级目录，而本目录没有上级目录"}};
constexpr Message<> write_extends{
    "name the base under `catalog:` by `extends:`",
    "请在 `catalog:` 下用 `extends:` 写明上级目录"};

template <class T>
void refuse(std::string_view section, const std::vector<T>& entries,
            Diagnostics& found) {
  for (const T& entry : entries)
    found.report(no_base, entry.span, section).help(write_extends);
}

/// Why the overlay departs from its base, with what is gone by each operation.
void add_departures(const model::Overlay& overlay, Draft& draft) {
  std::map<source::Span, std::vector<Text>> gone;
  for (const auto& [id, each] : draft.gone) gone[each.by].push_back({id, {}});
  const auto add = [&](const source::Span& span, const Text& reason,
                       const std::vector<source::Span>& by) {
    model::Departure departure{span, reason, {}};
    for (const source::Span& each : by)
      if (const auto found = gone.find(each); found != gone.end())
        for (const Text& item : found->second) departure.gone.push_back(item);
    draft.catalog.departures.push_back(std::move(departure));
  };
  for (const model::AdoptionException& each : overlay.except) {
    std::vector<source::Span> by;
    for (const Text& domain : each.domains) by.push_back(domain.span);
    add(each.span, each.reason, by);
  }
  for (const model::Exclusion& each : overlay.exclude)
    add(each.span, each.reason, {each.span});
  for (const model::Adjustment& each : overlay.adjust)
    add(each.span, each.reason, {});
}

}  // namespace

model::Catalog overlaid(const model::Catalog& base, model::Catalog own,
                        Diagnostics& found) {
  model::Overlay overlay = std::move(own.overlay);
  Draft draft = taken_over(base, own, found);
  draft = adopted(std::move(draft), overlay, found);
  draft = excluded(std::move(draft), overlay, found);
  draft = adjusted(std::move(draft), overlay, own.origins, found);
  draft = joined_by(std::move(draft), std::move(own.items), own.origins, found);
  draft = bound(std::move(draft), std::move(overlay.bind), found);
  draft = waived(std::move(draft), overlay, found);
  add_departures(overlay, draft);
  draft.catalog.overlay.adjustments = std::move(overlay.adjustments);
  draft.catalog.overlay.seen = std::move(overlay.seen);
  return std::move(draft.catalog);
}

model::Catalog alone(model::Catalog own, Diagnostics& found) {
  model::Overlay overlay = std::move(own.overlay);
  own.overlay = {};
  refuse("adopt", overlay.except, found);
  refuse("exclude", overlay.exclude, found);
  refuse("adjust", overlay.adjust, found);
  Draft draft{std::move(own), {}};
  draft = bound(std::move(draft), std::move(overlay.bind), found);
  draft = waived(std::move(draft), overlay, found);
  draft.catalog.overlay.adjustments = std::move(overlay.adjustments);
  return std::move(draft.catalog);
}

}  // namespace catalog::resolve
