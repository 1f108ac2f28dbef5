#pragma once

#include <optional>
#include <string_view>

#include "compare/order.h"
#include "days/calendar.h"
#include "resolve/catalog.h"

namespace catalog::compare {

/// An item as one catalog has it.
struct Reading {
  const resolve::ResolvedCatalog& catalog;
  const resolve::Item& item;
};

/// What a field is to the same field of the base, and what decides.
struct FieldOrder {
  Order order = Order::equal;
  std::string_view lost = {};  // what the base has and is missing here
  std::string_view now = {};   // what stands here for what stands there
  std::string_view base = {};

  /// Takes a part of the field into account; the first that makes it worse
  /// says why.
  void add(const FieldOrder& part) {
    const Order before = order;
    order = both(order, part.order);
    if (order == before && order != Order::equal &&
        !(lost.empty() && now.empty()))
      return;
    if (order == part.order) {
      lost = part.lost;
      now = part.now;
      base = part.base;
    }
  }
};

/// The fields that are compared. Sets are compared by what the base has: what
/// is missing is weaker, what is added stricter.
///
/// - timing: at every level of the base's item, and each entry of content that
///   has one of its own; see compare/timing.h
/// - channels: a channel is stricter than a choice that has it, one more
///   alternative makes a choice weaker
/// - content: an entry that is reworded is incomparable, one that became
///   optional weaker
/// - levels, audience, basis: as sets. All of society is more than any group;
///   another article of the same law is incomparable
/// - supervision: a phone, office or address that is there must not go
/// - mode: proactive above on request above withheld, by the least open part
/// - body: a role played by an office is equal, another role or office is
///   incomparable
/// - must-post: what must be posted stays so
FieldOrder order_of_timing(const Reading& now, const Reading& base,
                           const days::Calendar& calendar);
FieldOrder order_of_channels(const Reading& now, const Reading& base);
FieldOrder order_of_content(const Reading& now, const Reading& base);
FieldOrder order_of_levels(const Reading& now, const Reading& base);
FieldOrder order_of_audience(const Reading& now, const Reading& base);
FieldOrder order_of_basis(const Reading& now, const Reading& base);
FieldOrder order_of_supervision(const Reading& now, const Reading& base);
FieldOrder order_of_mode(const Reading& now, const Reading& base);
FieldOrder order_of_body(const Reading& now, const Reading& base);
FieldOrder order_of_posting(const Reading& now, const Reading& base);

}  // namespace catalog::compare
