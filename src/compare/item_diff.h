#pragma once

#include <string>
#include <utility>
#include <vector>

#include "compare/changes.h"
#include "compare/item_fields.h"
#include "compare/reasons.h"
#include "days/calendar.h"
#include "resolve/edition.h"

namespace catalog::compare {

/// Compares the items of two editions, and lives no longer than they do.
class ItemDiff {
 public:
  ItemDiff(const resolve::Edition& before, const resolve::Edition& now,
           Knows knows);

  /// The fields in which an item differs.
  Change between(const resolve::Item& before, const resolve::Item& now);

  /// An item that only one side has.
  Change added(const resolve::Item& item) const;
  Change removed(const resolve::Item& item) const;

 private:
  /// The keys of both sides, by row: what a variant need not repeat.
  using Keys = std::vector<std::pair<std::string, std::string>>;

  Change alone(const resolve::Item& item, const resolve::Edition& edition,
               Fate fate, Effect effect) const;
  void compare(const resolve::Item& before, const resolve::Item& now,
               const std::string& places, const Keys* known, Change& change);
  FieldChange field_of(const ItemFieldRow& row, const resolve::Item& before,
                       const resolve::Item& now,
                       const std::string& places) const;
  Keys keys_of(const resolve::Item& before, const resolve::Item& now);
  void compare_variants(const resolve::Item& before, const resolve::Item& now,
                        Change& change);

  const resolve::Edition& before_;
  const resolve::Edition& now_;
  Knows knows_;
  Reasons reasons_;
  days::Calendar calendar_;
  Values here_{false};
  Values there_{false};
};

}  // namespace catalog::compare
