#include <optional>
#include <string>

#include "phrase/timing_act.h"
#include "phrase/timing_day.h"
#include "phrase/timing_duration.h"
#include "phrase/timing_parts.h"
#include "phrase/timing_tail.h"
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
          times && *times > 0 && take(next, "次")) {
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
      if (times && after.starts_with("次")) {
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

/// 一季度一次, 一月一公开, 2次/年.
Read read_per(string_view piece) {
  ReadClause read;
  string_view rest = piece;
  if (const auto times = take_number(rest); times && take(rest, "次")) {
    if (!take(rest, "/") && !take(rest, "每")) return std::nullopt;
    const auto unit = take_period(rest);
    if (!unit || *times < 1) return std::nullopt;
    read.clause.every = Duration{1, *unit};
    read.clause.times = *times;
    read.rest = rest;
    return read;
  }
  std::size_t at = piece.find("一");
  for (; at != piece.npos; at = piece.find("一", at + 1)) {
    rest = piece.substr(at);
    take(rest, "一");
    take(rest, "个");
    const auto unit = take_period(rest);
    if (!unit) continue;
    string_view tail = rest;
    if (string_view once = rest; take(once, "一度")) {
      read.clause.times = 1;
      rest = once;
    } else if (const auto times = take_number(rest);
               times && *times > 0 && take(rest, "次")) {
      read.clause.times = *times;
    } else if (take(tail, "一") && take_tail(tail)) {
      read.clause.times = 1;
      rest = tail;
    } else {
      continue;
    }
    read.clause.every = Duration{1, *unit};
    if (at > 0 && !set_part(read.clause, piece.substr(0, at)))
      return std::nullopt;
    read.rest = rest;
    return read;
  }
  return std::nullopt;
}

/// 月月, 天天: each of them. 隔月, 双周: each second.
bool take_repeated(string_view piece, string_view& rest, Clause& clause) {
  struct Row {
    string_view word;
    Duration every;
  };
  constexpr Row rows[] = {
      {"天天", {1, Unit::day}},     {"日日", {1, Unit::day}},
      {"周周", {1, Unit::week}},    {"月月", {1, Unit::month}},
      {"季季", {1, Unit::quarter}}, {"年年", {1, Unit::year}},
      {"隔日", {2, Unit::day}},     {"隔天", {2, Unit::day}},
      {"隔周", {2, Unit::week}},    {"双周", {2, Unit::week}},
      {"隔月", {2, Unit::month}},   {"隔年", {2, Unit::year}}};
  for (const Row& row : rows) {
    string_view text = piece;
    if (!take(text, row.word)) continue;
    if (string_view tail = text; !tail.empty() && !take_tail(tail))
      return false;
    clause.every = row.every;
    rest = text;
    return true;
  }
  return false;
}

}  // namespace

Read read_frequency(string_view piece) {
  ReadClause read;
  string_view before, rest;
  const std::size_t every = piece.find("每");
  constexpr string_view by[] = {"按", "逐"};
  if (every != piece.npos) {
    before = piece.substr(0, every);
    rest = piece.substr(every);
    take(rest, "每");
    const bool is_apart = take(rest, "隔");
    if (const auto counted = take_duration(rest)) {
      if (counted->least > 0) return std::nullopt;
      // 每隔1日 may be every day or every other day.
      if (is_apart && counted->duration.count == 1 &&
          counted->duration.unit != Unit::hour &&
          counted->duration.unit != Unit::half_year &&
          counted->duration.unit != Unit::half_month)
        return std::nullopt;
      read.clause.every = counted->duration;
      if (counted->lacks_measure) {
        read.slip = Slip::Kind::no_measure;
        read.slip_text = counted->text;
      }
    } else {
      if (is_apart) return std::nullopt;
      take(rest, "一个") || take(rest, "一") || take(rest, "个");
      if (rest.starts_with("周") || rest.starts_with("星期")) {
        // 每周一 names a day, 每周一次 does not.
        string_view day = rest;
        if (const auto name = take_day(day, false);
            name && !day.starts_with("次")) {
          read.clause.every = Duration{1, Unit::week};
          read.clause.by = *name;
          // 每周一、周四
          for (string_view next = day;
               take(next, "、") || take(next, "和") || take(next, "及");) {
            const bool is_named =
                next.starts_with("周") || next.starts_with("星期");
            const auto more = is_named ? take_day(next, false) : std::nullopt;
            if (!more) break;
            read.clause.by += "、" + *more;
            day = next;
          }
          if (take(day, "前")) read.clause.by += "前";
          rest = day;
        }
      }
      if (!read.clause.every) {
        const auto unit = take_period(rest);
        if (!unit) return std::nullopt;
        read.clause.every = Duration{1, *unit};
      }
    }
  } else if (const auto per = read_per(piece)) {
    return per;
  } else if (take_repeated(piece, rest, read.clause)) {
    // 月月公开, 隔周公布
  } else if (const auto found = find_duration(piece);
             found && found->counted.least == 0 &&
             found->rest.find("次") != piece.npos) {
    // 半年至少更新1次, 一年一次
    before = found->before;
    rest = found->rest;
    if (rest.starts_with("内")) return std::nullopt;
    read.clause.every = found->counted.duration;
    read.rest = rest;
    if (!take_rest_of_frequency(read) || read.clause.times == 0)
      return std::nullopt;
    rest = read.rest;
  } else {
    rest = piece;
    // 发放结果按季公布
    for (const string_view word : by)
      if (const auto at = piece.find(word); at != piece.npos && at > 0) {
        string_view period = piece.substr(at + word.size());
        if (!take_period(period)) continue;
        before = piece.substr(0, at);
        rest = piece.substr(at);
        break;
      }
    constexpr string_view terms[] = {"半年度", "年度", "季度", "月度"};
    string_view term = rest;
    const bool is_term = !take_any(term, terms).empty();
    if (is_term) {
      // 年度公开, and nothing else.
      const string_view verb = term;
      take_tails(term);
      if (const auto times = take_number(term); times && take(term, "次"))
        take_tails(term);
      if (!term.empty() || !act_in(verb).empty()) return std::nullopt;
    } else if (take_any(rest, by).empty()) {
      return std::nullopt;
    }
    const auto unit = take_period(rest);
    if (!unit) return std::nullopt;
    read.clause.every = Duration{1, *unit};
    if (rest.empty() && before.empty() && is_term) return std::nullopt;
    take(rest, "定期");
    if (string_view tail = rest; !rest.empty() && !take_tail(tail))
      return std::nullopt;
  }
  read.rest = rest;
  if (take_day_after_period(read)) {
  } else if (read.clause.times == 0 && !take_rest_of_frequency(read)) {
    return std::nullopt;
  }
  // 每季度结束后15日内 is a deadline.
  constexpr string_view deadline[] = {"结束", "终了", "届满", "后", "起"};
  constexpr string_view school[] = {"开学", "放假", "期末"};
  if (string_view next = read.rest; read.clause.every->unit >= Unit::semester &&
                                    !take_any(next, school).empty())
    return std::nullopt;
  for (const string_view word : deadline)
    if (read.rest.starts_with(word)) return std::nullopt;
  constexpr string_view verbs[] = {"公开", "公布", "公示", "更新",
                                   "发布", "至少", "在",   "于"};
  for (bool more = true; more;) {
    take_soft(before, read.clause);
    more = true;
    if (!take_last_any(before, latest).empty()) {
      if (read.clause.by.empty() || read.clause.times > 0) return std::nullopt;
      continue;
    }
    more = !take_last_any(before, verbs).empty() ||
           !take_last_any(before, modals).empty();
  }
  if (!before.empty() && !set_part(read.clause, before)) return std::nullopt;
  return read;
}

}  // namespace catalog::phrase
