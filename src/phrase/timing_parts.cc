#include "phrase/timing_parts.h"

#include <algorithm>

#include "phrase/timing_duration.h"
#include "phrase/timing_event.h"
#include "phrase/timing_guard.h"
#include "phrase/timing_tail.h"
#include "phrase/timing_text.h"
#include "phrase/timing_words.h"
#include "unicode/closest.h"
#include "unicode/utf8.h"

namespace catalog::phrase {
namespace {

using std::string_view;

constexpr string_view bodies[] = {"企业", "部门", "机关",   "政府",   "单位",
                                  "机构", "局",   "委员会", "办公室", "中心"};

/// 自 that begins a name rather than an event.
bool is_own_zi(string_view from_zi) {
  constexpr string_view others[] = {"自行政",   "自主管", "自身份",
                                    "自营业执", "自动工", "自费用"};
  string_view rest = from_zi;
  if (!take_any(rest, others).empty()) return false;
  constexpr string_view words[] = {"自然", "自治", "自建", "自查", "自主",
                                   "自行", "自愿", "自身", "自动", "自来",
                                   "自救", "自助", "自我", "自营", "自费"};
  return std::any_of(std::begin(words), std::end(words), [&](string_view word) {
    return from_zi.starts_with(word);
  });
}

/// What stands before an event: a part of the content, and who acts.
struct Parted {
  string_view part;
  string_view event;
  bool is_firm = false;  // 应当 stands between them
};

/// Splits `处罚决定应自作出` behind the part; nothing where it is unclear.
Parted parted(string_view text) {
  constexpr string_view firm[] = {
      "应当自",         "应当在",   "应当从",
      "应当于",         "应自",     "应在",
      "应从",           "应于",     "公开时间不得晚于",
      "公开时间不晚于", "不得晚于", "不得迟于",
      "须自",           "须在",     "须于",
      "需在",           "需自",     "必须自",
      "必须在",         "应不晚于", "应不迟于",
      "不晚于",         "不迟于",   "最迟于"};
  for (const string_view word : firm)
    if (const auto at = text.find(word); at != text.npos && at > 0)
      return {text.substr(0, at), text.substr(at + word.size()), true};
  // 发行信息发行: the second is what happens.
  for (const string_view word : {"信息", "情况", "结果"})
    if (const auto at = text.find(word); at != text.npos && at > 0)
      if (const string_view event = text.substr(at + word.size());
          !event.empty() && text.starts_with(event))
        return {text.substr(0, at + word.size()), event};
  for (std::size_t at = text.find("自", 3); at != text.npos;
       at = text.find("自", at + 3)) {
    constexpr string_view before[] = {"来", "亲", "各", "独", "擅", "私"};
    if (!is_own_zi(text.substr(at)) &&
        !ends_with_any(text.substr(0, at), before))
      return {text.substr(0, at), text.substr(at + 3)};
  }
  if (const auto at = text.find("每学"); at != text.npos && at > 0)
    return {text.substr(0, at), text.substr(at)};
  for (auto at = text.find("在", 6); at != text.npos;
       at = text.find("在", at + 3)) {
    constexpr string_view before[] = {"所", "存", "正", "现", "潜",
                                      "实", "旨", "内", "好"};
    constexpr string_view behind[] = {"在建", "在职", "在编", "在校", "在线",
                                      "在岗", "在籍", "在册", "在地", "在场"};
    string_view rest = text.substr(at);
    if (take_any(rest, behind).empty() &&
        !ends_with_any(text.substr(0, at), before))
      return {text.substr(0, at), text.substr(at + 3)};
  }
  // 债务余额随预算草案批准: begun by what it goes along with.
  if (const auto at = find_along(text);
      at != text.npos && at > 0 && is_subject(text.substr(0, at)))
    return {text.substr(0, at), text.substr(at + 3)};
  for (const string_view word : {"在", "从", "于"})
    if (const auto at = text.find(word);
        at != text.npos && at > 0 &&
        (ends_with_any(text.substr(0, at), information) ||
         is_subject(text.substr(0, at))))
      return {text.substr(0, at), text.substr(at + word.size())};
  return {{}, text};
}

/// 信息行成或者变更: a slip of the pen, no event of its own.
bool is_misspelt(string_view text) {
  const std::u32string event = unicode::to_utf32(text);
  for (const string_view cut :
       {"信息形", "信息成", "息形成", "信形成", "信息形成或", "信息形成变"})
    if (text.ends_with(cut)) return true;
  for (const string_view known :
       {"信息形成或者变更", "信息形成或变更", "形成或者变更"})
    if (unicode::edit_distance(event, unicode::to_utf32(known), 1) == 1)
      return true;
  return false;
}

/// 每季度结束, 每年度报告批准: the period is said as well.
void take_period_of_event(string_view& text, Clause& clause) {
  string_view inner = text;
  if (!take(inner, "每") && !take(inner, "各")) return;
  take(inner, "个");
  string_view period = inner;
  const auto unit = take_period(period);
  if (!unit || inner.starts_with("学")) return;
  constexpr string_view ends[] = {"结束", "终了", "末", "届满"};
  clause.every = Duration{1, *unit};
  text = is_one_of(period, ends) ? inner : period;
}

}  // namespace

void take_from(string_view& text) {
  constexpr string_view last[] = {"最迟", "最晚", "至迟"};
  take_any(text, last);
  if (!text.starts_with("应急")) take_any(text, modals);
  if (text.starts_with("自") && !is_own_zi(text))
    take(text, "自");
  else if (text.starts_with("自从"))
    take(text, "自从");
  else if (text.starts_with("在") && !text.starts_with("在建") &&
           !text.starts_with("在职") && !text.starts_with("在编") &&
           !text.starts_with("在校") && !text.starts_with("在线") &&
           !text.starts_with("在任") && !text.starts_with("在岗"))
    take(text, "在");
  else if (text.starts_with("从") && !text.starts_with("从业") &&
           (!text.starts_with("从事") || text.starts_with("从事故") ||
            text.starts_with("从事件") || text.starts_with("从事项")))
    take(text, "从");
  else
    take(text, "于");
}

bool set_part(Clause& clause, string_view part, bool is_firm) {
  while (take_channel(part)) {
  }
  take_last_place(part);
  take_last(part, "的");
  constexpr string_view boards[] = {"公示栏", "公开栏", "公告栏", "网站",
                                    "公众号", "平台",   "电子屏", "宣传栏"};
  // 办事指南政府网站: what and where, with no word between them.
  constexpr string_view content[] = {"结果", "名单", "指南", "文件", "标准",
                                     "情况", "方案", "决定", "报告", "清单"};
  if (ends_with_any(part, boards))
    return is_who_or_where(part) && !contains_any(part, content);
  constexpr string_view closes[] = {"终了", "结束", "届满", "每", "期间"};
  // 活动期间每日更新: a case of its own.
  if (is_span(part)) {
    clause.part = as_printed(part);
    return true;
  }
  if (part.find(',') != part.npos || ends_with_any(part, closes)) return false;
  bool has_modal = false;
  while (!take_last_any(part, modals).empty()) has_modal = true;
  if (!part.starts_with("应急")) take_any(part, modals);
  if (part.empty()) return true;
  // 招标人应当: who acts. 企业每季公告一次 is about them.
  constexpr string_view persons[] = {
      "招标人", "采购人", "负责人", "代理人", "当事人", "投标人", "中标人",
      "出让人", "者",     "站",     "所",     "院",     "队"};
  if ((has_modal || is_firm) &&
      (ends_with_any(part, bodies) || ends_with_any(part, persons)))
    return is_who_or_where(part);
  constexpr string_view offices[] = {"部门", "机关",   "政府",
                                     "局",   "委员会", "办公室"};
  if (const auto by = part.find("由");
      by != part.npos && ends_with_any(part, offices)) {
    if (!is_who_or_where(part.substr(by))) return false;
    part = part.substr(0, by);
    if (part.empty()) return true;
  }
  if (ends_with_any(part, offices)) {
    // 县级政府3月31日前，部门1月31日前
    if (!is_who_or_where(part)) return false;
    clause.part = as_printed(part);
    return true;
  }
  constexpr string_view general[] = {"信息",     "该信息",       "政府信息",
                                     "公开信息", "公开事项信息", "事项",
                                     "公开内容", "公开事项"};
  if (is_one_of(part, general)) return true;
  constexpr string_view reasons[] = {"根据", "视", "按照", "依据", "结合"};
  string_view rest = part;
  const bool is_part = is_firm ? is_who_or_where(part) : is_subject(part);
  constexpr string_view others[] = {"其他", "其余", "其它", "后续",
                                    "事前", "事中", "事后", "发放"};
  const bool is_other = is_one_of(part, others);
  if (!(is_part || is_other || (has_modal && is_who_or_where(part))) ||
      !take_any(rest, reasons).empty())
    return false;
  clause.part = as_printed(part);
  return true;
}

bool set_event(Clause& clause, string_view text, std::string Clause::*event) {
  // 采购意向公开时间原则上不得晚于采购活动开始
  constexpr string_view soft = "原则上";
  if (const auto at = text.find(soft); at != text.npos &&
                                       clause.discretion.empty() &&
                                       (clause.within || clause.lead)) {
    clause.discretion = soft;
    return set_event(clause,
                     std::string(text.substr(0, at)) +
                         std::string(text.substr(at + soft.size())),
                     event);
  }
  take_from(text);
  // 水质监测信息每季度终了
  if (const auto at = text.find("每");
      at != text.npos && at > 0 && is_subject(text.substr(0, at))) {
    if (!set_part(clause, text.substr(0, at))) return false;
    text.remove_prefix(at);
  }
  take_period_of_event(text, clause);
  // 季度执行情况季后10日内
  if (string_view part = text;
      text.size() > 3 && take_last(part, "季") && event == &Clause::after) {
    clause.after = event_of("季");
    return set_part(clause, part);
  }
  // 会前3日: before it begins, where 会后 is after its end.
  if (text == "会" && event == &Clause::before) {
    clause.before = "会议召开";
    return true;
  }
  // A limit that begins with what it limits.
  constexpr string_view itself[] = {"公开", "信息公开", "政府信息公开"};
  if (clause.within && event == &Clause::after && is_one_of(text, itself))
    return false;
  const auto known = default_event(text);
  if (known && !known->part.empty()) {
    clause.*event = known->event;
    return set_part(clause, known->part);
  }
  const Parted split = known ? Parted() : parted(text);
  if (!split.part.empty()) {
    constexpr string_view general[] = {"信息", "政府信息", "该信息",
                                       "公开信息"};
    clause.*event = is_one_of(split.part, general)
                        ? event_of("信息" + std::string(split.event))
                        : event_of(split.event);
    return is_name(split.event) && is_event(split.event) &&
           set_part(clause, split.part, split.is_firm);
  }
  string_view whose = text;
  const bool is_adjustment = take_last(whose, "动态调整");
  clause.*event = event_of(text);
  return is_event(text) &&
         (is_name(text) ||
          (is_adjustment && (whose.empty() || is_name(whose)))) &&
         (known || !is_misspelt(text));
}

void take_soft(string_view& text, Clause& clause) {
  if (const auto word = take_last_any(text, soft_words); !word.empty())
    clause.discretion = word;
}

bool is_reservation(string_view text) {
  constexpr string_view starts[] = {"根据", "视",   "按照", "依据",
                                    "结合", "依照", "依",   "按"};
  constexpr string_view ends[] = {
      "情况", "需要", "进展", "实际", "要求", "规定", "安排", "程度", "进度",
      "状况", "批次", "节点", "部署", "阶段", "环节", "进程", "发展", "变化"};
  constexpr string_view moving[] = {"进展", "进度", "进程", "发展",
                                    "变化", "推进", "实施", "开展"};
  string_view rest = text;
  // 随工作进展
  if (take(rest, "随")) {
    take(rest, "着");
    return ends_with_any(rest, moving) && is_name(rest);
  }
  if (take_any(rest, starts).empty() || !is_name(rest)) return false;
  return ends_with_any(rest, ends);
}

bool is_span(string_view text) {
  constexpr string_view spans[] = {"期间",   "期内",   "期限内", "汛期",
                                   "假期",   "节假日", "防火期", "供暖期",
                                   "采暖期", "过程中"};
  constexpr string_view ends[] = {"期间", "期限内", "期内", "过程中"};
  string_view name = text;
  if (!ends_with_any(text, spans)) return false;
  take_last_any(name, ends);
  take(name, "非");
  return !name.empty() && (is_who_or_where(name) || name == "节假日");
}

bool is_next(string_view day) {
  constexpr string_view starts[] = {"次", "下", "翌"};
  return starts_with_any(day, starts);
}

bool is_notice_noun(string_view text) { return is_one_of(text, notice_nouns); }

bool ends_with_notice_noun(string_view text) {
  return ends_with_any(text, notice_nouns);
}

}  // namespace catalog::phrase
