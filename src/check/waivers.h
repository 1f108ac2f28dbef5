#pragma once

#include <set>
#include <string_view>

#include "resolve/edition.h"

namespace catalog::check {

/// Whether a waiver is about an item as it reads in an edition: everywhere, or
/// in places of its `only`. In a catalog's own edition also about a reading
/// that holds in such places alone.
bool is_for(const resolve::Edition& edition, const resolve::Item& item,
            const model::Waiver& waiver);

/// The items' waivers on the day of an edition, and which of them silenced
/// something.
class Waivers {
 public:
  explicit Waivers(const resolve::Edition& edition)
      : edition_(&edition), today_(edition.date) {}

  /// From now on it is about this edition of the same catalog and day.
  void turn_to(const resolve::Edition& edition) { edition_ = &edition; }

  /// Whether the item waives the rule today; if so, the waiver is in use.
  bool silence(const resolve::Item& item, std::string_view rule);

  bool has_ended(const model::Waiver& waiver) const {
    return waiver.until.date && *waiver.until.date < today_;
  }
  bool is_used(const model::Waiver& waiver) const {
    return used_.contains(waiver.span);
  }
  /// Takes on what another knows of the same items.
  void add(const Waivers& other) {
    used_.insert(other.used_.begin(), other.used_.end());
    judged_.insert(other.judged_.begin(), other.judged_.end());
  }

  /// Whether the rule was looked for, so that its waivers can be judged.
  void add_judged(std::string_view rule) { judged_.insert(rule); }
  bool is_judged(std::string_view rule) const { return judged_.contains(rule); }

 private:
  const resolve::Edition* edition_;
  days::Date today_;
  std::set<source::Span> used_;  // of the waivers
  std::set<std::string_view> judged_;
};

/// Whether the rule compares an overlay with its base: it yields to a waiver
/// alone, and the comparison judges that.
inline bool is_comparison(std::string_view rule) {
  return rule.starts_with("weaker-");
}

/// Whether the rule can find something only where there is a base.
inline bool needs_base(std::string_view rule) {
  return is_comparison(rule) || rule == "changed-base" ||
         rule == "unconfirmed-base";
}

}  // namespace catalog::check
