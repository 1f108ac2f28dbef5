#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "compare/effect.h"
#include "resolve/edition.h"

namespace catalog::compare {

/// What changed: an item, an entry of a registry, or the catalog itself.
enum class Kind : std::uint8_t {
  catalog,
  item,
  domain,
  law,
  body,
  channel,
  taxonomy,
  element,
  jurisdiction,
  flow,
  layout,
  view,
  document
};
inline constexpr std::size_t kinds = 13;

/// The section of the source that holds such things, and its name.
std::string_view word(Kind kind);
diagnostics::Words name_of(Kind kind);

enum class Fate : std::uint8_t { added, removed, changed };

std::string_view word(Fate fate);
diagnostics::Words name_of(Fate fate);

/// A field with another value. Values are as printed, an entry a line.
struct FieldChange {
  std::string_view field;  // the key of the source language
  diagnostics::Words name;
  std::string places;  // kinds and codes it holds in; empty: everywhere
  Effects effects;
  std::vector<std::string> before;
  std::vector<std::string> now;
  std::string reason;  // of the new side's `adjust`; empty where none is given
};

/// One thing that changed. Of what was added or removed the fields show what
/// it says, on one side.
struct Change {
  Kind kind = Kind::item;
  Fate fate = Fate::changed;
  std::string id;      // on the new side; of what was removed: on the old
  std::string former;  // its earlier id, where it was renamed
  std::string name;
  std::string domain;  // of an item: its domain's name
  /// Of a removed item: the one that replaces it, of an added one: the one
  /// that it replaces, where another item took that id over.
  std::string successor;
  Effects effects;  // of all its fields
  std::vector<FieldChange> fields;
  std::string reason;  // of the new side's `exclude`
  /// The records of 动态调整, new since the old side, that name it.
  std::vector<std::string> records;
};

/// One side of a comparison, as its manifest tells.
struct Side {
  std::string id;
  std::string title;
  std::string version;
  std::string date;  // 2026-01-15
  std::size_t items = 0;
};

/// A record of 动态调整 that names items which did not change.
struct IdleRecord {
  std::string date;
  std::string ground;
  std::vector<std::string> items;
};

/// What is between two editions. A value of its own: it refers to neither.
struct Changes {
  Side before;
  Side now;
  std::vector<Change> all;  // the catalog, items in the new order, registries
  std::vector<Kind> not_compared;  // one side does not know them
  bool has_records = false;        // the new side keeps `adjustments`
  std::vector<IdleRecord> idle_records;
  /// Parts that could not be read on some side, and so not be compared.
  bool is_incomplete = false;

  bool empty() const { return all.empty(); }
  /// How many changes have an effect.
  std::size_t count(Effect effect) const;
  bool has(Effect effect) const { return count(effect) > 0; }
  /// Whether a change should be named by a record and is not.
  bool is_unrecorded(const Change& change) const;
};

/// Which kinds and fields a side can tell of: a built catalog.json has less
/// than the sources it was built from.
enum class Knows : std::uint8_t { all, published };

/// What changed from one edition to another:
///
/// - items as they stand in the catalog, with what they say elsewhere; in the
///   edition of a place below as they read there
/// - items are matched by id, then by `replaces` on either side; one that
///   took over an id is renamed, not removed and added
/// - fields of items by the orders of compare/item.h: where one side asks no
///   less, the duty is tightened or loosened, where neither does, both; what
///   cannot be compared is a duty that changed
/// - `changes_between(a, b)` mirrors `changes_between(b, a)`
/// - linear in the items
Changes changes_between(const resolve::Edition& before,
                        const resolve::Edition& now,
                        Knows before_knows = Knows::all,
                        Knows now_knows = Knows::all);

/// Which items are compared.
struct ItemScope {
  std::function<bool(const resolve::Item&)> wants;  // of the new side; or all
  bool tells_gone = true;
};

/// What changed in some items, and in nothing else.
Changes changes_of_items(const resolve::Edition& before,
                         const resolve::Edition& now, const ItemScope& scope);

/// Whether two readings of an item differ in any field.
bool differ(const resolve::Edition& edition, const resolve::Item& item,
            const resolve::Edition& other, const resolve::Item& other_item);

}  // namespace catalog::compare
