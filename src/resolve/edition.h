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
  model::Level level = model::Level::national;
  days::Date date;            // on which everything is judged
  std::vector<ItemId> items;  // in the order readers see

  const ResolvedCatalog& operator*() const { return *catalog; }
  const ResolvedCatalog* operator->() const { return catalog; }
  template <class Id>
  const auto& operator[](Id id) const {
    return (*catalog)[id];
  }

  /// An item's supervision: its own, its body's, or the catalog's; the first
  /// that says something, field by field.
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

}  // namespace catalog::resolve
