#pragma once

#include <array>
#include <bitset>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/catalog.h"
#include "phrase/citation.h"
#include "resolve/registry.h"
#include "resolve/roles.h"

namespace catalog::resolve {

/// What the number of a printed citation says about the law of its title.
enum class NumberMatch {
  none,     // nothing: there is no number, or the law has none
  current,  // it is the law's
  former,   // that of a former text
  other,    // that of another law
  differs,  // none that is registered
};

/// What entries of the basis say, each wording read once. Moves with its
/// catalog, without moving what it holds.
struct CitationReadings {
  std::deque<phrase::Citation> citations;
  std::deque<std::string> texts;
};

/// One text that an item rests on, its law found where there is one. An entry
/// that cites several gives as many.
struct Citation {
  enum class Kind {
    id,       // the id of a law, with provisions after it
    printed,  // 《…》第十二条
    text,     // declared to be neither: kept as it is
    unread,   // words of a printed entry that name no text; likewise
  };
  Kind kind = Kind::id;
  phrase::BasisSlip::Kind slip{};  // of Kind::unread
  bool has_slips = false;          // within a printed citation
  NumberMatch number = NumberMatch::none;
  std::optional<LawId> law;
  std::optional<LawId> number_law;  // of NumberMatch::other, or without `law`
  std::string_view article;  // provisions in their printed form, may be empty
  std::string_view remark;   // 等, 及其实施细则: printed right behind
  model::Text written;       // the whole entry
  phrase::Range range;       // the part of it that this is about
  model::Text note;          // printed behind it in brackets
  const phrase::Citation* reading = nullptr;  // in CitationReadings

  /// What it says; of an id: its provisions only.
  const phrase::Citation& said() const {
    static const phrase::Citation nothing;
    return reading ? *reading : nothing;
  }

  /// This part of the entry, as written.
  std::string_view text() const {
    return written.text.substr(range.begin, range.end - range.begin);
  }
};

/// A choice of channels; see model::ChannelEntry.
struct ChannelChoice {
  model::ChannelEntry::Kind kind = model::ChannelEntry::Kind::one;
  std::vector<ChannelId> channels;  // empty for Kind::other
  model::Text name;                 // of Kind::other
  source::Span span;
};

struct ElementValue {
  ElementId element{};
  /// As printed: of the types `term` and `body`, the names that the ids lead
  /// to.
  std::vector<model::Text> values;
};

/// One item with its names joined: what it says now, whatever set it.
struct Item {
  model::Text id;
  model::Text code;
  DomainId domain{};
  std::vector<model::Text> name;
  std::vector<model::ContentEntry> content;
  std::vector<Citation> basis;
  model::PerLevel<model::Timing> timing;
  model::PerLevel<std::vector<BodyId>> body;
  model::PerLevel<std::vector<ChannelChoice>> channels;
  model::Audience audience;
  model::Modes modes;
  model::LevelsWritten levels;
  std::vector<model::Text> only;
  bool must_post = false;
  model::Rare<model::Supervision>
      supervision;  // its own; see Edition::supervision_of
  std::vector<TermId> facets;
  std::vector<ElementValue> elements;
  model::Text duty;
  std::vector<ItemId> related;
  std::optional<FlowId> flow;
  std::vector<model::Text> column;
  model::Rare<model::Review> review;
  std::vector<model::Text> replaces;
  std::vector<model::Text> assumed;
  model::Translation en;
  model::Text note;
  std::vector<model::Waiver> waivers;
  std::vector<model::Text> not_in;  // see model::Item
  /// How it reads in some places; of those that fit a place the last holds.
  std::vector<ItemId> variants;
  std::vector<std::vector<model::Text>> holds_in;  // of a variant
  /// What set each field, by its place in model::ItemField.
  std::array<model::OriginId, model::item_fields> origins{};
  source::Span span;
  /// Some value of it is unknown after a mistake.
  bool is_incomplete = false;

  model::OriginId origin_of(model::ItemField field) const {
    return origins[static_cast<std::size_t>(field)];
  }
};

/// The chain of catalogs joined into one: every name leads somewhere.
/// Built in one function, then const.
struct ResolvedCatalog {
  const ResolvedCatalog* base = nullptr;  // the one that it extends
  model::Manifest manifest;
  std::vector<model::Jurisdiction> jurisdictions;
  Registry<DomainId, model::Domain> domains;
  Registry<LawId, model::Law> laws;
  Registry<BodyId, model::Body> bodies;
  Registry<ChannelId, model::Channel> channels;
  Registry<TaxonomyId, model::Taxonomy> taxonomies;
  Registry<ElementId, model::Element> elements;
  /// Those written as such come first, then those that bindings write out.
  std::size_t registered_bodies = 0;
  Roles roles;
  Registry<ItemId, Item, std::deque<Item>> items;  // in catalog order
  std::deque<Item> variants;  // their ids follow those of the items
  Registry<FlowId, model::Flow> flows;
  std::vector<model::Guide> guides;
  std::vector<model::Layout> layouts;
  std::vector<model::View> views;
  std::vector<model::CalendarYear> calendar;
  std::vector<model::AdjustmentRecord> adjustments;
  std::vector<model::SeenRecord> seen;
  std::vector<model::Replacement> replacements;  // its own, of its base
  std::vector<model::Departure> departures;      // of all layers of the chain
  model::Origins origins;                        // of the items' values
  std::vector<model::Layer> layers;  // from the bottom of the chain to itself
  std::deque<std::deque<std::string>> arenas;       // texts of the documents
  model::Readings readings;                         // of its timings
  CitationReadings citations;                       // of its items
  std::bitset<model::registered_kinds> incomplete;  // see model::Catalog
  /// Kinds to which some name leads nowhere: what it meant may be any of them.
  std::bitset<model::registered_kinds> dangling;

  const model::Domain& operator[](DomainId id) const { return domains[id]; }
  const model::Law& operator[](LawId id) const { return laws[id]; }
  const model::Body& operator[](BodyId id) const { return bodies[id]; }
  const model::Channel& operator[](ChannelId id) const { return channels[id]; }
  const model::Taxonomy& operator[](TaxonomyId id) const {
    return taxonomies[id];
  }
  const model::Term& operator[](TermId id) const {
    return taxonomies[id.taxonomy].terms[id.term];
  }
  const model::Flow& operator[](FlowId id) const { return flows[id]; }
  const model::Element& operator[](ElementId id) const { return elements[id]; }
  const Item& operator[](ItemId id) const {
    const auto place = static_cast<std::size_t>(id);
    return place < items.size() ? items[id] : variants[place - items.size()];
  }
  /// The catalog that a place in the sources belongs to.
  const model::Layer& layer_of(const source::Span& span) const {
    for (const model::Layer& layer : layers)
      if (layer.number == source::layer_of(span.file)) return layer;
    return layers.back();
  }
  /// Whether it is the catalog's own, not of one that it extends.
  bool is_own(const source::Span& span) const {
    return &layer_of(span) == &layers.back();
  }
};

}  // namespace catalog::resolve
