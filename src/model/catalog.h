#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "diagnostics/message.h"
#include "model/flow.h"
#include "model/item.h"
#include "model/layout.h"
#include "model/origin.h"
#include "model/overlay.h"
#include "model/vocabulary.h"

namespace catalog::model {

/// The severity a catalog gives to a rule; none is `off`.
struct Check {
  Text rule;
  std::optional<diagnostics::Severity> severity;
};

/// `catalog:` of catalog.yaml.
struct Manifest {
  Text id;
  Text title;
  Text version;
  WrittenDate date;
  Text jurisdiction;
  Text extends;
  Text issuer;
  Text url;                      // where the site will stand
  std::vector<Text> site_langs;  // of its interface, the first preferred
  Text english_title;
  /// Layout by level; without a level for all others.
  std::vector<std::pair<std::optional<Level>, Text>> layouts;
  Supervision supervision;
  std::vector<Text> outputs;
  std::vector<Check> checks;
  std::vector<Text> schemas;
  source::Span span;
};

/// The kinds of things that are found by id.
enum class Registered : std::uint8_t {
  domains,
  laws,
  bodies,
  channels,
  taxonomies,
  elements,
  layouts,
  views,
  flows,
  items
};
inline constexpr std::size_t registered_kinds = 10;

/// A catalog of the chain that values come from.
struct Layer {
  std::uint32_t number = 0;  // see source::layer_of
  Text id;
  Text title;
};

/// Why a catalog departs from the one that it extends: an entry of `adjust`,
/// `exclude` or `adopt`, and what is gone by it.
struct Departure {
  source::Span span;
  Text reason;
  std::vector<Text> gone;  // ids of the base's items that it leaves out
};

/// One catalog as written: typed, its names not yet joined. Texts are views
/// into its SourceTree and `arenas`.
struct Catalog {
  Manifest manifest;
  std::vector<Jurisdiction> jurisdictions;
  std::vector<Domain> domains;
  std::vector<Law> laws;
  std::vector<Body> bodies;
  std::vector<Channel> channels;
  std::vector<Taxonomy> taxonomies;
  std::vector<Element> elements;
  std::vector<Layout> layouts;
  std::vector<View> views;
  std::vector<Flow> flows;
  std::vector<Guide> guides;
  std::vector<CalendarYear> calendar;
  std::deque<Item> items;  // let go one by one as they are joined
  Overlay overlay;
  std::vector<Departure> departures;  // of all layers, after the overlay
  Origins origins;                    // of the values in it
  std::vector<Layer> layers;          // from the bottom of the chain to itself
  std::deque<std::deque<std::string>> arenas;  // texts of the documents
  Readings readings;                           // of its timings
  /// Of which kinds some entries were lost to mistakes: nothing may be said
  /// of what is absent there.
  std::bitset<registered_kinds> incomplete;

  bool is_incomplete(Registered kind) const {
    return incomplete[static_cast<std::size_t>(kind)];
  }
};

}  // namespace catalog::model
