#pragma once

#include "compare/order.h"
#include "days/calendar.h"
#include "phrase/timing.h"

namespace catalog::compare {

/// What a timing is to the one it departs from, and the clauses that decide:
/// null where nothing on that side does. They point into the two timings.
struct TimingOrder {
  Order order = Order::equal;
  const phrase::Clause* now = nullptr;
  const phrase::Clause* base = nullptr;
};

/// Whether `now` asks no less than `base`:
///
/// - A deadline against one with the same trigger: by number in one unit;
///   across units what holds for every start day of the known calendar, else
///   incomparable. Other triggers are incomparable. At once is stricter than
///   any limit; 及时, what the office decides and what depends on another act
///   are incomparable with a limit.
/// - A frequency against a frequency: as many times in each period. A notice,
///   a lead and a time that something stays the other way round: longer is
///   stricter.
/// - A clause about part of the content against those about the same part, or
///   about all of it. What is no longer said is weaker, what is added is
///   stricter; a timing that was not understood is incomparable unless the
///   same.
///
/// An extension, a reservation (一般, 原则上) and an end (公示满5年不再公示)
/// weaken what they are added to. That other laws may provide otherwise
/// changes nothing: they do so anyway.
TimingOrder order_of(const phrase::Timing& now, const phrase::Timing& base,
                     const days::Calendar& calendar);

/// One limit against another, whatever it counts from: `now` as a deadline
/// for `base`. Incomparable across units unless it holds for every start day.
Order order_of(phrase::Duration now, phrase::Duration base,
               const days::Calendar& calendar);

/// The same event in other words: 接到申请 and 收到申请.
bool is_same_event(std::string_view a, std::string_view b);

}  // namespace catalog::compare
