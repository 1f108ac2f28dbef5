#include "resolve/join.h"

#include <algorithm>
#include <bitset>
#include <deque>
#include <unordered_map>
#include <utility>

#include "resolve/basis.h"
#include "resolve/citations.h"
#include "resolve/names.h"
#include "resolve/order.h"

namespace catalog::resolve {
namespace {

using model::Registered;
using model::Text;

template <class All>
std::vector<std::string_view> ids_of(const All& all) {
  std::vector<std::string_view> ids;
  ids.reserve(all.size());
  for (const auto& each : all) ids.push_back(each.id.text);
  return ids;
}

/// Follows written names into the registries of one catalog.
class Names {
 public:
  /// What the basis says goes into `readings`.
  Names(const ResolvedCatalog& catalog, CitationReadings& readings,
        diagnostics::Diagnostics& found)
      : catalog_(catalog),
        found_(found),
        index_(catalog.laws, catalog.manifest.jurisdiction.text),
        basis_(index_, readings) {
    for (const model::Law& law : catalog.laws)
      for (const model::Limit& limit : law.limits)
        limits_.push_back(limit.id.text);
    std::sort(limits_.begin(), limits_.end());
  }

  std::optional<DomainId> domain(const Text& name) {
    return find(catalog_.domains, name, a_domain, Registered::domains);
  }
  std::optional<LawId> law(const Text& name) {
    return find(catalog_.laws, name, a_law, Registered::laws);
  }
  std::optional<TaxonomyId> taxonomy(const Text& name) {
    return find(catalog_.taxonomies, name, a_taxonomy, Registered::taxonomies);
  }
  std::optional<ElementId> element(const Text& name) {
    return find(catalog_.elements, name, an_element, Registered::elements);
  }

  std::optional<FlowId> flow(const Text& name) {
    return find(catalog_.flows, name, a_flow, Registered::flows);
  }

  std::vector<BodyId> bodies(const std::vector<Text>& names) {
    return all(catalog_.bodies, names, a_body, Registered::bodies);
  }
  std::vector<ChannelId> channels(const std::vector<Text>& names) {
    return all(catalog_.channels, names, a_channel, Registered::channels);
  }

  std::optional<TermId> term(TaxonomyId id, const Text& name) {
    const auto& terms = catalog_[id].terms;
    for (std::size_t i = 0; i < terms.size(); ++i)
      if (terms[i].id.text == name.text)
        return TermId{id, static_cast<std::uint32_t>(i)};
    dangling_.set(static_cast<std::size_t>(Registered::taxonomies));
    if (is_complete(Registered::taxonomies))
      report_unknown(found_, a_term, name, ids_of(terms));
    return std::nullopt;
  }

  void duty(const Text& name) {
    if (name.empty() || !is_complete(Registered::laws) ||
        std::binary_search(limits_.begin(), limits_.end(), name.text))
      return;
    report_unknown(found_, a_duty, name, limits_);
  }

  BasisReader& basis() { return basis_; }

  bool is_complete(Registered kind) const {
    return !catalog_.incomplete[static_cast<std::size_t>(kind)];
  }

  /// Kinds to which some name leads nowhere.
  const auto& dangling() const { return dangling_; }

 private:
  template <class Id, class T>
  std::optional<Id> find(const Registry<Id, T>& registry, const Text& name,
                         const Named& named, Registered kind) {
    if (name.empty()) return std::nullopt;
    const auto id = registry.find(name.text);
    if (!id) dangling_.set(static_cast<std::size_t>(kind));
    if (!id && is_complete(kind))
      report_unknown(found_, named, name, ids_of(registry.all()));
    return id;
  }

  template <class Id, class T>
  std::vector<Id> all(const Registry<Id, T>& registry,
                      const std::vector<Text>& names, const Named& named,
                      Registered kind) {
    std::vector<Id> ids;
    ids.reserve(names.size());
    for (const Text& name : names)
      if (const auto id = find(registry, name, named, kind)) ids.push_back(*id);
    return ids;
  }

