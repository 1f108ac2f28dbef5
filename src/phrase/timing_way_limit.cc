#include <utility>

#include "phrase/timing_duration.h"
#include "phrase/timing_event.h"
#include "phrase/timing_guard.h"
#include "phrase/timing_parts.h"
#include "phrase/timing_ways.h"
#include "phrase/timing_words.h"

namespace catalog::phrase {
namespace {

using std::string_view;

constexpr string_view links[] = {
    "之日起的", "之日的次日起", "的次日起", "之次日起", "次日起", "之日起计算",
    "之日起算", "之日开始",     "之日起",   "当日起",   "当天起", "日起",
    "之时起",   "时起",         "起",       "之后的",   "之后",   "以后",
    "后的",     "后",           "之日",     "的",       "时"};

/// Takes what stands between the event and a limit: 应在, 原则上不超过. True
/// where it is an upper bound.
bool take_bound(string_view& before, Clause& clause) {
  take_soft(before, clause);
  while (!take_last_any(before, modals).empty() || take_last(before, "在")) {
  }
  const bool is_bound = !take_last_any(before, at_most).empty();
  take_soft(before, clause);
  while (!take_last_any(before, modals).empty() || take_last(before, "在") ||
         take_last(before, "于")) {
  }
  take_last(before, ",");
  // 一般20个工作日内, but 一般事故60日内
  constexpr string_view starts[] = {"自", "在", "应", "于"};
  string_view behind = before;
  if (const auto word = take_any(behind, soft_words);
      !word.empty() && (word == "原则上" || behind.empty() ||
                        ends_with_any(behind.substr(0, 3), starts))) {
    clause.discretion = word;
    before = behind;
  }
  return is_bound;
}

/// What follows a duration makes it no limit.
bool is_no_limit(string_view rest, bool is_inside) {
  constexpr string_view outside[] = {
      "前", "之前", "以前", "后", "之后", "以后", "以上", "左右", "起",
      "至", "-",    "~",    "—",  "半",   "或",   "外",   "之外", "以外"};
  // 3年内持续公布 is for how long; 7日内容 is no limit at all.
  constexpr string_view other[] = {"持续", "长期", "保持", "始终",
                                   "一直", "常年", "容",   "部",
                                   "设",   "控",   "资",   "审批外"};
  return starts_with_any(rest, outside) ||
         (is_inside && starts_with_any(rest, other));
}

/// What a limit may have behind it that says nothing new: 两周内公布一次,
/// 20个工作日内(含20个工作日).
void take_idle_end(string_view& rest, Duration limit) {
  take_last(rest, "一次") || take_last(rest, "1次");
  string_view group = rest;
  if (!take(group, "(含")) return;
  const auto same = take_duration(group);
  if (same && same->duration == limit && take(group, ")")) rest = group;
}

/// 20个工作日内(自信息形成之日起): the event in brackets behind the limit.
bool take_event_behind(ReadClause& read) {
  const std::size_t end = end_of_group(read.rest);
  if (end < 2 || read.rest.front() != '(') return false;
  string_view event = read.rest.substr(1, end - 2);
  constexpr string_view starts[] = {"起算时间:", "时限自", "期限自"};
  take_any(event, starts);
  if (const auto link = take_last_any(event, links);
      link.empty() || link == "的" || event.empty() || is_digit(event.back()))
    return false;
  Clause clause = read.clause;
  if (!set_event(clause, event, &Clause::after)) return false;
  read.clause = std::move(clause);
  read.rest.remove_prefix(end);
  return true;
}

/// The event before a limit; empty where none is told.
string_view event_before_limit(string_view before, bool is_inside) {
  constexpr string_view closes[] = {"终了", "结束", "届满"};
  if (is_inside && ends_with_any(before, closes)) return before;
  constexpr string_view adverb[] = {"及", "实", "即", "随", "按", "适", "同"};
  string_view event = before;
  if (const auto link = take_last_any(event, links);
      !link.empty() && !event.empty() && link != "的" && before != "事后" &&
      !(link == "时" && ends_with_any(event, adverb)))
    return event;
  if (default_event(before)) return before;
  if (!is_inside) return {};
  // 信息获取(形成、变更)20个工作日内
  if (before.starts_with("信息") && before.ends_with(")")) return before;
  // 事故发生24小时内
  constexpr string_view ended[] = {
      "发生", "变更", "更新", "批准", "签订", "确定", "印发", "办结", "完成",
      "出具", "批复", "核发", "作出", "下达", "通过", "形成", "受理", "开学"};
  // 收到申请20个工作日内
  constexpr string_view acts[] = {"收到", "作出", "接到", "确定",
                                  "签订", "取得", "获得", "下达",
                                  "制定", "制作", "获取"};
  // 公告应在收到批复文件15个工作日内
  constexpr string_view firm[] = {"应当在", "应当自", "应在", "应自",
                                  "须在",   "须自",   "在",   "自"};
  bool is_act = ends_with_any(before, ended) || starts_with_any(before, acts);
  for (const string_view word : firm)
    if (const auto at = before.find(word); at != before.npos)
      is_act |= starts_with_any(before.substr(at + word.size()), acts);
  return is_act ? before : string_view();
}

/// 20个工作日 is a limit even without 内, 6个月 is not.
bool is_short(Duration duration) {
  return duration.unit == Unit::working_day || duration.unit == Unit::day ||
         duration.unit == Unit::hour;
}

/// What stands before a limit without an event: a part of the content.
bool set_part_before_limit(Clause& clause, string_view before, bool is_inside) {
  take_last(before, "的");
  take_last(before, "为");
  // 公示起止时间为7天 is for how long.
  constexpr string_view shows[] = {"公示", "公告"};
  constexpr string_view ends[] = {"时间", "期限"};
  if (!is_inside && ends_with_any(before, ends) && contains_any(before, shows))
    return false;
  // 供应商质疑答复期限7个工作日
  constexpr string_view terms[] = {"办理时限", "办结时限", "期限", "时限",
                                   "时间"};
  constexpr string_view legal[] = {"法定", "承诺"};
  if (string_view of = before; is_short(*clause.within) && !is_inside &&
                               !take_last_any(of, terms).empty() &&
                               is_subject(of) && !ends_with_any(of, legal))
    before = of;
  // 承诺5个工作日, 法定时限20个工作日
  constexpr string_view kinds[] = {"事后",     "法定办结时限", "承诺办结时限",
                                   "法定时限", "承诺时限",     "法定期限",
                                   "承诺期限", "法定",         "承诺"};
  if (is_one_of(before, kinds)) {
    clause.part = before;
    return true;
  }
  if (before.empty()) return true;
  // 公示不超过7日 is for how long, not by when.
  constexpr string_view shown[] = {"公布", "公示", "公告", "发布"};
  if (!is_inside && ends_with_any(before, shown)) return false;
  constexpr string_view others[] = {"其他", "其余", "其它"};
  return (ends_with_any(before, information) || is_subject(before) ||
          is_one_of(before, others)) &&
         set_part(clause, before);
}

}  // namespace

Read read_lead(string_view piece) {
  const auto found = find_duration(piece);
  if (!found || found->counted.least > 0) return std::nullopt;
  ReadClause read;
  read.clause.lead = found->counted.duration;
  if (found->counted.lacks_measure) {
    read.slip = Slip::Kind::no_measure;
    read.slip_text = found->counted.text;
  }
  read.rest = found->rest;
  string_view before = found->before;
  take_soft(before, read.clause);
  const bool is_least = !take_last_any(before, at_least).empty();
  constexpr string_view ahead[] = {"之前", "以前", "前"};
  take_soft(before, read.clause);
  const bool is_early = take_last(before, "提前");
  take_soft(before, read.clause);
  if (is_early) {
    take_last_any(before, at_least);
    take_any(read.rest, ahead);
    take(read.rest, "以上");
    take_last_any(before, modals);
    if (before.empty()) return read;
    string_view event = before;
    constexpr string_view shown[] = {"预警", "预报", "提示", "预告",
                                     "意向", "公报", "信号"};
    // 停水提前24小时 is before what happens, 停诊名录提前1日 is not.
    constexpr string_view happenings[] = {
        "停水", "停电", "停气", "停运", "封路", "检修", "调整", "变更",
        "变动", "会议", "招聘", "招生", "招录", "选聘", "采购", "招标",
        "拍卖", "出让", "转让", "检查", "抽检", "监测", "验收", "考核",
        "登记", "修改", "修订", "注销", "门诊", "公示", "访谈", "年检",
        "工程", "工作", "变化", "拆除", "租赁", "评估", "调查", "召回"};
    const bool is_shown =
        ends_with_any(before, information) || ends_with_any(before, shown) ||
        (is_subject(before) && !ends_with_any(before, happenings));
    if (is_shown && take_last_any(event, ahead).empty()) {
      if (!set_part(read.clause, before)) return std::nullopt;
      return read;
    }
    if (take_last_any(event, ahead).empty() && !is_shown) {
      if (!set_event(read.clause, before, &Clause::before)) return std::nullopt;
      return read;
    }
  }
  if (!take_last_any(before, ahead).empty()) {
    // 会议召开前7日内 may be the latest or the earliest day.
    if (read.rest.starts_with("内") || read.rest.starts_with("以内") ||
        read.rest.starts_with("之内"))
      return std::nullopt;
    take(read.rest, "以上");
  } else if (is_early || take_any(read.rest, ahead).empty()) {
    return std::nullopt;
  }
  if (before.empty()) return is_least ? Read(read) : std::nullopt;
  if (take_any(before, at_least).empty()) take_any(before, latest);
  take_last(before, "之日") || take_last(before, "的");
  if (!set_event(read.clause, before, &Clause::before)) return std::nullopt;
  return read;
}

Read read_deadline(string_view piece) {
  const auto found = find_duration(piece);
  if (!found || found->counted.least > 0) return std::nullopt;
  ReadClause read;
  Clause& clause = read.clause;
  clause.within = found->counted.duration;
  read.rest = found->rest;
  constexpr string_view inside[] = {"期限内", "以内", "之内", "内的", "内"};
  const bool is_inside = !take_any(read.rest, inside).empty();
  if (is_inside) take_idle_end(read.rest, *clause.within);
  if (is_no_limit(read.rest, is_inside)) return std::nullopt;
  if (found->counted.lacks_measure) {
    read.slip = Slip::Kind::no_measure;
    read.slip_text = found->counted.text;
  }
  string_view before = found->before;
  read.is_most = take_bound(before, clause);
  const bool is_limit = is_inside || read.is_most;
  if (const auto event = event_before_limit(before, is_inside);
      !event.empty()) {
    // 公告之日起30日 may be for how long.
    constexpr string_view shown[] = {"公示", "公告"};
    if (!is_limit && event.size() < before.size() &&
        ends_with_any(event, shown))
      return std::nullopt;
    if (!set_event(clause, event, &Clause::after)) return std::nullopt;
    return read;
  }
  if (!set_part_before_limit(clause, before, is_inside)) return std::nullopt;
  if (!is_limit) {
    // 24小时 alone is around the clock.
    if (clause.within->unit == Unit::hour) return std::nullopt;
    // 6个月, 1年 alone mean how often; 20个工作日 a limit.
    if (!is_short(*clause.within)) {
      clause.every = clause.within;
      clause.within.reset();
    }
    read.is_number = true;
  }
  if (!read.slip) read.slip = Slip::Kind::bare;
  if (read.slip_text.empty())
    read.slip_text =
        piece.substr(found->before.size(),
                     piece.size() - found->before.size() - read.rest.size());
  if (read.slip == Slip::Kind::bare && clause.within &&
      take_event_behind(read)) {
    read.slip.reset();
    read.is_number = false;
  }
  return read;
}

}  // namespace catalog::phrase
