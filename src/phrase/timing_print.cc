#include "phrase/numerals.h"
#include "phrase/timing.h"
#include "phrase/timing_day.h"
#include "phrase/timing_duration.h"
#include "phrase/timing_parts.h"

namespace catalog::phrase {
namespace {

constexpr std::string_view unit_keys[] = {
    "hour",  "working-day", "day",       "week", "ten-day",  "half-month",
    "month", "quarter",     "half-year", "year", "semester", "school-year"};

/// 结果公布, or 每季度结束 where the event is one of each period.
std::string event(const Clause& clause) {
  if (!clause.every) return clause.after;
  const std::string_view period = name_of_period(clause.every->unit);
  if (clause.after.starts_with(period)) return "每" + clause.after;
  return "每" + std::string(period) + clause.after;
}

std::string day(const std::string& by) {
  for (const std::string_view span : {"季度", "半年", "个月", "首月", "月"})
    if (by.ends_with(span)) return by + "内";
  if (by.find("前") != by.npos && by.ends_with("日")) return by + "内";
  if (is_span_of_days(by) || by.ends_with("前")) return by;
  return by + "前";
}

std::string period(Duration every) {
  if (every.count == 1) return "每" + std::string(name_of_period(every.unit));
  return "每" + printed(every);
}

std::string frequency(const Clause& clause) {
  const bool is_weekday = clause.by.starts_with("周") && clause.every &&
                          *clause.every == Duration{1, Unit::week};
  std::string text;
  if (is_weekday)
    text = "每";
  else if (clause.every)
    text = period(*clause.every);
  if (!clause.by.empty() && !clause.after.empty())
    text = event(clause) + "后" + day(clause.by);
  else if (!clause.by.empty())
    text += day(clause.by);
  text = clause.discretion + text;
  if (clause.times > 0 && clause.by.find("、") != clause.by.npos) text += "各";
  const std::string verb = clause.act.empty() ? "公开" : clause.act;
  if (clause.times > 0)
    text += "至少" + verb + std::to_string(clause.times) + "次";
  else if (!clause.act.empty() || clause.by.empty() ||
           day(clause.by) == clause.by)
    text += verb;
  return text;
}

std::string notice(const Clause& clause) {
  std::string text;
  if (!clause.before.empty()) text = clause.before + "前";
  if (!clause.after.empty()) text = event(clause) + "后";
  if (!clause.at_most)
    return text + "公示" + clause.discretion + "不少于" +
           printed(*clause.notice);
  if (clause.at_most->unit != clause.notice->unit)
    return text + "公示" + clause.discretion + "不少于" +
           printed(*clause.notice) + "且不超过" + printed(*clause.at_most);
  return text + "公示" + clause.discretion +
         std::to_string(clause.notice->count) + "至" + printed(*clause.at_most);
}

std::string core(const Clause& clause) {
  const std::string verb = clause.act.empty() ? "公开" : clause.act;
  if (clause.notice) return notice(clause);
  if (clause.lead)
    return clause.before.empty()
               ? clause.discretion + "提前" + printed(*clause.lead) + verb
               : clause.before + clause.discretion + printed(*clause.lead) +
                     "前" + verb;
  if (!clause.before.empty()) return clause.before + "前" + verb;
  if (clause.within) {
    std::string text;
    if (!clause.after.empty()) text = event(clause) + "之日起";
    return text + clause.discretion + printed(*clause.within) + "内" +
           clause.act;
  }
  if (is_day_of_event(clause.by)) return event(clause) + clause.by + verb;
  if (clause.at_once)
    return clause.discretion +
           (clause.after.empty() ? "实时" + verb : event(clause) + "时" + verb);
  if (clause.promptly)
    return (clause.after.empty() ? clause.discretion : event(clause) + "后") +
           "及时" + verb;
  if (!clause.after.empty() && clause.by.empty())
    return event(clause) + "后" + verb;
  if (clause.every || !clause.by.empty()) return frequency(clause);
  if (clause.standing)
    return clause.discretion +
           (clause.dynamic ? "长期公开（动态调整）" : "长期公开");
  if (clause.dynamic) return "动态调整";
  if (clause.during.starts_with("至")) return "公开" + clause.during;
  if (!clause.during.empty()) return clause.during + "公开";
  if (clause.retention)
    return "公示满" + printed(*clause.retention) + "不再公示";
  if (!clause.with.empty()) return "随" + clause.with + "一并公开";
  if (!clause.discretion.empty()) return clause.discretion + verb;
  return {};
}

std::string printed(const Extension& extension) {
  std::string text = extension.when;
  if (text.ends_with("的")) text += "，";
  return text + "可延长" + phrase::printed(extension.by);
}

}  // namespace

std::string printed(Duration duration) {
  if (duration == Duration{1, Unit::half_year}) return "半年";
  const std::string count = std::to_string(duration.count);
  switch (duration.unit) {
    case Unit::hour: return count + "小时";
    case Unit::working_day: return count + "个工作日";
    case Unit::day: return count + "日";
    case Unit::week: return count + "周";
    case Unit::month: return count + "个月";
    case Unit::quarter: return count + "个季度";
    case Unit::half_year: return std::to_string(duration.count * 6) + "个月";
    case Unit::year: return count + "年";
    case Unit::ten_days: return count + "旬";
    case Unit::half_month: return "半个月";
    case Unit::semester: return count + "个学期";
    case Unit::school_year: return count + "个学年";
  }
  return count;
}

std::string_view key(Unit unit) {
  return unit_keys[static_cast<std::size_t>(unit)];
}

std::string key(Duration duration) {
  return std::to_string(duration.count) + " " +
         std::string(key(duration.unit)) + (duration.count == 1 ? "" : "s");
}

std::optional<Duration> duration_of_key(std::string_view key) {
  Duration duration{1, Unit::day};
  if (const auto space = key.find(' '); space != key.npos) {
    const auto count = number(key.substr(0, space));
    if (!count || *count < 1) return std::nullopt;
    duration.count = *count;
    key.remove_prefix(space + 1);
  }
  if (key.ends_with("s")) key.remove_suffix(1);
  for (std::size_t i = 0; i < std::size(unit_keys); ++i)
    if (key == unit_keys[i]) {
      duration.unit = static_cast<Unit>(i);
      return duration;
    }
  return std::nullopt;
}

std::optional<days::Period> period_of(Duration duration) {
  using enum days::Period::Unit;
  switch (duration.unit) {
    case Unit::hour:
    case Unit::ten_days:
    case Unit::half_month:
    case Unit::semester:
    case Unit::school_year: return std::nullopt;
    case Unit::working_day: return days::Period{duration.count, working_day};
    case Unit::day: return days::Period{duration.count, day};
    case Unit::week: return days::Period{7 * duration.count, day};
    case Unit::month: return days::Period{duration.count, month};
    case Unit::quarter: return days::Period{3 * duration.count, month};
    case Unit::half_year: return days::Period{6 * duration.count, month};
    case Unit::year: return days::Period{12 * duration.count, month};
  }
  return std::nullopt;
}

std::string canonical(const Clause& clause) {
  std::string text;
  if (clause.on_request) text += "依申请公开：";
  std::string said = core(clause);
  if (clause.extension) {
    if (!said.empty()) said += "，";
    said += printed(*clause.extension);
  }
  if (!clause.rider.empty()) {
    if (!said.empty()) said += "，";
    said += clause.rider;
  }
  if (clause.part.empty()) return text + said;
  // 公告不少于10日, 批前公示不少于30日: the part is what the notice is of.
  const bool stands_alone = clause.before.empty() && clause.after.empty();
  if (const auto at = said.find("公示");
      clause.notice && at != said.npos &&
      (stands_alone ? ends_with_notice_noun(clause.part)
                    : is_notice_noun(clause.part)))
    return text +
           said.replace(at, std::string_view("公示").size(), clause.part);
  return text + clause.part + "：" + said;
}

std::string canonical(const Timing& timing) {
  std::string text;
  for (const Clause& clause : timing.clauses) {
    if (!text.empty()) text += "；";
    text += canonical(clause);
  }
  return text;
}

}  // namespace catalog::phrase
