#include "resolve/overlay.h"

#include <utility>

namespace catalog::resolve {
namespace {

using diagnostics::Diagnostics;
using diagnostics::Message;
using diagnostics::Problem;
using diagnostics::Severity;

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
