#include "compare/timing_clause.h"

#include <algorithm>
#include <string>
#include <utility>

#include "compare/timing.h"
#include "days/counting.h"
#include "phrase/numerals.h"

namespace catalog::compare {
namespace {

using phrase::Clause;
using phrase::Duration;
using phrase::Unit;
using std::string_view;

Order by_number(long now, long base) {
  if (now == base) return Order::equal;
  return now < base ? Order::stricter : Order::weaker;
}

/// 及时, 定期, 随采购公告: nobody can say by when.
bool is_open(const Clause& clause) {
  return clause.promptly || !clause.with.empty() ||
         (!clause.within && !clause.at_once && clause.by.empty());
}

bool is_softened(const Clause& clause) {
  return clause.discretion == "一般" || clause.discretion == "原则上";
}

Order order_of_softness(const Clause& now, const Clause& base) {
  if (is_softened(now) == is_softened(base)) return Order::equal;
  return is_softened(now) ? Order::weaker : Order::stricter;
}

Order order_of_extensions(const Clause& now, const Clause& base,
                          const days::Calendar& calendar) {
  if (!now.extension && !base.extension) return Order::equal;
  if (!now.extension) return Order::stricter;
  if (!base.extension) return Order::weaker;
  Order when = Order::incomparable;
  if (now.extension->when == base.extension->when)
    when = Order::equal;
  else if (base.extension->when.empty())
    when = Order::stricter;
  else if (now.extension->when.empty())
    when = Order::weaker;
  return both(when, order_of(now.extension->by, base.extension->by, calendar));
}

/// A fixed day as numbers that order within one kind of day: the month of the
/// year, the quarter or none, then the day of the month.
struct FixedDay {
  enum class Of { year, next_year, quarter, month } of = Of::year;
  int month = 0;
  int day = 31;
};

std::optional<FixedDay> day_of(string_view by) {
  FixedDay found;
  const auto take = [&](string_view word) {
    if (!by.starts_with(word)) return false;
    by.remove_prefix(word.size());
    return true;
  };
  const auto number = [&]() -> std::optional<int> {
    std::size_t size = 0;
    while (size < by.size() && by[size] >= '0' && by[size] <= '9') ++size;
    const auto value = phrase::number(by.substr(0, size));
    by.remove_prefix(size);
    return value;
  };
  if (take("次年")) found.of = FixedDay::Of::next_year;
  if (take("年底") || take("年末") || take("年终")) {
    found.month = 12;
  } else if (take("首个月") || take("第一个月") || take("首月") ||
             take("第1个月")) {
    found = {FixedDay::Of::quarter, 1, 31};
  } else if (take("最后一个月") || take("末月")) {
    found = {FixedDay::Of::quarter, 3, 31};
  } else if (const auto first = number()) {
    if (take("月")) {
      found.month = *first;
    } else if (take("日") && found.of == FixedDay::Of::year) {
      found = {FixedDay::Of::month, 0, *first};
      return by.empty() ? std::optional(found) : std::nullopt;
    } else {
      return std::nullopt;
    }
  } else {
    return std::nullopt;
  }
  if (by.empty() || by == "底") return found;
  const auto day = number();
  if (!day || by != "日") return std::nullopt;
  found.day = *day;
  return found;
}

Order order_of_days(const Clause& now, const Clause& base) {
  if (now.by == base.by) return Order::equal;
  if (now.by.empty()) return Order::weaker;
  if (base.by.empty()) return Order::stricter;
  const auto a = day_of(now.by), b = day_of(base.by);
  if (!a || !b || a->of != b->of) return Order::incomparable;
  return by_number(a->month * 100 + a->day, b->month * 100 + b->day);
}

/// The day of an event is before any later one; both count from the event.
Order order_of_deadlines(const Clause& now, const Clause& base,
                         const days::Calendar& calendar) {
  if (!is_same_event(now.after, base.after)) return Order::incomparable;
  const bool today = now.by == "当日", today_before = base.by == "当日";
  if (today || today_before) {
    if (today == today_before) return Order::equal;
    const auto& other = today ? base : now;
    if (!other.within || other.within->unit == Unit::hour)
      return Order::incomparable;
    return today ? Order::stricter : Order::weaker;
  }
  if (!now.within || !base.within) return Order::incomparable;
  return order_of(*now.within, *base.within, calendar);
}

Order order_of_limits(const Clause& now, const Clause& base,
                      const days::Calendar& calendar) {
  if (now.act != base.act) return Order::incomparable;
  if (is_open(now) || is_open(base)) return Order::incomparable;
  if (now.at_once || base.at_once) {
    const bool is_joint = is_same_event(now.after, base.after);
    if (now.at_once && base.at_once)
      return is_joint || now.after.empty() ? Order::equal : Order::incomparable;
    const auto& instant = now.at_once ? now : base;
    if (!is_joint && !instant.after.empty()) return Order::incomparable;
    return now.at_once ? Order::stricter : Order::weaker;
  }
  const bool is_deadline = now.within || now.by == "当日";
  const bool was_deadline = base.within || base.by == "当日";
  if (is_deadline && was_deadline)
    return both(both(order_of_deadlines(now, base, calendar),
                     order_of_extensions(now, base, calendar)),
                order_of_softness(now, base));
  if (is_deadline || was_deadline || !is_same_event(now.after, base.after))
    return Order::incomparable;
  return order_of_days(now, base);
}

/// Months of the calendar, or days: the two do not divide each other.
struct Span {
  long length = 0;
  bool of_months = false;
};

std::optional<Span> span_of(Duration period) {
  switch (period.unit) {
    case Unit::hour:
    case Unit::working_day:
    case Unit::ten_days:
    case Unit::half_month:
    case Unit::semester:
    case Unit::school_year: return std::nullopt;
    case Unit::day: return Span{period.count, false};
    case Unit::week: return Span{7L * period.count, false};
    case Unit::month: return Span{period.count, true};
    case Unit::quarter: return Span{3L * period.count, true};
    case Unit::half_year: return Span{6L * period.count, true};
    case Unit::year: return Span{12L * period.count, true};
  }
  return std::nullopt;
}

/// Whether as many times as `base` asks fall into each of its periods when
/// `now` is kept; nothing where that cannot be said.
std::optional<bool> keeps(const Clause& now, const Clause& base) {
  const long times = std::max(now.times, 1), wanted = std::max(base.times, 1);
  if (*now.every == *base.every) return times >= wanted;
  const auto a = span_of(*now.every), b = span_of(*base.every);
  if (!a || !b) return std::nullopt;
  if (a->of_months == b->of_months) {
    if (a->length > b->length) return false;
    return b->length / a->length * times >= wanted;
  }
  // A month has at least 28 days, in which at least one period fewer than
  // that lies whole; and at most 31.
  if (b->of_months) {
    const long whole = 28 * b->length / a->length - (a->length > 1 ? 1 : 0);
    if (whole * times >= wanted) return true;
    return a->length >= 31 * b->length ? std::optional(false) : std::nullopt;
  }
  if (28 * a->length > b->length) return false;
  return std::nullopt;
}

Order order_of_frequencies(const Clause& now, const Clause& base) {
  if (!is_same_event(now.after, base.after) || now.act != base.act)
    return Order::incomparable;
  if (!now.every || !base.every) {
    if (now.every.has_value() == base.every.has_value())
      return order_of_days(now, base);
    return Order::incomparable;
  }
  const auto forth = keeps(now, base), back = keeps(base, now);
  Order order = Order::incomparable;
  if (forth && *forth)
    order = back && *back ? Order::equal : Order::stricter;
  else if (forth)
    order = Order::weaker;
  if (order == Order::equal) order = order_of_softness(now, base);
  // Another day of another period says nothing.
  const bool is_same_period = *now.every == *base.every;
  if (is_same_period || order == Order::weaker || base.by.empty())
    return both(order,
                is_same_period ? order_of_days(now, base) : Order::equal);
  return Order::incomparable;
}

Order order_of_notices(const Clause& now, const Clause& base,
                       const days::Calendar& calendar) {
  if (!is_same_event(now.before, base.before) ||
      !is_same_event(now.after, base.after))
    return Order::incomparable;
  // 公示7至15日 ends where 公示不少于7日 may go on.
  Order most = Order::equal;
  if (now.at_most && base.at_most)
    most = reversed(order_of(*now.at_most, *base.at_most, calendar));
  else if (now.at_most || base.at_most)
    most = now.at_most ? Order::weaker : Order::stricter;
  return both(
      both(reversed(order_of(*now.notice, *base.notice, calendar)), most),
      order_of_softness(now, base));
}

/// What holds for every event day of the known calendar: publishing earlier is
/// stricter. A shorter lead is over later.
Order by_calendar_back(Duration now, Duration base,
                       const days::Calendar& calendar) {
  const auto a = phrase::period_of(now), b = phrase::period_of(base);
  if (!a || !b || !calendar.first()) return Order::incomparable;
  bool is_earlier = false, is_later = false, is_counted = false;
  for (days::Date event = *calendar.first(); event <= *calendar.last();
       event = days::plus_days(event, 1)) {
    const auto c = days::count_back(event, *a, calendar);
    const auto d = days::count_back(event, *b, calendar);
    if (!c || !d) continue;
    is_counted = true;
    is_earlier |= c->last < d->last;
    is_later |= c->last > d->last;
    if (is_earlier && is_later) break;
  }
  if (!is_counted || (is_earlier && is_later)) return Order::incomparable;
  if (is_later) return Order::weaker;
  return is_earlier ? Order::stricter : Order::equal;
}

Order order_of_leads(const Clause& now, const Clause& base,
                     const days::Calendar& calendar) {
  if (!is_same_event(now.before, base.before) || now.act != base.act)
    return Order::incomparable;
  if (now.lead == base.lead) return Order::equal;
  if (!now.lead) return Order::weaker;
  if (!base.lead) return Order::stricter;
  const auto in_days = [](Duration lead) {
    if (lead.unit == Unit::week) return Duration{7 * lead.count, Unit::day};
    return lead;
  };
  const Duration a = in_days(*now.lead), b = in_days(*base.lead);
  if (a.unit == b.unit) return by_number(b.count, a.count);
  return by_calendar_back(a, b, calendar);
}

Order order_of_standing(const Clause& now, const Clause& base,
                        const days::Calendar& calendar) {
  Order dynamic = Order::equal;
  if (now.dynamic != base.dynamic)
    dynamic = now.dynamic ? Order::stricter : Order::weaker;
  const bool ends = now.retention || !now.during.empty();
  const bool ended = base.retention || !base.during.empty();
  if (base.standing && ends) return Order::weaker;
  if (now.standing && ended) return both(dynamic, Order::stricter);
  if (base.standing && !now.standing) return Order::weaker;
  if (now.standing && !base.standing) return both(dynamic, Order::stricter);
  if (!ends && !ended) return dynamic;
  if (now.retention && base.retention)
    return both(dynamic,
                reversed(order_of(*now.retention, *base.retention, calendar)));
  if (now.during == base.during && !now.retention && !base.retention)
    return dynamic;
  return Order::incomparable;
}

}  // namespace

Aspect aspect_of(const Clause& clause) {
  if (clause.notice) return Aspect::notice;
  if (clause.lead || !clause.before.empty()) return Aspect::lead;
  if (clause.within) return Aspect::limit;
  if (clause.by == "当日") return Aspect::limit;
  if (clause.every || (!clause.by.empty() && clause.after.empty()))
    return Aspect::frequency;
  if (clause.at_once || clause.promptly || !clause.after.empty() ||
      !clause.with.empty() || !clause.discretion.empty())
    return Aspect::limit;
  if (clause.standing || clause.dynamic || !clause.during.empty() ||
      clause.retention)
    return Aspect::standing;
  return clause.extension ? Aspect::limit : Aspect::remark;
}

Order order_of(const Clause& now, const Clause& base,
               const days::Calendar& calendar) {
  Clause a = now, b = base;
  bool is_next_day = false;
  for (Clause* each : {&a, &b}) {
    each->part.clear();
    each->rider.clear();
    // 次日 is one day after the event.
    if (each->by != "次日" || each->after.empty()) continue;
    each->by.clear();
    each->within = Duration{1, Unit::day};
    is_next_day = true;
  }
  if (a == b) return Order::equal;
  if (is_next_day) return order_of(a, b, calendar);
  switch (aspect_of(base)) {
    case Aspect::limit: return order_of_limits(now, base, calendar);
    case Aspect::lead: return order_of_leads(now, base, calendar);
    case Aspect::frequency: return order_of_frequencies(now, base);
    case Aspect::notice: return order_of_notices(now, base, calendar);
    case Aspect::standing: return order_of_standing(now, base, calendar);
    case Aspect::remark: return Order::equal;
  }
  return Order::incomparable;
}

}  // namespace catalog::compare
