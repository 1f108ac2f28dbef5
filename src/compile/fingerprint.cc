#include "compile/fingerprint.h"

#include <set>

#include "compile/print.h"
#include "view/approvals.h"

namespace catalog::compile {
namespace {

using model::Level;
using resolve::BodyId;
using resolve::ResolvedCatalog;
using source::Span;

/// All that editions of a catalog share, items and roles apart. What only
/// checks know is left out.
void add_registries(const ResolvedCatalog& catalog, Print& print) {
  // Every member is named, so that a new one cannot be forgotten.
  const auto& [base, manifest, jurisdictions, domains, laws, bodies, channels,
               taxonomies, elements, registered_bodies, roles, items, variants,
               flows, guides, layouts, views, calendar, adjustments, seen,
               replacements, departures, origins, layers, arenas, readings,
               citations, incomplete, dangling] = catalog;
  print.add(manifest, domains, laws, channels, taxonomies, elements,
            registered_bodies, flows, guides, layouts, views, calendar,
            departures, layers, incomplete.to_string(), dangling.to_string());
  for (std::size_t i = 0; i < registered_bodies; ++i)
    print.add(bodies.all()[i]);
}

/// What an item says, wherever that is written.
void add_item(const resolve::Item& item, Print& print) {
  const auto& [id, code, domain, name, content, basis, timing, body, channels,
               audience, modes, levels, only, must_post, supervision, facets,
               elements, duty, related, flow, column, review, replaces, assumed,
               en, note, waivers, not_in, variants, holds_in, origins, span,
               is_incomplete] = item;
  print.add(id, code, domain, name, content, basis, timing, body, channels,
            audience, modes, levels, only, must_post, supervision, facets,
            elements, duty, related, flow, column, review, replaces, assumed,
            en, note, waivers, not_in, variants, holds_in, is_incomplete);
}

/// Its place and those above it, by which it is known which values hold there.
void add_place(const resolve::Edition& edition, Print& print) {
  print.add(edition.place, edition.code, edition.level, edition.date,
            edition.is_of_place_below);
  const resolve::Jurisdictions& all = edition->jurisdictions;
  if (!edition.is_of_place_below) print.add(all);
  const model::Jurisdiction* at = edition.jurisdiction;
  for (int tier = 0; at != nullptr && tier < 8; ++tier) {
    print.add(*at);
    at = resolve::above(all, *at);
  }
}

/// Waivers that stand in one place of the source are shown as one, and name
/// the places they are for.
void add_waivers(const resolve::Edition& edition, Print& print) {
  std::map<Span, std::uint64_t> places;
  for (const resolve::ItemId id : edition.items)
    for (const model::Waiver& waiver : edition[id].waivers) {
      print.add(places.try_emplace(waiver.span, places.size()).first->second);
      for (const model::Text& place : waiver.only)
        if (const auto* at =
                resolve::place_of(edition->jurisdictions, place.text))
          print.add(at->name);
    }
}

/// The record of adjustments, with the names of what it is about.
void add_adjustments(const resolve::Edition& edition, Print& print) {
  for (const model::AdjustmentRecord* record : view::records_of(edition)) {
    print.add(*record);
    for (const model::Text& id : record->items)
      if (const auto item = edition->items.find(id.text)) print.add(*item);
  }
}

}  // namespace

Fingerprints::Fingerprints(const Compilation& run) : run_(run) {
  read_lines();
  const ResolvedCatalog& catalog = run.catalog;
  Print common(catalog);
  add_registries(catalog, common);
  for (const ResolvedCatalog* base = catalog.base; base != nullptr;
       base = base->base) {
    // Its values are shown for comparison, as its own edition has them.
    Print of_base(*base), places(*base);
    add_registries(*base, of_base);
    // What is left out is told with what it said.
    for (const resolve::Item& item : base->items)
      if (!catalog.items.find(item.id.text)) add_item(item, of_base);
    const auto edition = resolve::edition_of(*base, run.edition.date);
    add_place(edition, of_base);
    add_roles(edition, of_base, places);
    common.add(of_base.hash());
  }
  common_ = common.hash();
  Print neighbours(catalog);
  neighbours.add(catalog.jurisdictions);
  neighbours_ = neighbours.hash();
  for (const resolve::Item& item : catalog.items)
    items_.push_back(item_of(item));
  for (const resolve::Item& item : catalog.variants)
    items_.push_back(item_of(item));
}

void Fingerprints::read_lines() {
  for (const Compilation* layer = &run_; layer != nullptr; layer = layer->base)
    for (std::size_t i = 0; i < layer->tree.size(); ++i) {
      const source::FileId file = layer->tree.id(i);
      lines_.try_emplace(file, layer->tree[file].bytes);
    }
}

/// The catalog and the file of a place: what readers are told.
std::string Fingerprints::file_of(const Span& span) const {
  return std::to_string(source::layer_of(span.file)) + ":" +
         run_.tree[span.file].path;
}

/// With line and column.
std::string Fingerprints::place_of(const Span& span) const {
  const source::Position place = lines_.at(span.file).position(span.begin);
  return file_of(span) + ":" + std::to_string(place.line) + ":" +
         std::to_string(place.column);
}

Fingerprints::Item Fingerprints::item_of(const resolve::Item& item) const {
  const ResolvedCatalog& catalog = run_.catalog;
  Print content(catalog);
  add_item(item, content);
  if (catalog.base == nullptr) return {content.hash(), {}};
  Print places(catalog);
  for (std::size_t i = 0; i < model::item_fields; ++i)
    for (auto id = item.origins[i]; id != model::OriginId::none;
         id = catalog.origins[id].below) {
      const Span& span = catalog.origins[id].span;
      places.add(i, place_of(span));
      // A remark says at which line of this catalog a value was set.
      content.add(i, catalog.is_own(span) ? place_of(span) : file_of(span));
    }
  for (const ResolvedCatalog* base = catalog.base; base != nullptr;
       base = base->base)
    if (const auto there = base->items.find(item.id.text)) {
      const resolve::Item& before = base->items[*there];
      Print of_base(*base);
      add_item(before, of_base);
      content.add(of_base.hash(), file_of(before.span));
    }
  return {content.hash(), places.hash()};
}

/// Who plays which role there, in the order in which bodies are listed.
void Fingerprints::add_roles(const resolve::Edition& edition, Print& content,
                             Print& places) const {
  std::set<BodyId> players;
  const auto add = [&](const resolve::Play* play) {
    content.add(play != nullptr);
    if (play == nullptr) return;
    content.add(play->players.size(), file_of(play->by));
    places.add(place_of(play->by));
    for (const BodyId player : play->players) {
      content.add(player);
      players.insert(player);
    }
  };
  const auto& bodies = edition->bodies;
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    const BodyId role = bodies.id(i);
    if (!edition->roles.has(role)) continue;
    content.add(bodies[role].id);
    for (const Level level : model::all_levels)
      if (edition.jurisdiction != nullptr && level == edition.level)
        add(edition->roles.in(role, edition->jurisdictions,
                              *edition.jurisdiction));
      else if (!edition.is_of_place_below)
        add(edition->roles.at(role, level));
  }
  for (const BodyId player : players) content.add(player);
}

Fingerprints::Edition Fingerprints::of(const resolve::Edition& edition) const {
  Print content(run_.catalog), places(run_.catalog);
  content.add(common_);
  add_place(edition, content);
  for (const resolve::ItemId id : edition.items) {
    const Item& item = items_[static_cast<std::size_t>(id)];
    content.add(item.content);
    places.add(item.places);
  }
  add_waivers(edition, content);
  add_adjustments(edition, content);
  add_roles(edition, content, places);
  return {content.hash(), places.hash()};
}

}  // namespace catalog::compile