  const ResolvedCatalog& catalog_;
  diagnostics::Diagnostics& found_;
  LawIndex index_;
  BasisReader basis_;
  std::vector<std::string_view> limits_;
  std::bitset<model::registered_kinds> dangling_;
};

std::vector<Citation> joined_basis(
    Names& names, const std::vector<model::BasisEntry>& basis) {
  std::vector<Citation> all;
  all.reserve(basis.size());
  for (const model::BasisEntry& entry : basis)
    if (entry.kind == model::BasisEntry::Kind::citation) {
      names.basis().add_printed(entry, all);
    } else {
      all.push_back(names.basis().of_id(entry));
      if (entry.kind == model::BasisEntry::Kind::law)
        all.back().law = names.law(entry.law);
    }
  return all;
}

ChannelChoice joined(Names& names, model::ChannelEntry&& entry) {
  return {entry.kind, names.channels(entry.ids), entry.name, entry.span};
}

/// A value by level with each part joined.
template <class To, class From, class Join>
model::PerLevel<To> joined(model::PerLevel<From>&& written, Join join) {
  model::PerLevel<To> all;
  all.parts.reserve(written.parts.size());
  for (auto& part : written.parts)
    all.parts.push_back({part.level, join(std::move(part.value))});
  return all;
}

template <class To, class From>
std::vector<To> joined(Names& names, std::vector<From>&& written) {
  std::vector<To> all;
  all.reserve(written.size());
  for (From& each : written) all.push_back(joined(names, std::move(each)));
  return all;
}

void join_facets(Names& names, const model::Item& written, Item& item) {
  for (const model::FacetEntry& facet : written.facets)
    if (const auto taxonomy = names.taxonomy(facet.taxonomy))
      for (const Text& term : facet.terms)
        if (const auto id = names.term(*taxonomy, term))
          item.facets.push_back(*id);
}

/// An element's value as printed: where it is an id, the name behind it.
std::optional<Text> printed_value(Names& names, const ResolvedCatalog& catalog,
                                  const model::Element& element,
                                  const Text& value) {
  if (element.type.text == "body") {
    const auto body = names.bodies({value});
    if (body.empty()) return std::nullopt;
    return Text{catalog[body[0]].name.text, value.span};
  }
  if (element.type.text == "term") {
    const auto taxonomy = catalog.taxonomies.find(element.taxonomy.text);
    const auto term =
        taxonomy ? names.term(*taxonomy, value) : std::optional<TermId>();
    if (!term) return std::nullopt;
    return Text{catalog[*term].name.text, value.span};
  }
  return value;
}

void join_elements(Names& names, const ResolvedCatalog& catalog,
                   const model::Item& written, Item& item) {
  for (const model::ElementEntry& element : written.elements) {
    const auto id = names.element(element.element);
    if (!id) continue;
    ElementValue& joined = item.elements.emplace_back();
    joined.element = *id;
    for (const Text& value : element.values)
      if (const auto text = printed_value(names, catalog, catalog[*id], value))
        joined.values.push_back(*text);
  }
}

Item joined(Names& names, const ResolvedCatalog& catalog,
            model::Item&& written) {
  Item item;
  item.id = written.id;
  item.code = written.code;
  if (const auto domain = names.domain(written.domain))
    item.domain = *domain;
  else
    item.is_incomplete = true;
  item.name = std::move(written.name);
  item.content = std::move(written.content);
  item.basis = joined_basis(names, written.basis);
  item.timing = std::move(written.timing);
  item.body = joined<std::vector<BodyId>>(
      std::move(written.body),
      [&](const std::vector<Text>& each) { return names.bodies(each); });
  item.channels = joined<std::vector<ChannelChoice>>(
      std::move(written.channels),
      [&](std::vector<model::ChannelEntry>&& each) {
        return joined<ChannelChoice>(names, std::move(each));
      });
  item.flow = names.flow(written.flow);
  join_facets(names, written, item);
  join_elements(names, catalog, written, item);
  names.duty(written.duty);
  item.audience = std::move(written.audience);
  item.modes = std::move(written.modes);
  item.levels = written.levels;
  item.only = std::move(written.only);
  item.must_post = written.must_post;
  item.supervision = std::move(written.supervision);
  item.duty = written.duty;
  item.column = std::move(written.column);
  item.review = std::move(written.review);
  item.replaces = std::move(written.replaces);
  item.assumed = std::move(written.assumed);
  if (written.en) item.en = std::move(*written.en);
  item.note = written.note;
  item.waivers = std::move(written.waivers);
  item.not_in = std::move(written.not_in);
  item.holds_in = std::move(written.holds_in);
  item.origins = written.origins;
  item.span = written.span;
  item.is_incomplete |= written.is_incomplete;
  return item;
}

/// What earlier ids have become; null where several items claim one.
std::unordered_map<std::string_view, const Item*> renamed_items(
    const std::deque<Item>& items) {
  std::unordered_map<std::string_view, const Item*> renamed;
  for (const Item& item : items)
    for (const Text& earlier : item.replaces)
      if (const auto [at, is_new] = renamed.try_emplace(earlier.text, &item);
          !is_new)
        at->second = nullptr;
  return renamed;
}

void report_renamed(diagnostics::Diagnostics& found, const Text& name,
                    const Item& item) {
  constexpr diagnostics::Problem<std::string_view, std::string_view> renamed{
      "renamed-item",
      diagnostics::Severity::error,
      {"`{}` is called `{}` now", "`{}` 现已改为 `{}`"}};
  constexpr diagnostics::Message<> here{"said here", "见此处"};
  auto entry = found.report(renamed, name.span, name.text, item.id.text);
  for (const Text& earlier : item.replaces)
    if (earlier.text == name.text) entry.label(earlier.span, here);
  entry.fix({name.span, std::string(item.id.text)});
}

/// What an item names as related: its place, and the names.
using Related = std::pair<std::size_t, std::vector<Text>>;

/// References from one item to others, once all have their place.
void join_related(const ResolvedCatalog& catalog, const std::deque<Item>& all,
                  std::deque<Item>& items, const std::vector<Related>& related,
                  diagnostics::Diagnostics& found) {
  if (related.empty()) return;
  std::unordered_map<std::string_view, ItemId> by_id;
  for (std::size_t i = 0; i < all.size(); ++i)
    by_id.try_emplace(all[i].id.text, static_cast<ItemId>(i));
  const auto renamed = renamed_items(all);
  const bool is_complete =
      !catalog.incomplete[static_cast<std::size_t>(Registered::items)];
  for (const auto& [place, names] : related)
    for (const Text& name : names) {
      const auto now = renamed.find(name.text);
      if (const auto at = by_id.find(name.text); at != by_id.end())
        items[place].related.push_back(at->second);
      else if (now != renamed.end() && now->second)
        report_renamed(found, name, *now->second);
      else if (is_complete)
        report_unknown(found, an_item, name, ids_of(all));
    }
}

/// The names in the vocabulary itself.
void check_vocabulary(Names& names, const ResolvedCatalog& catalog,
                      diagnostics::Diagnostics& found) {
  for (const model::Law& law : catalog.laws)
    if (law.repealed)
      for (const Text& by : law.repealed->by) names.law(by);
  for (const model::Channel& channel : catalog.channels)
    for (const Text& domain : channel.domains) names.domain(domain);
  for (const model::Element& element : catalog.elements)
    names.taxonomy(element.taxonomy);
  for (const model::Flow& flow : catalog.flows)
    for (const model::FlowNode& node : flow.nodes)
      if (!node.body.empty()) names.bodies({node.body});

  const auto layouts = ids_of(catalog.layouts);
  const auto check_layout = [&](const Text& name) {
    if (!name.empty() && names.is_complete(Registered::layouts) &&
        std::find(layouts.begin(), layouts.end(), name.text) == layouts.end())
      report_unknown(found, a_layout, name, layouts);
  };
  for (const auto& [level, layout] : catalog.manifest.layouts)
    check_layout(layout);
  for (const model::View& view : catalog.views) {
    check_layout(view.layout);
    const std::string_view by = view.group_by.text;
    if (by != "domain" && by != "body" && by != "level")
      names.taxonomy(view.group_by);
  }

  std::vector<std::string_view> codes;
  for (const model::Jurisdiction& place : catalog.jurisdictions)
    codes.push_back(place.code.text);
  const auto check_code = [&](const Text& code) {
    if (!code.empty() &&
        std::find(codes.begin(), codes.end(), code.text) == codes.end())
      report_unknown(found, a_jurisdiction, code, codes);
  };
  check_code(catalog.manifest.jurisdiction);
  for (const model::Jurisdiction& place : catalog.jurisdictions)
    check_code(place.under);
}

}  // namespace

ResolvedCatalog catalog_of(model::Catalog written,
                           diagnostics::Diagnostics& found) {
  ResolvedCatalog catalog;
  catalog.manifest = written.manifest;
  catalog.domains =
      Registry<DomainId, model::Domain>(std::move(written.domains));
  catalog.laws = Registry<LawId, model::Law>(std::move(written.laws));
  catalog.arenas = std::move(written.arenas);
  catalog.registered_bodies = written.bodies.size();
  catalog.roles = Roles(written, written.bodies, catalog.arenas.emplace_back());
  catalog.bodies = Registry<BodyId, model::Body>(std::move(written.bodies));
  catalog.jurisdictions = std::move(written.jurisdictions);
  catalog.channels =
      Registry<ChannelId, model::Channel>(std::move(written.channels));
  catalog.taxonomies =
      Registry<TaxonomyId, model::Taxonomy>(std::move(written.taxonomies));
  catalog.elements =
      Registry<ElementId, model::Element>(std::move(written.elements));
  catalog.flows = Registry<FlowId, model::Flow>(std::move(written.flows));
  catalog.guides = std::move(written.guides);
  catalog.layouts = std::move(written.layouts);
  catalog.views = std::move(written.views);
  catalog.calendar = std::move(written.calendar);
  catalog.readings = std::move(written.readings);
  catalog.adjustments = std::move(written.overlay.adjustments);
  catalog.seen = std::move(written.overlay.seen);
  catalog.replacements = std::move(written.overlay.replacements);
  catalog.departures = std::move(written.departures);
  catalog.origins = std::move(written.origins);
  catalog.layers = std::move(written.layers);
  catalog.incomplete = written.incomplete;

  put_in_order(written.items, catalog.domains,
               !written.is_incomplete(Registered::items), found);
  Names names(catalog, catalog.citations, found);
  check_vocabulary(names, catalog, found);
  std::deque<Item> items;
  std::vector<Related> related, related_of_variants;
  const auto note_related = [](std::vector<Related>& noted, std::size_t place,
                               model::Item& item) {
    if (!item.related.empty())
      noted.emplace_back(place, std::move(item.related));
  };
  const std::size_t count = written.items.size();
  // Each is let go as it is joined, so that the next finds its room.
  for (; !written.items.empty(); written.items.pop_front()) {
    model::Item& item = written.items.front();
    note_related(related, items.size(), item);
    std::vector<model::Item> variants = std::move(item.variants);
    Item& main = items.emplace_back(joined(names, catalog, std::move(item)));
    for (model::Item& variant : variants) {
      main.variants.push_back(
          static_cast<ItemId>(count + catalog.variants.size()));
      note_related(related_of_variants, catalog.variants.size(), variant);
      catalog.variants.push_back(joined(names, catalog, std::move(variant)));
    }
  }
  join_related(catalog, items, items, related, found);
  join_related(catalog, items, catalog.variants, related_of_variants, found);
  catalog.items = Registry<ItemId, Item, std::deque<Item>>(std::move(items));
  catalog.dangling = names.dangling();
  return catalog;
}

}  // namespace catalog::resolve
