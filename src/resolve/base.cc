#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <utility>

#include "resolve/overlay.h"

namespace catalog::resolve {
namespace {

using diagnostics::Diagnostics;
using diagnostics::Message;
using diagnostics::Problem;
using diagnostics::Severity;
using diagnostics::Words;
using model::Catalog;
using model::Text;

constexpr Problem<std::string_view, std::string_view> taken{
    "duplicate-id",
    Severity::error,
    {"`{}` is the id of a {} of the base already",
     "标识 `{}` 已是上级目录中一个{}的标识"}};
constexpr Message<> of_base{"the base's is here", "上级目录的定义在这里"};
constexpr Message<> other_id{"take another id, or use the base's as it is",
                             "请换一个标识，或者直接使用上级目录的定义"};

/// The base's entries, then the overlay's own; an id is defined once in the
/// whole chain.
template <class T>
std::vector<T> joined(const std::vector<T>& base, std::vector<T>&& own,
                      const Words& kind, Diagnostics& found) {
  std::unordered_map<std::string_view, const T*> by_id;
  for (const T& each : base) by_id.try_emplace(each.id.text, &each);
  std::vector<T> all = base;
  for (T& each : own) {
    if (const auto at = by_id.find(each.id.text);
        at != by_id.end() && !each.id.empty())
      found.report(taken, each.id.span, each.id.text, kind.in(found.language()))
          .label(at->second->id.span, of_base)
          .help(other_id);
    else
      all.push_back(std::move(each));
  }
  return all;
}

/// The overlay's own entries, then those of the base that it does not define
/// anew: for what only presents, and for places and days.
template <class T, class KeyOf>
std::vector<T> renewed(const std::vector<T>& base, std::vector<T>&& own,
                       KeyOf key_of) {
  std::vector<T> all = std::move(own);
  for (const T& each : base)
    if (std::none_of(all.begin(), all.end(), [&](const T& other) {
          return key_of(other) == key_of(each);
        }))
      all.push_back(each);
  return all;
}

void fill(Text& into, const Text& from) {
  if (!into.is_written()) into = from;
}

/// What the overlay's manifest does not say for itself: how tables look, whom
/// to complain to, and how grave a finding is.
model::Manifest inherited(const model::Manifest& base, model::Manifest&& own) {
  model::Manifest manifest = std::move(own);
  if (manifest.layouts.empty()) manifest.layouts = base.layouts;
  fill(manifest.supervision.phone, base.supervision.phone);
  fill(manifest.supervision.office, base.supervision.office);
  fill(manifest.supervision.url, base.supervision.url);
  for (const model::Check& check : base.checks)
    if (std::none_of(manifest.checks.begin(), manifest.checks.end(),
                     [&](const model::Check& each) {
                       return each.rule.text == check.rule.text;
                     }))
      manifest.checks.push_back(check);
  return manifest;
}

void join_registries(const Catalog& base, Catalog& own, Catalog& into,
                     Diagnostics& found) {
  into.domains =
      joined(base.domains, std::move(own.domains), {"domain", "领域"}, found);
  into.laws =
      joined(base.laws, std::move(own.laws), {"law", "法律法规"}, found);
  into.bodies =
      joined(base.bodies, std::move(own.bodies), {"body", "公开主体"}, found);
  into.channels = joined(base.channels, std::move(own.channels),
                         {"channel", "渠道"}, found);
  into.taxonomies = joined(base.taxonomies, std::move(own.taxonomies),
                           {"taxonomy", "分类"}, found);
  into.elements = joined(base.elements, std::move(own.elements),
                         {"element", "要素"}, found);
  const auto id_of = [](const auto& each) { return each.id.text; };
  into.layouts = renewed(base.layouts, std::move(own.layouts), id_of);
  into.views = renewed(base.views, std::move(own.views), id_of);
  into.flows = renewed(base.flows, std::move(own.flows), id_of);
  into.guides = renewed(base.guides, std::move(own.guides), id_of);
  into.jurisdictions =
      renewed(base.jurisdictions, std::move(own.jurisdictions),
              [](const model::Jurisdiction& each) { return each.code.text; });
  into.calendar =
      renewed(base.calendar, std::move(own.calendar),
              [](const model::CalendarYear& each) { return each.year; });
}

}  // namespace

Draft taken_over(const Catalog& base, Catalog& own, Diagnostics& found) {
  Draft draft;
  Catalog& catalog = draft.catalog;
  catalog.manifest = inherited(base.manifest, std::move(own.manifest));
  join_registries(base, own, catalog, found);
  catalog.items = base.items;
  catalog.overlay.bind = base.overlay.bind;
  catalog.departures = base.departures;
  catalog.origins = base.origins;
  catalog.layers = base.layers;
  std::move(own.layers.begin(), own.layers.end(),
            std::back_inserter(catalog.layers));
  catalog.arenas = std::move(own.arenas);
  catalog.readings = std::move(own.readings);
  catalog.incomplete = own.incomplete;
  return draft;
}

}  // namespace catalog::resolve
