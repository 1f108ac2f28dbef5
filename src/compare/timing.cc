#include "compare/timing.h"

#include <algorithm>
#include <string>
#include <vector>

#include "compare/timing_clause.h"
#include "days/counting.h"

namespace catalog::compare {
namespace {

using days::Calendar;
using days::Date;
using phrase::Clause;
using phrase::Duration;
using phrase::Timing;
using phrase::Unit;
using std::string_view;

/// What holds for every start day of the known calendar.
Order by_calendar(days::Period now, days::Period base,
                  const Calendar& calendar) {
  if (!calendar.first()) return Order::incomparable;
  bool is_earlier = false, is_later = false, is_counted = false;
  for (Date start = *calendar.first(); start <= *calendar.last();
       start = days::plus_days(start, 1)) {
    const auto a = days::count_from(start, now, calendar);
    const auto b = days::count_from(start, base, calendar);
    if (!a || !b) continue;
    is_counted = true;
    is_earlier |= a->last < b->last;
    is_later |= a->last > b->last;
    if (is_earlier && is_later) break;
  }
  if (!is_counted || (is_earlier && is_later)) return Order::incomparable;
  if (is_later) return Order::weaker;
  return is_earlier ? Order::stricter : Order::equal;
}

/// Hours run from the event, days from the end of its day (art. 201): so many
/// hours are over before as many days are.
Order hours_against(Duration hours, Duration other) {
  long days = other.count;
  if (other.unit == Unit::week) days *= 7;
  if (other.unit >= Unit::month) days *= 28;
  return hours.count <= 24 * days ? Order::stricter : Order::incomparable;
}

/// 其他, 其余内容: what is left beside the parts that are named.
bool is_rest(string_view part) {
  for (const string_view word : {"其他", "其它", "其余"})
    if (part.starts_with(word)) return true;
  return false;
}

bool is_about_all(const Clause& clause) { return clause.part.empty(); }

/// Better for the reader first, to choose among several clauses.
int rank(Order order) {
  switch (order) {
    case Order::stricter: return 0;
    case Order::equal: return 1;
    case Order::incomparable: return 2;
    case Order::weaker: return 3;
  }
  return 3;
}

/// A timing that replaces `base_`, judged clause by clause.
class Judge {
 public:
  Judge(const Timing& now, const Timing& base, const Calendar& calendar)
      : now_(now), base_(base), calendar_(calendar) {}

  TimingOrder verdict() {
    for (const Clause& clause : base_.clauses) judge(clause);
    for (const Clause& clause : now_.clauses) judge_added(clause);
    return verdict_;
  }

 private:
  void say(Order order, const Clause* now, const Clause* base) {
    const Order all = both(verdict_.order, order);
    if (all != verdict_.order) verdict_ = {all, now, base};
  }

  /// Clauses of `now` that a clause of the base must find itself in.
  std::vector<const Clause*> matching(const Clause& base) const {
    std::vector<const Clause*> same, general;
    for (const Clause& each : now_.clauses) {
      if (each.on_request != base.on_request) continue;
      if (each.part == base.part)
        same.push_back(&each);
      else if (is_about_all(each))
        general.push_back(&each);
    }
    return same.empty() ? general : same;
  }

  void judge(const Clause& base) {
    const Aspect aspect = aspect_of(base);
    if (aspect == Aspect::remark) return;
    if (is_about_all(base) && is_divided(aspect)) return judge_parts(base);
    const auto all = matching(base);
    const Clause* best = nullptr;
    Order order = Order::weaker;
    for (const Clause* each : all) {
      if (aspect_of(*each) != aspect) continue;
      const Order found = compare::order_of(*each, base, calendar_);
      if (!best || rank(found) < rank(order)) {
        best = each;
        order = found;
      }
    }
    if (best) return say(order, best, &base);
    // Something else is said instead, or nothing at all.
    const bool is_replaced =
        std::any_of(all.begin(), all.end(), [&](const Clause* each) {
          return aspect_of(*each) != Aspect::remark && is_added(*each);
        });
    say(is_replaced ? Order::incomparable : Order::weaker, nullptr, &base);
  }

  /// `now` names parts where the base spoke of everything.
  bool is_divided(Aspect aspect) const {
    bool has_parts = false;
    for (const Clause& each : now_.clauses) {
      if (each.on_request || aspect_of(each) != aspect) continue;
      if (is_about_all(each)) return false;
      has_parts = true;
    }
    return has_parts;
  }

  void judge_parts(const Clause& base) {
    bool has_rest = false;
    for (const Clause& each : now_.clauses) {
      if (each.on_request || aspect_of(each) != aspect_of(base)) continue;
      has_rest |= is_rest(each.part);
      say(compare::order_of(each, base, calendar_), &each, &base);
    }
    if (!has_rest) say(Order::incomparable, nullptr, &base);
  }

  /// Whether the base has nothing of the kind for the same part.
  bool is_added(const Clause& now) const {
    return std::none_of(base_.clauses.begin(), base_.clauses.end(),
                        [&](const Clause& base) {
                          return base.on_request == now.on_request &&
                                 aspect_of(base) == aspect_of(now) &&
                                 (base.part == now.part || is_about_all(base) ||
                                  is_about_all(now));
                        });
  }

  /// What is said on top of the base is stricter, unless it takes away.
  void judge_added(const Clause& now) {
    const Aspect aspect = aspect_of(now);
    if (aspect == Aspect::remark || !is_added(now)) return;
    if (now.retention || !now.during.empty())
      return say(Order::weaker, &now, nullptr);
    if (now.extension && !now.within) return say(Order::weaker, &now, nullptr);
    say(Order::stricter, &now, nullptr);
  }

  const Timing& now_;
  const Timing& base_;
  const Calendar& calendar_;
  TimingOrder verdict_;
};

bool same_slips(const Timing& a, const Timing& b) {
  return a.is_read() && b.is_read();
}

}  // namespace

bool is_same_event(string_view a, string_view b) {
  const auto plain = [](string_view text) {
    for (const string_view word : {"接到", "收到"})
      if (text.starts_with(word))
        return "收到" + std::string(text.substr(word.size()));
    return std::string(text);
  };
  return a == b || plain(a) == plain(b);
}

Order order_of(Duration now, Duration base, const Calendar& calendar) {
  if (now.unit == base.unit) {
    if (now.count == base.count) return Order::equal;
    return now.count < base.count ? Order::stricter : Order::weaker;
  }
  if (now.unit == Unit::hour) return hours_against(now, base);
  if (base.unit == Unit::hour) return reversed(hours_against(base, now));
  const auto a = phrase::period_of(now), b = phrase::period_of(base);
  if (!a || !b) return Order::incomparable;
  if (a->unit == b->unit) {
    if (a->count == b->count) return Order::equal;
    return a->count < b->count ? Order::stricter : Order::weaker;
  }
  return by_calendar(*a, *b, calendar);
}

TimingOrder order_of(const Timing& now, const Timing& base,
                     const Calendar& calendar) {
  if (now.clauses == base.clauses && same_slips(now, base)) return {};
  if (!now.is_read() || !base.is_read())
    return {Order::incomparable, nullptr, nullptr};
  return Judge(now, base, calendar).verdict();
}

}  // namespace catalog::compare
