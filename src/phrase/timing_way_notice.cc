#include <utility>

#include "phrase/timing_duration.h"
#include "phrase/timing_guard.h"
#include "phrase/timing_parts.h"
#include "phrase/timing_tail.h"
#include "phrase/timing_text.h"
#include "phrase/timing_ways.h"
#include "phrase/timing_words.h"

namespace catalog::phrase {
namespace {

using std::string_view;

/// 公示不少于5日,不超过15日: the 15. False where that makes no sense.
bool take_most_of_notice(ReadClause& read) {
  string_view rest = read.rest;
  take(rest, ",");
  take(rest, "且") || take(rest, "并");
  take_any(rest, modals);
  constexpr string_view bounds[] = {"不超过",     "不得超过", "最长不超过",
                                    "最多不超过", "不多于",   "不得多于",
                                    "不长于",     "最长",     "最多"};
  if (take_any(rest, bounds).empty()) return true;
  const auto most = take_duration(rest);
  Clause& clause = read.clause;
  if (!most || most->least > 0 || clause.at_most || !clause.notice ||
      !is_longer(most->duration, *clause.notice))
    return false;
  clause.at_most = most->duration;
  read.rest = rest;
  return true;
}

/// 在申请人所在村（社区）: where it is shown.
bool is_place(string_view text) {
  constexpr string_view places[] = {"村",   "社区", "小组", "小区",
                                    "乡",   "镇",   "街道", "单位",
                                    "学校", "辖区", "现场", "当地"};
  if (!take(text, "在") || !is_who_or_where(text)) return false;
  if (text.ends_with(")")) text = text.substr(0, text.find('('));
  take_last(text, "内");
  return ends_with_any(text, places);
}

/// 规划许可批前, 干部任前: what the notice is called. 报批前, 离任前 are when.
bool is_called_before(string_view text) {
  constexpr string_view names[] = {"批前", "任前", "聘前", "录前", "评前",
                                   "选前", "授前", "证前", "事前"};
  constexpr string_view events[] = {
      "报批前", "审批前", "获批前", "待批前", "呈批前", "离任前", "上任前",
      "到任前", "就任前", "卸任前", "继任前", "担任前", "解聘前", "续聘前",
      "招聘前", "应聘前", "受聘前", "招录前", "拟录前", "初评前", "复评前",
      "参评前", "换证前", "发证前", "办证前", "认证前", "大选前", "当选前"};
  return ends_with_any(text, names) && !ends_with_any(text, events);
}

/// What stands before a notice: an event, who shows it, and of what it is.
bool set_before_notice(Clause& clause, string_view before, string_view noun) {
  constexpr string_view idle[] = {
      "面向社会", "向社会", "向公众", "对外", "进行", "予以", "应当", "应",
      "并",       "须",     "依法",   "主动", "在",   "公开", "最短", "每次"};
  string_view part = before;
  while (take_channel(part)) {
  }
  if (is_place(part)) part = {};
  take_last_place(part);
  // 公开目录 is the name of a list.
  while (!(part.starts_with("公开") && part.size() > 6) &&
         !take_any(part, idle).empty()) {
  }
  while (!take_last_any(part, idle).empty()) {
  }
  // 评议后在村内公示7天
  if (const auto at = part.rfind("在"); at != part.npos && at > 0) {
    constexpr string_view ends[] = {"后", "后,", "起", "起,"};
    if (ends_with_any(part.substr(0, at), ends) &&
        is_who_or_where(part.substr(at + 3)))
      part = part.substr(0, at);
  }
  take_last(part, ",");
  constexpr string_view ahead[] = {"之前", "以前", "前"};
  string_view event = part;
  if (!is_called_before(part) && !take_last_any(event, ahead).empty() &&
      event.size() > 3) {
    if (!set_event(clause, event, &Clause::before)) return false;
    part = {};
  }
  event = part;
  constexpr string_view behind[] = {"之日起", "之后", "以后", "后"};
  if (!take_last_any(event, behind).empty() && event.size() > 3) {
    if (!set_event(clause, event, &Clause::after)) return false;
    part = {};
  }
  constexpr string_view boards[] = {"公示栏", "公开栏", "公告栏", "网站",
                                    "公众号", "平台",   "电子屏", "宣传栏"};
  if (ends_with_any(part, boards)) {
    if (!is_who_or_where(part)) return false;
    part = {};
  }
  if (part.empty()) {
    if (noun != "公示") clause.part = noun;
    return true;
  }
  take_last(part, "的");
  const std::string name = std::string(part) + std::string(noun);
  if (!is_subject(part) && !is_notice_noun(part) && !is_subject(name))
    return false;
  if (!is_name(name) || name.find(',') != name.npos) return false;
  clause.part = as_printed(name);
  return true;
}

}  // namespace

Read read_retention(string_view piece) {
  const auto found = find_duration(piece);
  if (!found) return std::nullopt;
  if (found->counted.least > 0) return std::nullopt;
  ReadClause read;
  string_view before = found->before;
  read.clause.retention = found->counted.duration;
  read.rest = found->rest;
  constexpr string_view keeps[] = {"保留期限为", "保留时间为", "保留期为",
                                   "保留期", "保留"};
  constexpr string_view shows[] = {"公开期满", "公示期满", "公开满",
                                   "公示满",   "公布满",   "发布满",
                                   "满",       "公示",     "公开"};
  constexpr string_view stops[] = {
      "不再公开", "不再公示", "不再公布", "不再保留", "停止公示", "停止公开",
      "停止公布", "停止发布", "予以撤下", "予以下架", "撤下",     "撤除",
      "下架",     "撤销公示", "移出",     "移除",     "终止公示"};
  constexpr string_view terms[] = {"公开期限为", "公开期限",   "公开期为",
                                   "公开时间为", "公开时长为", "公开时长"};
  const bool is_term =
      is_long(found->counted.duration) && !take_last_any(before, terms).empty();
  constexpr string_view ends[] = {"内", "以内", "前", "后", "起"};
  if (string_view next = read.rest; is_term && !take_any(next, ends).empty())
    return std::nullopt;
  if (is_term || !take_last_any(before, keeps).empty()) {
    if (before.ends_with("不")) return std::nullopt;
    // 保留5年以上: no day on which it goes is said.
    if (take(read.rest, "以上")) {
      read.clause.notice = std::exchange(read.clause.retention, {});
      read.clause.part = {};
    }
  } else if (!take_last_any(before, shows).empty()) {
    take(read.rest, "后") || take(read.rest, "的");
    take(read.rest, ",");
    take(read.rest, "自动");
    if (take_any(read.rest, stops).empty()) return std::nullopt;
  } else {
    return std::nullopt;
  }
  take_last_any(before, modals);
  take_last(before, "网上");
  constexpr string_view since[] = {
      "自公示之日起", "自公开之日起", "自公布之日起", "自发布之日起",
      "公示之日起",   "公开之日起",   "公布之日起",   "发布之日起",
      "公示后",       "公开后",       "公布后",       "发布后"};
  take_last_any(before, since);
  if (!before.empty() && !set_part(read.clause, before)) return std::nullopt;
  return read;
}

Read read_notice(string_view piece) {
  const auto found = find_duration(piece);
  if (!found) return std::nullopt;
  ReadClause read;
  read.clause.notice = found->counted.duration;
  if (const int least = found->counted.least; least > 0) {
    read.clause.at_most = read.clause.notice;
    read.clause.notice->count = least;
  }
  read.rest = found->rest;
  constexpr string_view upper[] = {"内",   "以内", "之内", "前",   "之前",
                                   "以前", "后",   "之后", "以后", "一次"};
  for (const string_view word : upper)
    if (read.rest.starts_with(word)) return std::nullopt;
  take(read.rest, "(含)");
  take(read.rest, "以上") || take(read.rest, "及以上");
  if (!take_most_of_notice(read)) return std::nullopt;
  string_view before = found->before;
  take_soft(before, read.clause);
  const bool is_least = !take_last_any(before, at_least).empty();
  take_soft(before, read.clause);
  take_last_any(before, modals);
  take_last(before, "为") || take_last(before, "是") ||
      take_last(before, "达到");
  take_last_any(before, modals);
  take_soft(before, read.clause);
  constexpr string_view terms[] = {"时间", "期限", "时限", "期间",
                                   "周期", "期",   "时长"};
  take_last_any(before, terms);
  take_last(before, "的");
  string_view noun = take_last_any(before, notice_nouns);
  constexpr string_view each_time[] = {"每次", "每榜", "每轮", "每期", "每批"};
  // 保留不少于5年: no day on which it goes is said. 为期7天
  constexpr string_view stays[] = {"公开保存", "公开保留", "保留", "公开"};
  const bool is_stay =
      noun.empty() && is_least && !take_last_any(before, stays).empty();
  // 公开后保留不少于3个月
  constexpr string_view there[] = {"公开", "公示", "公布", "发布"};
  constexpr string_view since[] = {"之日起", "之后", "以后", "后"};
  if (string_view event = before;
      is_stay && !take_last_any(event, since).empty()) {
    take_from(event);
    if (is_one_of(event, there)) before = {};
  }
  if (is_stay || before == "为" || (is_least && is_one_of(before, each_time)))
    noun = "公示";
  if (before == "为" || is_one_of(before, each_time)) before = {};
  if (noun.empty()) {
    if (!is_least) return std::nullopt;
    if (!before.empty() &&
        (!ends_with_any(before, information) || !set_part(read.clause, before)))
      return std::nullopt;
    before = {};
    noun = "公示";
  }
  if (found->counted.lacks_measure) {
    read.slip = Slip::Kind::no_measure;
    read.slip_text = found->counted.text;
  }
  if (!set_before_notice(read.clause, before, noun)) return std::nullopt;
  return read;
}

}  // namespace catalog::phrase
