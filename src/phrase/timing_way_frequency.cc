#include <optional>
#include <string>

#include "phrase/timing_act.h"
#include "phrase/timing_day.h"
#include "phrase/timing_duration.h"
#include "phrase/timing_every.h"
#include "phrase/timing_guard.h"
#include "phrase/timing_parts.h"
#include "phrase/timing_tail.h"
#include "phrase/timing_text.h"
#include "phrase/timing_ways.h"
#include "phrase/timing_words.h"

namespace catalog::phrase {
namespace {

using std::string_view;

/// 17时前, 17:00前 of a day.
std::optional<std::string> take_time_before(string_view& text) {
  string_view rest = text;
  const auto hour = take_number(rest);
  if (!hour || *hour > 24) return std::nullopt;
  std::string time = std::to_string(*hour);
  if (take(rest, ":")) {
    const string_view minutes = rest.substr(0, 2);
    if (!take_number(rest)) return std::nullopt;
    time += ":" + std::string(minutes);
  } else if (take(rest, "时") || take(rest, "点")) {
    time += "时";
    if (const auto minutes = take_number(rest)) {
      if (*minutes > 59 || !take(rest, "分")) return std::nullopt;
      time += std::to_string(*minutes) + "分";
    }
  } else {
    return std::nullopt;
  }
  take(rest, "之") || take(rest, "以");
  if (!take(rest, "前")) return std::nullopt;
  text = rest;
  return time;
}

/// Behind a period: at least so many times, by which day, and verbs.
bool take_rest_of_frequency(ReadClause& read) {
  string_view& rest = read.rest;
  constexpr string_view ahead[] = {"之前", "以前", "前", "内", "之内"};
  constexpr string_view bounds[] = {
      "不少于", "至少", "不低于", "最少", "原则上", "一般", "定期",
      "应当",   "应",   "须",     "要",   "需",     "各"};
  for (bool more = true; more;) {
    more = false;
    string_view next = rest;
    take(next, "的");
    // 每学期期末
    if (read.clause.every && read.clause.every->unit == Unit::semester &&
        (next.starts_with("期末") || next.starts_with("期初")))
      take(next, "期");
    if (string_view of = next; take(of, "的"))
      if (string_view day = of; take_day(day, true)) next = of;
    take(next, "在") || take(next, "于");
    const bool is_group = take(next, "(");
    if (read.clause.by.empty() && read.clause.every == Duration{1, Unit::day})
      if (const auto time = take_time_before(next)) {
        read.clause.by = *time;
        rest = next;
        more = true;
        continue;
      }
    if (read.clause.by.empty())
      if (const auto day = take_day(next, true)) {
        if (next.starts_with("后") || next.starts_with("起")) return false;
        if (next.starts_with("及") || next.starts_with("或") ||
            next.starts_with("左右"))
          return false;
        if (read.clause.every && !is_day_of(*day, *read.clause.every))
          return false;
        const bool is_by = take_any(next, ahead).ends_with("前");
        // 每年2次(6月、12月) is not twice in each.
        if (is_group && (!take(next, ")") || (read.clause.times > 1 &&
                                              day->find("、") != day->npos)))
          return false;
        read.clause.by = *day + (is_by && is_span_of_days(*day) ? "前" : "");
        rest = next;
        more = true;
        continue;
      }
    next = rest;
    if (read.clause.times == 0) {
      if (const auto times = take_number(next);
          times && *times > 0 && (take(next, "次") || take(next, "期"))) {
        take(next, "以上");
        read.clause.times = *times;
        rest = next;
        more = true;
        continue;
      }
    }
    if (const auto bound = take_any(rest, bounds); !bound.empty()) {
      more = true;
      if (bound == "原则上" || bound == "一般") read.clause.discretion = bound;
    }
    // 更新1次, 公开不少于1次: the verb may stand before the number.
    next = rest;
    while (!more && read.clause.times == 0 && take_tail(next)) {
      string_view after = next;
      take_any(after, bounds);
      const auto times = take_number(after);
      // 每周公布一期
      string_view counter = after;
      if (times && (take(counter, "次") || take(counter, "期"))) {
        read.has_verb = true;
        read.act = act_in(rest.substr(0, rest.size() - next.size()));
        rest = next;
        more = true;
      }
    }
  }
  return true;
}

/// 每季度 结束后次月15日前.
bool take_day_after_period(ReadClause& read) {
  if (!read.clause.every || read.clause.every->count != 1) return false;
  string_view rest = read.rest;
  constexpr string_view ends[] = {"结束", "终了", "届满"};
  const string_view end = take_any(rest, ends);
  if (end.empty()) return false;
  constexpr string_view behind[] = {"之后的", "之后", "以后",
                                    "后的",   "后",   "的"};
  take_any(rest, behind);
  take(rest, "于") || take(rest, "在");
  const auto day = take_day(rest, false);
  if (!day || !is_next(*day)) return false;
  constexpr string_view ahead[] = {"之前", "以前", "前", "内"};
  if (take_any(rest, ahead).ends_with("前") && is_span_of_days(*day))
    return false;
  read.clause.after =
      std::string(name_of_period(read.clause.every->unit)) + std::string(end);
  read.clause.by = *day;
  read.rest = rest;
  return true;
}

/// 半年至少更新1次, 一年一次. Gives what is before it.
std::optional<string_view> read_times_in(const FoundDuration& found,
                                         ReadClause& read) {
  if (found.rest.starts_with("内")) return std::nullopt;
  read.clause.every = found.counted.duration;
  read.rest = found.rest;
  if (!take_rest_of_frequency(read) || read.clause.times == 0)
    return std::nullopt;
  return found.before;
}

/// 每季度结束后15日内 is a deadline, 每学期开学前 an event.
bool is_other_clause(const ReadClause& read) {
  constexpr string_view deadline[] = {"结束", "终了", "届满", "后", "起"};
  constexpr string_view school[] = {"开学", "放假", "期末"};
  if (read.clause.every->unit >= Unit::semester &&
      starts_with_any(read.rest, school))
    return true;
  return starts_with_any(read.rest, deadline);
}

/// 发放后每年公布, 自开工之日起每月公布: from when it is so often.
bool set_beginning(Clause& clause, string_view before) {
  constexpr string_view links[] = {"之日起", "之后", "以后", "后", "起"};
  constexpr string_view published[] = {"公开", "公布", "公示",
                                       "发布", "公告", "更新"};
  if (take_last_any(before, links).empty()) return false;
  take_from(before);
  if (!is_event(before) || !is_name(before) || ends_with_any(before, published))
    return false;
  clause.part = as_printed(before) + "后";
  return true;
}

/// 补贴发放每月公布: what is done, as a part of the content. Only where a verb
/// behind the period tells that it is not itself what happens so often.
bool set_work(Clause& clause, string_view before) {
  constexpr string_view works[] = {"发放", "使用", "拨付", "建设", "实施",
                                   "执行", "落实", "办理", "运行", "受理",
                                   "缴纳", "分配", "供应", "供养", "兑付"};
  constexpr std::size_t least = 4 * std::string_view("字").size();
  if (before.size() < least || !is_who_or_where(before) ||
      !ends_with_any(before, works))
    return false;
  clause.part = as_printed(before);
  return true;
}

/// What stands before the period: a part of the content, and verbs.
bool set_before_frequency(Clause& clause, string_view before,
                          string_view behind) {
  constexpr string_view verbs[] = {"公开", "公布", "公示", "更新",
                                   "发布", "至少", "在",   "于"};
  for (bool more = true; more;) {
    take_soft(before, clause);
    if (!take_last_any(before, latest).empty()) {
      if (clause.by.empty() || clause.times > 0) return false;
      continue;
    }
    more = !take_last_any(before, verbs).empty() ||
           !take_last_any(before, modals).empty();
  }
  take_last(before, ",");
  return before.empty() || set_beginning(clause, before) ||
         set_part(clause, before) ||
         (publishes(behind) && set_work(clause, before));
}

}  // namespace

Read read_frequency(string_view piece) {
  ReadClause read;
  std::optional<string_view> before;
  if (piece.find("每") != piece.npos) {
    before = read_each(piece, read);
  } else if (const auto per = read_per(piece)) {
    return per;
  } else if (read_repeated(piece, read)) {
    before = string_view();
  } else {
    const auto found = find_duration(piece);
    const bool has_times = found && found->counted.least == 0 &&
                           found->rest.find("次") != piece.npos;
    before =
        has_times ? read_times_in(*found, read) : read_by_period(piece, read);
  }
  if (!before) return std::nullopt;
  if (!take_day_after_period(read) && read.clause.times == 0 &&
      !take_rest_of_frequency(read))
    return std::nullopt;
  if (is_other_clause(read) ||
      !set_before_frequency(read.clause, *before, piece.substr(before->size())))
    return std::nullopt;
  return read;
}

}  // namespace catalog::phrase
