#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "model/level.h"
#include "model/origin.h"
#include "model/rare.h"
#include "model/text.h"
#include "model/timing.h"

namespace catalog::model {

/// Whom it is disclosed to (公开对象). Both may hold, for different parts.
struct Audience {
  bool everyone = false;     // 全社会
  std::vector<Text> groups;  // 特定群体, by name
  source::Span span;
};

/// One element of what is disclosed (公开内容).
struct ContentEntry {
  Text text;
  std::vector<Text> parts;
  Rare<Timing> timing;       // where it differs from the item's
  std::optional<Mode> mode;  // likewise
  Rare<Audience> audience;   // likewise
  Levels levels = {};        // at which it is; none: at the item's
  Rare<Text> note;
  bool optional = false;
  source::Span span;
  Rare<Text> instead_of;  // the text of the base's entry that it rewords
};

/// What requires the disclosure (公开依据), as written.
struct BasisEntry {
  enum class Kind {
    law,       // the id of a law, with an article after it
    citation,  // a printed citation: 《…》第十二条
    text,      // neither: kept as it is
  };
  Kind kind = Kind::law;
  Text written;     // the whole entry
  Text law;         // of Kind::law: the id
  Text article;     // of Kind::law: what follows it, may be empty
  Rare<Text> note;  // printed behind it
};

/// One entry of the channels (公开渠道和载体), as written.
struct ChannelEntry {
  enum class Kind {
    one,       // this channel
    any_of,    // at least one of these
    optional,  // these where a place has them
    other,     // a channel without an id: its name
  };
  Kind kind = Kind::one;
  std::vector<Text> ids;  // empty for Kind::other
  Text name;              // of Kind::other
  source::Span span;
};

struct Modes {
  std::vector<Mode> all;  // several where parts differ
  source::Span span;

  bool contains(Mode mode) const {
    for (const Mode each : all)
      if (each == mode) return true;
    return false;
  }
};

struct LevelsWritten {
  Levels all;
  source::Span span;  // empty where nothing was written
};

/// Whom to complain to.
struct Supervision {
  Text phone;
  Text office;
  Text url;
  source::Span span;

  bool is_written() const {
    return phone.is_written() || office.is_written() || url.is_written();
  }
};

struct FacetEntry {
  Text taxonomy;
  std::vector<Text> terms;
};

struct ElementEntry {
  Text element;
  std::vector<Text> values;
};

struct Review {
  Text every;
  WrittenDate last;
  source::Span span;
};

struct Approval {
  Text by;
  WrittenDate on;
};

/// An accepted departure from a rule, with an end.
struct Waiver {
  Text rule;
  Text reason;
  Approval approved;
  WrittenDate until;
  std::vector<Text> only;  // kinds and codes; empty: in all places
  source::Span span;
};

struct Translation {
  std::vector<Text> name;
  std::vector<Text> content;
};

/// The fields of an item, in the order of their reader's table.
enum class ItemField : std::uint8_t {
  id,
  code,
  name,
  domain,
  order,
  after,
  content,
  basis,
  timing,
  body,
  channels,
  audience,
  mode,
  levels,
  only,
  must_post,
  supervision,
  facets,
  elements,
  duty,
  related,
  flow,
  column,
  review,
  replaces,
  assumed,
  en,
  note,
  waive
};
inline constexpr std::size_t item_fields = 29;

/// The key of a field in the source language.
std::string_view word(ItemField field);

/// One thing a government must disclose (公开事项), as written. Bodies,
/// channels, laws and terms are still names.
struct Item {
  Text id;
  Text code;
  Text domain;             // written, from the file's defaults or the id
  std::vector<Text> name;  // one to three levels
  std::vector<ContentEntry> content;
  std::vector<BasisEntry> basis;
  PerLevel<Timing> timing;
  PerLevel<std::vector<Text>> body;
  PerLevel<std::vector<ChannelEntry>> channels;
  Audience audience;
  Modes modes;
  LevelsWritten levels;
  std::vector<Text> only;
  bool must_post = false;
  Rare<Supervision> supervision;
  std::vector<FacetEntry> facets;
  std::vector<ElementEntry> elements;
  Text duty;
  std::vector<Text> related;
  Text flow;
  std::vector<Text> column;
  Rare<Review> review;
  std::vector<Text> replaces;
  std::vector<Text> assumed;
  Rare<Translation> en;
  Text note;
  std::optional<int> order;
  Text after;
  std::vector<Waiver> waivers;
  /// Kinds and codes of places that leave it out, by `exclude` with `only`.
  std::vector<Text> not_in;
  /// How it reads in some places, by `adjust` with `only`: the same item with
  /// other values. Of several that fit a place the last one holds.
  std::vector<Item> variants;
  /// Of a variant: the places of each adjustment in it, as kinds and codes. It
  /// holds where every one of them has a match.
  std::vector<std::vector<Text>> holds_in;
  /// What set each field, by its place in ItemField.
  std::array<OriginId, item_fields> origins{};
  source::Span span;
  /// A part of it could not be read: what it lacks may stand there.
  bool is_incomplete = false;

  OriginId& origin_of(ItemField field) {
    return origins[static_cast<std::size_t>(field)];
  }
  OriginId origin_of(ItemField field) const {
    return origins[static_cast<std::size_t>(field)];
  }
};

}  // namespace catalog::model
