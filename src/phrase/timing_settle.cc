#include "phrase/timing_settle.h"

#include <utility>

#include "phrase/timing_day.h"
#include "phrase/timing_duration.h"
#include "phrase/timing_event.h"
#include "phrase/timing_parts.h"
#include "phrase/timing_text.h"

namespace catalog::phrase {
namespace {

std::string clean(std::string_view text) {
  return as_printed(PlainText(text).text());
}

std::string clean_event(std::string_view text) {
  return event_of(PlainText(text).text());
}

std::string clean_day(std::string_view text) {
  const PlainText plain(text);
  std::string_view rest = plain.text();
  const auto day = take_day(rest, true);
  if (day && is_span_of_days(*day) && rest == "前") return *day + "前";
  return day && rest.empty() ? *day : as_printed(plain.text());
}

/// A period of several half years is one of months: 半年 has no plural.
void clean(std::optional<Duration>& duration) {
  if (duration && duration->unit == Unit::half_year && duration->count > 1)
    duration = Duration{duration->count * 6, Unit::month};
}

void clean(Clause& clause) {
  for (auto* text : {&clause.part, &clause.during, &clause.with,
                     &clause.discretion, &clause.act, &clause.rider})
    *text = clean(*text);
  clause.after = clean_event(clause.after);
  clause.before = clean_event(clause.before);
  clause.by = clean_day(clause.by);
  if (!clause.notice ||
      (clause.at_most && (clause.at_most->unit == Unit::half_year ||
                          clause.at_most->unit == Unit::half_month ||
                          !is_longer(*clause.at_most, *clause.notice))))
    clause.at_most.reset();
  for (auto* duration : {&clause.within, &clause.lead, &clause.every,
                         &clause.notice, &clause.at_most, &clause.retention})
    clean(*duration);
  if (clause.extension) clause.extension->when = clean(clause.extension->when);
  if (clause.notice && clause.part == "公示") clause.part.clear();
}

/// Takes one clause apart into those that say one thing each.
class Splitter {
 public:
  explicit Splitter(Clause clause) : from_(std::move(clause)) {}

  std::vector<Clause> all() {
    precedence();
    deadline();
    frequency();
    manner();
    if (from_.notice) {
      Clause& clause = add();
      clause.notice = std::exchange(from_.notice, {});
      clause.at_most = std::exchange(from_.at_most, {});
      take_event(clause);
      take_soft(clause);
    }
    rest();
    if (!from_.rider.empty()) {
      if (all_.empty()) add();
      all_.back().rider = from_.rider;
    }
    for (Clause& clause : all_)
      if (!has_verb(clause)) clause.act.clear();
    return std::move(all_);
  }

 private:
  Clause& add() {
    Clause& clause = all_.emplace_back();
    clause.part = from_.part;
    clause.on_request = from_.on_request;
    clause.range = from_.range;
    clause.act = from_.act;
    return clause;
  }

  /// The event, and the period whose event it is, belong to the first thing.
  void take_event(Clause& clause) {
    if (from_.after.empty()) return;
    clause.after = std::exchange(from_.after, {});
    if (from_.every && from_.every->count == 1 && from_.times == 0 &&
        from_.by.empty())
      clause.every = std::exchange(from_.every, {});
  }

  void take_soft(Clause& clause) {
    if (from_.discretion == "一般" || from_.discretion == "原则上")
      clause.discretion = std::exchange(from_.discretion, {});
  }

  void precedence() {
    if (from_.before.empty() && !from_.lead) return;
    const bool is_notice = from_.notice && !from_.lead;
    Clause& clause = add();
    clause.before = std::exchange(from_.before, {});
    clause.lead = std::exchange(from_.lead, {});
    if (clause.lead) take_soft(clause);
    if (!is_notice) return;
    clause.notice = std::exchange(from_.notice, {});
    clause.at_most = std::exchange(from_.at_most, {});
    take_soft(clause);
  }

  void deadline() {
    if (!from_.within) return;
    Clause& clause = add();
    clause.within = std::exchange(from_.within, {});
    clause.extension = std::exchange(from_.extension, {});
    take_event(clause);
    take_soft(clause);
  }

  void frequency() {
    const bool is_same_day = is_day_of_event(from_.by);
    if (is_same_day) {
      Clause& clause = add();
      clause.by = std::exchange(from_.by, {});
      take_event(clause);
    }
    const bool has_event = !from_.after.empty() && from_.every &&
                           from_.every->count == 1 && from_.times == 0 &&
                           from_.by.empty() &&
                           (from_.at_once || from_.promptly || from_.notice);
    if (has_event || (!from_.every && from_.by.empty())) return;
    Clause& clause = add();
    clause.every = std::exchange(from_.every, {});
    clause.times = std::exchange(from_.times, 0);
    clause.by = std::exchange(from_.by, {});
    if (!clause.by.empty()) clause.after = std::exchange(from_.after, {});
    take_soft(clause);
  }

  void manner() {
    if (from_.at_once) {
      Clause& clause = add();
      clause.at_once = true;
      take_event(clause);
      if (clause.after.empty()) take_soft(clause);
    }
    if (!from_.promptly) return;
    Clause& clause = add();
    clause.promptly = true;
    take_event(clause);
    if (clause.after.empty() && is_reservation(from_.discretion))
      clause.discretion = std::exchange(from_.discretion, {});
  }

  void rest() {
    if (!from_.after.empty()) take_event(add());
    if (from_.standing || from_.dynamic) {
      Clause& clause = add();
      clause.standing = from_.standing;
      clause.dynamic = from_.dynamic;
      if (clause.standing) take_soft(clause);
    }
    if (!from_.during.empty()) add().during = from_.during;
    if (from_.retention) add().retention = from_.retention;
    if (!from_.with.empty()) add().with = from_.with;
    if (from_.extension) add().extension = from_.extension;
    if (!from_.discretion.empty()) add().discretion = from_.discretion;
  }

  Clause from_;
  std::vector<Clause> all_;
};

}  // namespace

bool has_verb(const Clause& clause) {
  return !clause.by.empty() || clause.every || clause.within ||
         clause.at_once || clause.promptly || clause.lead ||
         (!clause.after.empty() && !clause.notice) ||
         (!clause.before.empty() && !clause.notice) ||
         (!clause.discretion.empty() && !clause.notice && !clause.standing);
}

std::vector<Clause> settled(std::vector<Clause> clauses) {
  std::vector<Clause> all;
  for (Clause& clause : clauses) {
    clean(clause);
    for (Clause& each : Splitter(std::move(clause)).all())
      all.push_back(std::move(each));
  }
  return all;
}

}  // namespace catalog::phrase
