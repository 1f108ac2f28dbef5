#pragma once

#include <set>
#include <string_view>

#include "days/date.h"
#include "resolve/catalog.h"

namespace catalog::check {

/// The items' waivers on the day of an edition, and which of them silenced
/// something.
class Waivers {
 public:
  explicit Waivers(days::Date today) : today_(today) {}

  /// Whether the item waives the rule today; if so, the waiver is in use.
  bool silence(const resolve::Item& item, std::string_view rule);

  bool has_ended(const model::Waiver& waiver) const {
    return waiver.until.date && *waiver.until.date < today_;
  }
  bool is_used(const model::Waiver& waiver) const {
    return used_.contains(waiver.span);
  }
  /// Whether the rule was looked for, so that its waivers can be judged.
  void add_judged(std::string_view rule) { judged_.insert(rule); }
  bool is_judged(std::string_view rule) const { return judged_.contains(rule); }

 private:
  days::Date today_;
  std::set<source::Span> used_;  // of the waivers
  std::set<std::string_view> judged_;
};

/// Whether the rule compares an overlay with its base: it yields to a waiver
/// alone, and the comparison judges that.
inline bool is_comparison(std::string_view rule) {
  return rule.starts_with("weaker-");
}

}  // namespace catalog::check
