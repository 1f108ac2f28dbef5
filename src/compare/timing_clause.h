#pragma once

#include "compare/order.h"
#include "days/calendar.h"
#include "phrase/timing.h"

namespace catalog::compare {

/// What a clause is about in time; only clauses of one kind compare.
enum class Aspect : std::uint8_t {
  limit,      // by when
  lead,       // how long before
  frequency,  // how often
  notice,     // shown at least so long
  standing,   // how long it stays to be seen
  remark      // a rider alone
};
Aspect aspect_of(const phrase::Clause& clause);

/// One clause against another of the same aspect.
Order order_of(const phrase::Clause& now, const phrase::Clause& base,
               const days::Calendar& calendar);

}  // namespace catalog::compare
