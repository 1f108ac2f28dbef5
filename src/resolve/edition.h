#pragma once

#include <optional>
#include <string>
#include <vector>

#include "days/date.h"
#include "diagnostics/diagnostics.h"
#include "resolve/catalog.h"

namespace catalog::resolve {

/// The catalog as one jurisdiction reads it on one day. It selects from the
/// catalog, which must outlive it.
struct Edition {
  const ResolvedCatalog* catalog = nullptr;
  std::string_view place;  // name of the jurisdiction; empty: a national base
  std::string_view code;   // its division code; may be empty
  const model::Jurisdiction* jurisdiction = nullptr;  // where it is listed
  model::Level level = model::Level::national;
  bool is_of_place_below = false;  // not the catalog's own
  days::Date date;                 // on which everything is judged
  std::vector<ItemId> items;       // in the order readers see

  const ResolvedCatalog& operator*() const { return *catalog; }
  const ResolvedCatalog* operator->() const { return catalog; }
  template <class Id>
  const auto& operator[](Id id) const {
    return (*catalog)[id];
  }

  /// The item as it reads here; nothing where this edition lacks it.
  std::optional<ItemId> reading_of(ItemId item) const;

  /// What is disclosed of an item here: in the edition of a place below without
  /// the elements of other levels.
  std::vector<const model::ContentEntry*> content_of(const Item& item) const;

  /// Who publishes an item here, its roles played by those bound to them. In
  /// the edition of a place below: at its own level only.
  model::PerLevel<std::vector<BodyId>> body_of(const Item& item) const;
  /// The same at one level.
  std::vector<BodyId> bodies_at(const Item& item, model::Level at) const;
  /// The bindings that made them so.
  std::vector<source::Span> bound_by(const Item& item) const;
  /// Whether a role is played by others in each place below, so that this
  /// edition cannot name them.
  bool is_bound_below(BodyId role) const;
  /// Whether a body is to be listed: one that was registered as such, or that
  /// publishes something here.
  std::vector<bool> listed_bodies() const;

  /// Whether it is about a level: that of a place below is about its own only.
  bool speaks_of(model::Level other) const {
    return !is_of_place_below || other == level;
  }

  /// What a value by level says here, one after the other, each with the level
  /// that it is for: in the edition of a place below only what holds at its
  /// level, for all there is. Nothing is copied.
  template <class T, class Take>
  void each_here(const model::PerLevel<T>& value, Take take) const {
    if (is_of_place_below) {
      if (const T* const part = value.at(level))
        take(*part, std::optional<model::Level>());
      return;
    }
    for (const auto& part : value.parts) take(part.value, part.level);
  }
  /// Whether that differs by level.
  template <class T>
  bool differs_here(const model::PerLevel<T>& value) const {
    return !is_of_place_below && value.differs();
  }

  /// An item's supervision: its own, its body's, its place's, or the
  /// catalog's; the first that says something, field by field.
  model::Supervision supervision_of(const Item& item) const;

  /// Where a law stands on the edition's date.
  enum class Standing { in_force, not_yet, repealed, expired, unknown };
  Standing standing_of(const model::Law& law) const;
  /// The law's number on the edition's date: that of a former text before the
  /// present one was there. Empty where none is known.
  std::string_view number_of(const model::Law& law) const;
  /// What stands in for a law that is no more: what replaced it, and where
  /// that was replaced in turn, what holds at last. Only what is registered.
  std::vector<LawId> successors_of(const model::Law& law) const;
};

/// The catalog's own edition: all its items, judged on the catalog's date or
/// on another.
Edition edition_of(const ResolvedCatalog& catalog,
                   std::optional<days::Date> as_of = {});

/// The edition of a place below on a day: the items whose levels include its
/// level and whose `only` admits it, as they read there.
Edition edition_of(const ResolvedCatalog& catalog,
                   const model::Jurisdiction& place, days::Date day);

}  // namespace catalog::resolve
