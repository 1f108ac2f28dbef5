#include <algorithm>

#include "check/findings.h"
#include "compare/calendar.h"
#include "compare/timing.h"
#include "compare/timing_clause.h"

namespace catalog::check {
namespace {

using compare::Aspect;
using compare::Order;
using diagnostics::Message;
using diagnostics::Severity;
using model::Timing;
using phrase::Clause;
using resolve::Edition;
using resolve::Item;

/// The limits that hold where an item names none: articles 26 and 33 of the
/// disclosure regulation.
constexpr std::string_view proactive = "proactive", on_request = "on-request";

struct Duty {
  const model::Law* law = nullptr;
  const model::Limit* limit = nullptr;
};

std::optional<Duty> duty_of(const Edition& edition, std::string_view id) {
  for (const model::Law& law : edition->laws) {
    const auto standing = edition.standing_of(law);
    if (standing != Edition::Standing::in_force &&
        standing != Edition::Standing::unknown)
      continue;
    for (const model::Limit& limit : law.limits)
      if (limit.id.text == id && limit.timing.is_read())
        return Duty{&law, &limit};
  }
  return std::nullopt;
}

bool is_request(std::string_view event) {
  return (event.starts_with("收到") || event.starts_with("接到")) &&
         event.ends_with("申请");
}

/// Information comes to be: 信息形成或者变更, 制作或获取信息.
bool is_general_event(std::string_view event) {
  if (event.starts_with("信息形成") || event.starts_with("信息变更") ||
      event.starts_with("信息获取"))
    return true;
  return event.find("获取") != event.npos && event.ends_with("信息");
}

/// The words that end both events are the same: 批准, 批复, 作出.
bool is_kindred(std::string_view a, std::string_view b) {
  constexpr std::size_t two = 6;  // bytes of two ideographs
  return compare::is_same_event(a, b) ||
         (a.size() >= two && b.size() >= two &&
          a.substr(a.size() - two) == b.substr(b.size() - two));
}

/// Whether a clause is about what the limit is about; then they differ only
/// in what they ask.
bool falls_under(const Clause& clause, const Clause& limit,
                 std::string_view duty) {
  if (compare::aspect_of(clause) != compare::aspect_of(limit)) return false;
  if (duty == on_request) return is_request(clause.after);
  if (clause.on_request || is_request(clause.after)) return false;
  if (duty == proactive)
    return is_general_event(clause.after) && clause.act.empty();
  return limit.within ? is_kindred(clause.after, limit.after) : true;
}

/// The clause with the words of the limit where they mean the same, so that
/// what is left is what it asks.
Clause aligned(Clause clause, const Clause& limit) {
  clause.after = limit.after;
  clause.before = limit.before;
  clause.part = limit.part;
  clause.act = limit.act;
  clause.on_request = limit.on_request;
  return clause;
}

/// Compares the timings of one item with the limit of its duty.
class Comparison {
 public:
  Comparison(const Duty& duty, const days::Calendar& calendar, Findings& found)
      : duty_(duty), calendar_(calendar), found_(found) {}

  void judge(const Item& item, const Timing& timing) {
    for (const Clause& limit : duty_.limit->timing.clauses()) {
      // Of notices and frequencies it is enough that one is long enough.
      const bool is_each = compare::aspect_of(limit) == Aspect::limit;
      std::optional<Place> longest;
      bool is_kept = false;
      for (const Timing::Phrase& phrase : timing.phrases)
        for (const Clause& clause : phrase.reading->clauses) {
          if (!falls_under(clause, limit, duty_.limit->id.text)) continue;
          const Order order =
              compare::order_of(aligned(clause, limit), limit, calendar_);
          if (order != Order::weaker) {
            is_kept = true;
          } else if (is_each) {
            report(item, {&phrase, clause.range}, limit);
          } else if (!longest) {
            longest = Place{&phrase, clause.range};
          }
        }
      if (longest && !is_kept) report(item, *longest, limit);
    }
  }

 private:
  struct Place {
    const Timing::Phrase* phrase;
    phrase::Range range;
  };

  void report(const Item& item, const Place& place, const Clause& limit) {
    constexpr Message<std::string_view, std::string_view, std::string_view,
                      std::string>
        longer{"`{}` falls short of article {} of 《{}》: `{}`",
               "`{0}` 超出《{2}》第{1}条规定的时限：`{3}`"};
    constexpr Message<> written{"the limit is written here",
                                "法定时限写在这里"};
    constexpr Message<> help{
        "a catalog may shorten what the law gives, not lengthen it; name "
        "another `duty:` where another limit holds",
        "目录可以缩短法定时限，不能放宽；适用其他法定时限的，写明 `duty:`"};
    const model::Text& text = place.phrase->text;
    const std::size_t size = place.range.end - place.range.begin;
    const bool is_part = place.phrase->is_written && size > 0;
    found_
        .at(item,
            is_part ? place_or_all(text, place.range.begin, size) : text.span,
            longer,
            is_part ? text.text.substr(place.range.begin, size) : text.text,
            duty_.limit->article.text, duty_.law->title.text,
            phrase::canonical(limit))
        .label(duty_.limit->timing.phrase.span, written)
        .help(help);
  }

  const Duty& duty_;
  const days::Calendar& calendar_;
  Findings& found_;
};

void longer_than_statutory_limit(const Edition& edition, Findings& found) {
  const days::Calendar calendar = compare::calendar_of(*edition);
  const auto general = duty_of(edition, proactive);
  const auto of_requests = duty_of(edition, on_request);
  for (const resolve::ItemId id : edition.items) {
    const Item& item = edition[id];
    std::vector<Duty> duties;
    if (item.duty.empty()) {
      if (general) duties.push_back(*general);
    } else if (const auto named = duty_of(edition, item.duty.text)) {
      duties.push_back(*named);
    }
    if (of_requests && item.duty.text != on_request)
      duties.push_back(*of_requests);
    for (const Duty& duty : duties) {
      Comparison comparison(duty, calendar, found);
      for (const auto& part : item.timing.parts)
        comparison.judge(item, part.value);
      for (const model::ContentEntry& entry : item.content)
        if (entry.timing) comparison.judge(item, *entry.timing);
    }
  }
}

}  // namespace

std::vector<Rule> limit_rules() {
  return {
      {"longer-than-statutory-limit",
       Severity::error,
       {"no limit is longer than the law allows", "公开时限不超过法定时限"},
       longer_than_statutory_limit},
  };
}

}  // namespace catalog::check
