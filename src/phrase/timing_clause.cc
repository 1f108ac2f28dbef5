#include "phrase/timing_clause.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "phrase/timing_guard.h"
#include "phrase/timing_text.h"
#include "phrase/timing_words.h"
#include "unicode/closest.h"
#include "unicode/utf8.h"

namespace catalog::phrase {

using std::string_view;

bool is_reservation(string_view text) {
  constexpr string_view starts[] = {"根据", "视",   "按照", "依据",
                                    "结合", "依照", "依",   "按"};
  constexpr string_view ends[] = {
      "情况", "需要", "进展", "实际", "要求", "规定", "安排", "程度",
      "进度", "状况", "批次", "节点", "部署", "阶段", "环节", "进程"};
  string_view rest = text;
  if (take_any(rest, starts).empty() || !is_name(rest)) return false;
  return ends_with_any(rest, ends);
}

bool is_span(string_view text) {
  constexpr string_view spans[] = {"期间",   "期内",   "期限内",
                                   "汛期",   "假期",   "节假日",
                                   "防火期", "供暖期", "采暖期"};
  constexpr string_view ends[] = {"期间", "期限内", "期内"};
  string_view name = text;
  if (!ends_with_any(text, spans)) return false;
  take_last_any(name, ends);
  take(name, "非");
  return !name.empty() && (is_who_or_where(name) || name == "节假日");
}

namespace {

using Read = std::optional<ReadClause>;

constexpr string_view modals[] = {"应当", "必须", "需要", "应该",
                                  "应",   "须",   "需",   "要"};
constexpr string_view soft_words[] = {"原则上", "一般"};
constexpr string_view at_most[] = {
    "最长不超过", "最迟不超过", "最多不超过", "最长不得超过", "不得超过",
    "不超过",     "不晚于",     "不迟于",     "最迟",         "最晚",
    "至迟",       "最长",       "最多"};
/// Of a day: 最迟于每年4月1日前.
constexpr string_view latest[] = {"最迟",   "最晚",     "至迟",    "不晚于",
                                  "不迟于", "不得晚于", "不得迟于"};
constexpr string_view at_least[] = {
    "应当不少于", "应不少于", "不得少于", "不少于", "不得低于", "不低于",
    "不短于",     "不得短于", "至少为",   "至少",   "最少"};
constexpr string_view links[] = {
    "之日起的", "之日的次日起", "的次日起", "之次日起", "次日起", "之日起计算",
    "之日起算", "之日开始",     "之日起",   "当日起",   "当天起", "日起",
    "之时起",   "时起",         "起",       "之后的",   "之后",   "以后",
    "后的",     "后",           "之日",     "的",       "时"};
constexpr string_view notice_nouns[] = {
    "公开征求意见", "征求公众意见", "征求意见", "征集意见", "听取意见",
    "公示",         "公告",         "公开展示", "展示",     "发布",
    "公布",         "发售",         "正式披露", "信息披露", "披露",
    "张榜",         "挂牌",         "公众参与", "报名"};
constexpr string_view information[] = {
    "信息", "内容", "事项", "情况", "结果", "名单", "文件", "政策", "方案",
    "决定", "部分", "数据", "计划", "标准", "公告", "公示", "通知", "报告",
    "流程", "指南", "目录", "清单", "表",   "办法", "制度", "资料", "材料",
    "规划", "预案", "公布", "服务", "动态", "意见", "预算", "决算", "资金",
    "的",   "类",   "项目", "公开", "活动", "问题", "条件", "时间", "地址",
    "电话", "职责", "职能", "机构", "简介", "方式", "名录", "章程", "依据",
    "渠道", "简章", "证书", "程序", "合同", "档案"};
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

/// Takes 自, 在, 于 and the like off the front of an event.
void take_from(string_view& text) {
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
           !text.starts_with("从事"))
    take(text, "从");
  else
    take(text, "于");
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
  for (const string_view word : {"在", "从", "于"})
    if (const auto at = text.find(word);
        at != text.npos && at > 0 &&
        ends_with_any(text.substr(0, at), information))
      return {text.substr(0, at), text.substr(at + word.size())};
  return {{}, text};
}

/// Sets the part, without who acts: `公共交通企业应当` is no content.
bool set_part(Clause& clause, string_view part, bool is_firm = false) {
  while (take_channel(part)) {
  }
  take_last(part, "的");
  constexpr string_view boards[] = {"公示栏", "公开栏", "公告栏", "网站",
                                    "公众号", "平台",   "电子屏", "宣传栏"};
  if (ends_with_any(part, boards)) return is_who_or_where(part);
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
  constexpr string_view persons[] = {"人", "者", "站", "所", "院", "队"};
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
  if (std::find(std::begin(general), std::end(general), part) !=
      std::end(general))
    return true;
  constexpr string_view reasons[] = {"根据", "视", "按照", "依据", "结合"};
  string_view rest = part;
  const bool is_part = is_firm ? is_who_or_where(part) : is_subject(part);
  constexpr string_view others[] = {"其他", "其余", "其它", "后续",
                                    "事前", "事中", "事后", "发放"};
  const bool is_other =
      std::find(std::begin(others), std::end(others), part) != std::end(others);
  if (!(is_part || is_other || (has_modal && is_who_or_where(part))) ||
      !take_any(rest, reasons).empty())
    return false;
  clause.part = as_printed(part);
  return true;
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

/// The event in `text`, and the part before it, into the clause.
bool set_event(Clause& clause, string_view text, std::string Clause::*event) {
  // 采购意向公开时间原则上不得晚于采购活动开始
  if (const auto at = text.find("原则上"); at != text.npos &&
                                           clause.discretion.empty() &&
                                           (clause.within || clause.lead)) {
    const string_view soft = "原则上";
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
  // 每季度结束, 每年度报告批准: the period is said as well.
  string_view inner = text;
  if (take(inner, "每") || take(inner, "各")) {
    take(inner, "个");
    string_view period = inner;
    if (const auto unit = take_period(period);
        unit && !inner.starts_with("学")) {
      constexpr string_view ends[] = {"结束", "终了", "末", "届满"};
      clause.every = Duration{1, *unit};
      text =
          std::find(std::begin(ends), std::end(ends), period) == std::end(ends)
              ? period
              : inner;
    }
  }
  // 季度执行情况季后10日内
  if (string_view part = text;
      text.size() > 3 && take_last(part, "季") && event == &Clause::after) {
    if (!set_part(clause, part)) return false;
    clause.after = event_of("季");
    return true;
  }
  // 会前3日: before it begins, where 会后 is after its end.
  if (text == "会" && event == &Clause::before) {
    clause.before = "会议召开";
    return true;
  }
  const auto known = default_event(text);
  if (known && !known->part.empty()) {
    string_view part = known->part;
    if (!set_part(clause, part)) return false;
    clause.*event = known->event;
    return true;
  }
  if (!known) {
    const Parted split = parted(text);
    if (!split.part.empty()) {
      if (!is_name(split.event) || !is_event(split.event) ||
          !set_part(clause, split.part, split.is_firm))
        return false;
      constexpr string_view general[] = {"信息", "政府信息", "该信息",
                                         "公开信息"};
      const bool is_general = std::find(std::begin(general), std::end(general),
                                        split.part) != std::end(general);
      clause.*event = is_general ? event_of("信息" + std::string(split.event))
                                 : event_of(split.event);
      return true;
    }
  }
  string_view whose = text;
  const bool is_adjustment = take_last(whose, "动态调整");
  if (!is_event(text) ||
      !(is_name(text) ||
        (is_adjustment && (whose.empty() || is_name(whose)))) ||
      (!known && is_misspelt(text)))
    return false;
  clause.*event = event_of(text);
  return true;
}

void take_soft(string_view& text, Clause& clause) {
  if (const auto word = take_last_any(text, soft_words); !word.empty())
    clause.discretion = word;
}

// Each way below reads one kind of clause at the front of a piece.

/// 公示满5年不再公示, 公开满1年后撤下, 保留5年.
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
  constexpr string_view shows[] = {"公开期满", "公示期满", "公开满", "公示满",
                                   "公布满",   "发布满",   "满"};
  constexpr string_view stops[] = {
      "不再公开", "不再公示", "不再公布", "不再保留", "停止公示",
      "停止公开", "予以撤下", "予以下架", "撤下",     "撤除",
      "下架",     "撤销公示", "终止公示"};
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
      "公示之日起",   "公开之日起",   "公布之日起",   "发布之日起"};
  take_last_any(before, since);
  if (!before.empty() && !set_part(read.clause, before)) return std::nullopt;
  return read;
}

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
      most->duration.unit != clause.notice->unit ||
      most->duration.count <= clause.notice->count)
    return false;
  clause.at_most = most->duration;
  read.rest = rest;
  return true;
}

/// 公示不少于7个工作日, 公告期限为5个工作日, 规划报批前公示30日.
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
  constexpr string_view terms[] = {"时间", "期限", "时限",
                                   "周期", "期",   "时长"};
  take_last_any(before, terms);
  take_last(before, "的");
  string_view noun = take_last_any(before, notice_nouns);
  // 保留不少于5年: no day on which it goes is said. 为期7天
  constexpr string_view stays[] = {"公开保存", "公开保留", "保留", "公开"};
  if ((noun.empty() && is_least && !take_last_any(before, stays).empty()) ||
      before == "为")
    noun = "公示";
  if (before == "为") before = {};
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
  constexpr string_view idle[] = {
      "面向社会", "向社会", "向公众", "对外", "进行", "予以", "应当",
      "应",       "并",     "须",     "依法", "主动", "在",   "公开"};
  string_view part = before;
  while (take_channel(part)) {
  }
  while (!take_any(part, idle).empty()) {
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
  if (!take_last_any(event, ahead).empty() && event.size() > 3) {
    if (!set_event(read.clause, event, &Clause::before)) return std::nullopt;
    part = {};
  }
  event = part;
  constexpr string_view behind[] = {"之日起", "之后", "以后", "后"};
  if (!take_last_any(event, behind).empty() && event.size() > 3) {
    if (!set_event(read.clause, event, &Clause::after)) return std::nullopt;
    part = {};
  }
  constexpr string_view boards[] = {"公示栏", "公开栏", "公告栏", "网站",
                                    "公众号", "平台",   "电子屏", "宣传栏"};
  if (ends_with_any(part, boards)) {
    if (!is_who_or_where(part)) return std::nullopt;
    part = {};
  }
  if (part.empty()) {
    if (noun != "公示") read.clause.part = noun;
    return read;
  }
  const std::string name = std::string(part) + std::string(noun);
  if (!is_subject(part) && !is_notice_noun(part) && !is_subject(name))
    return std::nullopt;
  if (!is_name(name) || name.find(',') != name.npos) return std::nullopt;
  read.clause.part = as_printed(name);
  return read;
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
    take(next, "在") || take(next, "于") || take(next, "(");
    if (read.clause.by.empty())
      if (const auto day = take_day(next, true)) {
        if (next.starts_with("后") || next.starts_with("起")) return false;
        if (next.starts_with("及") || next.starts_with("或") ||
            next.starts_with("左右"))
          return false;
        const bool is_by = take_any(next, ahead).ends_with("前");
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

/// A day told by the event before it: 次月15日, 次年3月底.
bool is_next(string_view day) {
  constexpr string_view starts[] = {"次", "下", "翌"};
  return !take_any(day, starts).empty();
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

/// 每季度至少公布1次, 每年1月31日前, 按月公开, 半年更新一次.
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
      while (take_tail(term)) {
      }
      if (const auto times = take_number(term); times && take(term, "次"))
        while (take_tail(term)) {
        }
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

/// 1月31日前, 3月底前, 次年3月底前公开.
Read read_day(string_view piece) {
  constexpr string_view ahead[] = {"之前", "以前", "前", "内"};
  for (std::size_t at = 0; at < piece.size();) {
    ReadClause read;
    string_view rest = piece.substr(at);
    string_view before = piece.substr(0, at);
    const auto day = take_day(rest, false);
    if (day) {
      // 年底公开, 4月1日至4月30日
      constexpr string_view plain[] = {"年初",   "年中", "年底", "年末",
                                       "年终",   "月底", "月末", "季末",
                                       "季度末", "上旬", "中旬", "下旬"};
      const bool is_plain =
          ends_with_any(piece.substr(0, piece.size() - rest.size()), plain) ||
          day->find("至") != day->npos || day->ends_with("月") ||
          day->ends_with("季度");
      if (rest.starts_with("及") || rest.starts_with("左右"))
        return std::nullopt;
      const string_view limit = take_any(rest, ahead);
      if (limit.empty()) {
        string_view tail = rest;
        if (!is_plain || !(rest.empty() || take_tail(tail))) {
          at += static_cast<std::size_t>(rest.data() - piece.data()) - at;
          continue;
        }
      }
      take_last(before, "于") || take_last(before, "在");
      take_last_any(before, modals);
      take_last_any(before, latest);
      take_last_any(before, modals);
      take_soft(before, read.clause);
      constexpr string_view behind[] = {"之后", "以后", "后的", "后"};
      if (string_view event = before;
          is_next(*day) &&
          (!take_last_any(event, behind).empty() || take_last(event, "的"))) {
        // 年度终了后次年3月底前
        if (limit.ends_with("前") && is_span_of_days(*day)) return std::nullopt;
        if (!set_event(read.clause, event, &Clause::after)) return std::nullopt;
        before = {};
      }
      if (!before.empty() && !set_part(read.clause, before))
        return std::nullopt;
      read.clause.by = *day;
      if (limit.ends_with("前") && is_span_of_days(*day))
        read.clause.by += "前";
      read.rest = rest;
      return read;
    }
    do ++at;
    while (at < piece.size() &&
           (static_cast<unsigned char>(piece[at]) & 0xC0) == 0x80);
  }
  return std::nullopt;
}

/// 提前一周, 举行7个工作日前, 实施之日3日前.
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
    const bool is_shown =
        ends_with_any(before, information) || ends_with_any(before, shown);
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

/// 信息形成或者变更之日起20个工作日内, 批准后20日内, 20个工作日.
Read read_deadline(string_view piece) {
  const auto found = find_duration(piece);
  if (!found) return std::nullopt;
  ReadClause read;
  Clause& clause = read.clause;
  clause.within = found->counted.duration;
  read.rest = found->rest;
  string_view before = found->before;
  constexpr string_view inside[] = {"期限内", "以内", "之内", "内的", "内"};
  const bool is_inside = !take_any(read.rest, inside).empty();
  constexpr string_view outside[] = {
      "前", "之前", "以前", "后", "之后", "以后", "以上", "左右", "起",
      "至", "-",    "~",    "—",  "半",   "或",   "外",   "之外", "以外"};
  if (found->counted.least > 0) return std::nullopt;
  for (const string_view word : outside)
    if (read.rest.starts_with(word)) return std::nullopt;
  // 3年内持续公布 is for how long; 7日内容 is no limit at all.
  constexpr string_view other[] = {"持续", "长期", "保持", "始终",
                                   "一直", "常年", "容",   "部",
                                   "设",   "控",   "资",   "审批外"};
  if (string_view next = read.rest; is_inside && !take_any(next, other).empty())
    return std::nullopt;
  if (found->counted.lacks_measure) {
    read.slip = Slip::Kind::no_measure;
    read.slip_text = found->counted.text;
  }
  take_soft(before, clause);
  while (!take_last_any(before, modals).empty() || take_last(before, "在")) {
  }
  const bool is_bound = !take_last_any(before, at_most).empty();
  read.is_most = is_bound;
  take_soft(before, clause);
  while (!take_last_any(before, modals).empty() || take_last(before, "在") ||
         take_last(before, "于")) {
  }
  take_last(before, ",");
  // 一般20个工作日内, but 一般事故60日内
  constexpr string_view starts[] = {"自", "在", "应", "于"};
  string_view behind_soft = before;
  if (const auto word = take_any(behind_soft, soft_words);
      !word.empty() && (word == "原则上" || behind_soft.empty() ||
                        ends_with_any(behind_soft.substr(0, 3), starts))) {
    clause.discretion = word;
    before = behind_soft;
  }
  string_view event = before;
  constexpr string_view closes[] = {"终了", "结束", "届满"};
  if (is_inside && ends_with_any(before, closes)) {
    if (!set_event(clause, before, &Clause::after)) return std::nullopt;
    return read;
  }
  constexpr string_view adverb[] = {"及", "实", "即", "随", "按", "适", "同"};
  if (const auto link = take_last_any(event, links);
      !link.empty() && !event.empty() && link != "的" && before != "事后" &&
      !(link == "时" && ends_with_any(event, adverb))) {
    // 公告之日起30日 may be for how long.
    constexpr string_view shown[] = {"公示", "公告"};
    if (!is_inside && !is_bound && ends_with_any(event, shown))
      return std::nullopt;
    if (!set_event(clause, event, &Clause::after)) return std::nullopt;
    return read;
  }
  if (const auto known = default_event(before)) {
    if (!set_event(clause, before, &Clause::after)) return std::nullopt;
    return read;
  }
  // 信息获取(形成、变更)20个工作日内
  if (before.starts_with("信息") && before.ends_with(")") && is_inside) {
    if (!set_event(clause, before, &Clause::after)) return std::nullopt;
    return read;
  }
  // 事故发生24小时内
  constexpr string_view ended[] = {
      "发生", "变更", "更新", "批准", "签订", "确定", "印发", "办结", "完成",
      "出具", "批复", "核发", "作出", "下达", "通过", "形成", "受理"};
  if (is_inside && ends_with_any(before, ended)) {
    if (!set_event(clause, before, &Clause::after)) return std::nullopt;
    return read;
  }
  // 收到申请20个工作日内
  constexpr string_view acts[] = {"收到", "作出", "接到", "确定",
                                  "签订", "取得", "获得", "下达"};
  for (const string_view act : acts)
    if (before.starts_with(act) && is_inside) {
      if (!set_event(clause, before, &Clause::after)) return std::nullopt;
      return read;
    }
  take_last(before, "的");
  take_last(before, "为");
  if (before == "事后") {
    clause.part = before;
    before = {};
  }
  // 公示起止时间为7天 is for how long.
  constexpr string_view shows[] = {"公示", "公告"};
  constexpr string_view ends[] = {"时间", "期限"};
  if (!is_inside && ends_with_any(before, ends) && contains_any(before, shows))
    return std::nullopt;
  // 供应商质疑答复期限7个工作日
  constexpr string_view terms[] = {"办理时限", "办结时限", "期限", "时限",
                                   "时间"};
  const Unit unit = clause.within->unit;
  const bool is_short =
      unit == Unit::working_day || unit == Unit::day || unit == Unit::hour;
  constexpr string_view legal[] = {"法定", "承诺"};
  if (string_view of = before; is_short && !is_inside &&
                               !take_last_any(of, terms).empty() &&
                               is_subject(of) && !ends_with_any(of, legal))
    before = of;
  // 承诺5个工作日, 法定时限20个工作日
  constexpr string_view kinds[] = {"法定办结时限", "承诺办结时限", "法定时限",
                                   "承诺时限",     "法定期限",     "承诺期限",
                                   "法定",         "承诺"};
  if (std::find(std::begin(kinds), std::end(kinds), before) !=
      std::end(kinds)) {
    clause.part = before;
    before = {};
  }
  if (!before.empty()) {
    constexpr string_view shown[] = {"公布", "公示", "公告", "发布"};
    // 公示不超过7日 is for how long, not by when.
    if (!is_inside && ends_with_any(before, shown)) return std::nullopt;
    if (!(ends_with_any(before, information) || is_subject(before)) ||
        !set_part(clause, before))
      return std::nullopt;
  }
  // 24小时 alone is around the clock.
  if (!is_inside && !is_bound && clause.within->unit == Unit::hour)
    return std::nullopt;
  if (!is_inside && !is_bound) {
    // 6个月, 1年 alone mean how often; 20个工作日 a limit.
    if (!is_short) {
      clause.every = clause.within;
      clause.within.reset();
    }
    read.is_number = true;
    if (!read.slip) read.slip = Slip::Kind::bare;
  } else if (!read.slip) {
    read.slip = Slip::Kind::bare;
  }
  if (read.slip_text.empty())
    read.slip_text =
        piece.substr(found->before.size(),
                     piece.size() - found->before.size() - read.rest.size());
  return read;
}

/// 随采购公告公开, 与政策文件同步发布.
Read read_with(string_view piece) {
  ReadClause read;
  constexpr string_view joints[] = {"一并", "一同", "同步", "同时",
                                    "一起", "同期", "同日"};
  constexpr string_view verbs[] = {"公开", "公布", "发布", "公告",
                                   "公示", "下发", "印发"};
  for (const string_view start : {"随同", "随", "与", "同", "和"}) {
    std::size_t at = piece.find(start);
    if (at == piece.npos) continue;
    if (piece.substr(at).starts_with("随时") ||
        piece.substr(at).starts_with("同时") ||
        piece.substr(at).starts_with("同步"))
      continue;
    const string_view before = piece.substr(0, at);
    const bool is_along =
        start.starts_with("随") && !piece.substr(at).starts_with("随机") &&
        !piece.substr(at).starts_with("随意") && !before.ends_with("伴");
    if (!before.empty() && !is_along && !is_subject(before) &&
        !ends_with_any(before, information) && !ends_with_any(before, modals))
      continue;
    if (!before.empty() && !set_part(read.clause, before)) continue;
    const string_view behind = piece.substr(at + start.size());
    std::size_t end = behind.npos;
    string_view joint;
    for (const string_view word : joints)
      if (const auto place = behind.find(word); place < end) {
        end = place;
        joint = word;
      }
    string_view name = behind.substr(0, end);
    if (end == behind.npos) {
      if (!start.starts_with("随")) continue;
      // 随采购公告公开: the last verb is what is done.
      while (!name.empty() && !ends_with_any(name, verbs)) {
        return std::nullopt;
      }
      const string_view verb = take_last_any(name, verbs);
      if (name.empty()) name = verb;
      read.rest = {};
    } else {
      read.rest = behind.substr(end + joint.size());
      // 同步组织、同步审签、同步发布
      constexpr string_view steps[] = {"组织", "审签", "部署", "起草", "研究",
                                       "谋划", "制作", "审批", "、",   "同步"};
      while (!take_any(read.rest, steps).empty()) {
      }
    }
    if (!is_name(name) || !is_event(name)) continue;
    read.clause.with = as_printed(name);
    return read;
  }
  return std::nullopt;
}

/// Words that by themselves say when.
struct Adverb {
  string_view word;
  bool Clause::*flag;  // null: left to the office
};

constexpr Adverb adverbs[] = {{"长期有效", &Clause::standing},
                              {"常态化", &Clause::standing},
                              {"常态", &Clause::standing},
                              {"全年", &Clause::standing},
                              {"一直", &Clause::standing},
                              {"第一时间", &Clause::promptly},
                              {"及时", &Clause::promptly},
                              {"尽快", &Clause::promptly},
                              {"尽早", &Clause::promptly},
                              {"迅速", &Clause::promptly},
                              {"实时", &Clause::at_once},
                              {"即时", &Clause::at_once},
                              {"立即", &Clause::at_once},
                              {"即刻", &Clause::at_once},
                              {"立刻", &Clause::at_once},
                              {"马上", &Clause::at_once},
                              {"随时", &Clause::at_once},
                              {"当场", &Clause::at_once},
                              {"长期", &Clause::standing},
                              {"永久", &Clause::standing},
                              {"常年", &Clause::standing},
                              {"持续", &Clause::standing},
                              {"始终", &Clause::standing},
                              {"长久", &Clause::standing},
                              {"滚动", &Clause::dynamic},
                              {"动态", &Clause::dynamic},
                              {"同步", nullptr},
                              {"定期或不定期", nullptr},
                              {"不定期", nullptr},
                              {"定期", nullptr},
                              {"适时", nullptr},
                              {"按时", nullptr},
                              {"按期", nullptr},
                              {"如期", nullptr},
                              {"按需", nullptr},
                              {"择机", nullptr}};

/// 发生变更, 信息有调整
bool is_change(string_view text) {
  constexpr string_view starts[] = {
      "信息", "内容", "如果", "如",   "若",   "一旦", "发生", "出现",
      "有关", "有",   "政策", "情况", "数据", "遇",   "相关", "的"};
  constexpr string_view changes[] = {"变更", "变化", "变动", "调整",
                                     "更新", "修改", "修订"};
  while (!take_any(text, starts).empty()) {
  }
  return !take_any(text, changes).empty() && text.empty();
}

/// What stands before an adverb: nothing, an event, a part, a reservation.
bool set_before_adverb(Clause& clause, string_view before) {
  take_last(before, ",");
  if (is_reservation(before)) {
    clause.discretion = as_printed(before);
    return true;
  }
  constexpr string_view when[] = {"之日起", "之日",   "之后", "以后",
                                  "后",     "的同时", "同时", "时"};
  constexpr string_view idle[] = {
      "应当",     "应该", "应",   "须",       "需",   "要",
      "保持",     "并",   "予以", "即",       "的",   "坚持",
      "主动公开", "公开", "后续", "依法依规", "依法", "依规"};
  take_last(before, ",");
  while (!take_last_any(before, idle).empty()) {
  }
  take_soft(before, clause);
  if (before.empty()) return true;
  if (is_reservation(before)) {
    clause.discretion = as_printed(before);
    return true;
  }
  string_view event = before;
  if (!take_last_any(event, when).empty() && !event.empty())
    return set_event(clause, event, &Clause::after);
  if (default_event(before)) return set_event(clause, before, &Clause::after);
  constexpr string_view acts[] = {"收到", "接到"};
  if (string_view rest = before; !take_any(rest, acts).empty())
    return set_event(clause, before, &Clause::after);
  if (take_last(before, "情况") && is_reservation(before)) {
    clause.discretion = as_printed(before);
    return true;
  }
  return false;
}

Read read_adverb(string_view piece) {
  std::size_t first = piece.npos;
  const Adverb* found = nullptr;
  for (const Adverb& each : adverbs)
    if (const auto at = piece.find(each.word); at < first) {
      first = at;
      found = &each;
    }
  if (!found) return std::nullopt;
  ReadClause read;
  Clause& clause = read.clause;
  const string_view before = piece.substr(0, first);
  // 余额与预算同步公开: with what is for read_with to say.
  constexpr string_view along[] = {"与", "随", "同", "和"};
  if (found->word == "同步" && contains_any(before, along)) return std::nullopt;
  read.rest = piece.substr(first + found->word.size());
  // 及时 after a discretion is one thing: 定期或及时 is not.
  string_view changed = before;
  constexpr string_view when[] = {"的", "时", "后", "之后", "则", "应当", "应"};
  while (!take_last_any(changed, when).empty()) {
  }
  if (found->flag == &Clause::promptly || found->flag == &Clause::at_once) {
    if (is_change(changed) && !default_event(changed)) {
      clause.dynamic = true;
      return read;
    }
  }
  if (!set_before_adverb(clause, before)) {
    string_view part = before;
    constexpr string_view modal[] = {"应当", "应该", "应", "须", "需", "要"};
    const bool is_duty = !take_last_any(part, modal).empty();
    clause = Clause();
    constexpr string_view times[] = {"后", "前",   "时",   "起", "期",   "内",
                                     "月", "日",   "年",   "季", "情形", "按",
                                     "能", "能够", "可以", "不", "未"};
    const bool is_content = unicode::count(part) >= 2 &&
                            (!ends_with_any(part, times) || is_span(part));
    if (!(is_duty || is_content) || !set_part(clause, part))
      return std::nullopt;
    // 施工期间持续公开 is for how long.
    constexpr string_view spans[] = {"期间", "期内", "期限内"};
    if (found->flag == &Clause::standing && ends_with_any(part, spans))
      return std::nullopt;
  }
  if (found->flag) {
    clause.*found->flag = true;
  } else {
    clause.discretion += found->word;
  }
  return read;
}

/// 规定, 法定: of a limit that is written elsewhere.
bool is_set_limit(string_view text) {
  take_from(text);
  constexpr string_view inner[] = {"按", "依", "在"};
  if (text.size() > 3 && contains_any(text.substr(3), inner)) return false;
  constexpr string_view words[] = {"规定", "法定", "承诺", "要求"};
  return ends_with_any(text, words) && is_name(text);
}

/// 按规定公开, 根据需要公开: a reservation and nothing else.
Read read_discretion(string_view piece) {
  constexpr string_view alone[] = {"规定",   "要求",   "时限",  "期限",
                                   "期限内", "时限内", "时间内"};
  if (ends_with_any(piece, alone)) {
    string_view bare = piece;
    constexpr string_view limits[] = {"时限内", "期限内", "时间内", "时限",
                                      "期限"};
    const bool is_limit = !take_last_any(bare, limits).empty();
    if (is_limit) take_last(bare, "的");
    if (is_reservation(bare) || (is_limit && is_set_limit(bare))) {
      ReadClause read;
      read.clause.discretion = as_printed(piece);
      read.rest = piece.substr(piece.size());
      return read;
    }
  }
  for (const string_view verb :
       {"公开", "公布", "公示", "更新", "发布", "公告", "执行", "办理"}) {
    const std::size_t at = piece.rfind(verb);
    if (at == piece.npos || at == 0) continue;
    string_view before = piece.substr(0, at);
    constexpr string_view idle[] = {"予以", "进行", "向社会", "主动"};
    while (!take_last_any(before, idle).empty()) {
    }
    string_view bare = before;
    constexpr string_view limits[] = {"时限", "期限", "时间"};
    constexpr string_view inside[] = {"之内", "以内", "内"};
    take_last_any(bare, inside);
    if (!take_last_any(bare, limits).empty()) {
      take_last(bare, "的");
      ReadClause read;
      // 党务公开事项按规定时限公开
      for (const string_view word : {"按照", "依照", "按", "依", "在"})
        if (const auto from = bare.rfind(word);
            from != bare.npos && from > 0 && is_subject(bare.substr(0, from))) {
          if (!set_part(read.clause, bare.substr(0, from))) return std::nullopt;
          before.remove_prefix(from);
          bare.remove_prefix(from);
          break;
        }
      if (is_set_limit(bare)) {
        read.clause.discretion = as_printed(before);
        read.rest = piece.substr(at);
        return read;
      }
    }
    if (!is_reservation(bare)) continue;
    ReadClause read;
    read.clause.discretion = as_printed(before);
    read.rest = piece.substr(at);
    return read;
  }
  return std::nullopt;
}

/// 启动工作时公开, 审批后公开, 开学前公开, 决定作出当日公开. The verb may stand
/// behind a comma.
Read read_any_event(string_view piece, bool needs_verb) {
  struct Row {
    string_view word;
    int what;  // 0 after, 1 before, 2 at the time, 3 on the day, 4 on the next
  };
  constexpr Row rows[] = {{"次日", 4}, {"翌日", 4}, {"的同时", 2}, {"当日", 3},
                          {"当天", 3}, {"之后", 0}, {"以后", 0},   {"之前", 1},
                          {"以前", 1}, {"之日", 3}, {"时", 2},     {"后", 0},
                          {"前", 1}};
  for (const Row& row : rows) {
    // The last of them: 收到征地批准文件后公开.
    const std::size_t at = piece.rfind(row.word);
    if (at == piece.npos) continue;
    string_view before = piece.substr(0, at);
    constexpr string_view adverb[] = {"及", "实", "即", "随", "按", "适", "同",
                                      "届", "临", "小", "准", "暂", "定"};
    constexpr string_view fixed[] = {"确定", "认定", "制定", "审定", "裁定",
                                     "核定", "鉴定", "决定", "评定", "选定"};
    if (row.word == "时" && ends_with_any(before, adverb) &&
        !ends_with_any(before, fixed))
      continue;
    // 事前、事中、事后
    if (before.ends_with("、事")) continue;
    // 鼓励提前公开 is before no event.
    if (row.what == 1 && before.ends_with("提")) continue;
    // 次月15日前 is a day, not before an event.
    string_view number = before;
    if (row.what == 1 && take_last(number, "日") && !number.empty() &&
        number.back() >= '0' && number.back() <= '9')
      continue;
    ReadClause read;
    Clause& clause = read.clause;
    read.rest = piece.substr(at + row.word.size());
    // 规划报批前, with a notice behind the comma, is enough.
    take(read.rest, row.what >= 3 ? "内" : "");
    if (read.rest.empty() && needs_verb && row.what != 1 && row.what < 3)
      continue;
    if (string_view tail = read.rest; !tail.empty() && !take_tail(tail))
      continue;
    if (before.empty()) {
      if (row.what != 3) continue;
      clause.by = "当日";
      return read;
    }
    constexpr string_view behind[] = {"之后", "以后", "后", "的",
                                      "之日", "于",   ","};
    // 情况紧急的当日决定: a case, and no event.
    constexpr string_view cases[] = {"情况", "案情", "能", "不能", "特殊"};
    if (string_view rest = before; row.what >= 3 && before.ends_with("的") &&
                                   !take_any(rest, cases).empty())
      continue;
    while (row.what >= 3 && !take_last_any(before, behind).empty()) {
    }
    // 应急抢修情况当天发布: what is published, and no event.
    constexpr string_view shown[] = {"情况", "信息", "内容", "数据"};
    if (row.what >= 3 && ends_with_any(before, shown)) {
      if (!set_part(clause, before)) continue;
      clause.by = row.what == 3 ? "当日" : "次日";
      return read;
    }
    if (!set_event(clause, before,
                   row.what == 1 ? &Clause::before : &Clause::after))
      continue;
    if (row.what == 2) clause.at_once = true;
    if (row.what >= 3) clause.by = row.what == 3 ? "当日" : "次日";
    return read;
  }
  return std::nullopt;
}

Read read_event(string_view piece) { return read_any_event(piece, true); }

/// 公示至项目竣工, 直至政策废止, 公开至整改完成为止.
Read read_until(string_view piece) {
  constexpr string_view starts[] = {
      "长期公开直至", "长期公示直至", "持续公开直至", "持续公示直至",
      "持续公开至",   "持续公示至",   "公开直至",     "公示直至",
      "公布直至",     "公开至",       "公示至",       "公布至",
      "直至",         "持续至"};
  for (const string_view word : starts) {
    const std::size_t at = piece.find(word);
    if (at == piece.npos) continue;
    string_view event = piece.substr(at + word.size());
    take_last(event, "为止") || take_last(event, "之日止") ||
        take_last(event, "之日");
    constexpr string_view ends[] = {"后", "前", "时"};
    if (event.empty() || ends_with_any(event, ends) || !is_name(event) ||
        !is_event(event))
      return std::nullopt;
    ReadClause read;
    if (at > 0 && !set_part(read.clause, piece.substr(0, at)))
      return std::nullopt;
    read.clause.during = "至" + as_printed(event);
    read.rest = piece.substr(piece.size());
    return read;
  }
  return std::nullopt;
}

/// 任期内公开, 施工期间.
Read read_during(string_view piece) {
  constexpr string_view ends[] = {"有效期内", "任期内", "期限内",
                                  "期间",     "期内",   "全过程"};
  for (const string_view word : ends) {
    const std::size_t at = piece.find(word);
    if (at == piece.npos) continue;
    const string_view name = piece.substr(0, at + word.size());
    string_view event = name;
    take_from(event);
    constexpr string_view vague[] = {"规定期限内", "法定期限内", "规定时限内",
                                     "期限内",     "期间",       "期内"};
    if (std::find(std::begin(vague), std::end(vague), event) != std::end(vague))
      return std::nullopt;
    if (!is_name(event)) return std::nullopt;
    ReadClause read;
    read.clause.during = as_printed(event);
    read.rest = piece.substr(name.size());
    // 节假日期间实时发布 says neither of the two by itself.
    constexpr string_view along[] = {"长期", "持续", "常年", "一直",
                                     "全年", "始终", "长久"};
    string_view tail = read.rest;
    while (take_tail(tail)) {
    }
    if (!tail.empty() && take_any(tail, along).empty()) return std::nullopt;
    return read;
  }
  return std::nullopt;
}

constexpr Read (*ways[])(string_view) = {
    read_retention,  read_frequency, read_notice, read_lead,
    read_deadline,   read_day,       read_with,   read_adverb,
    read_discretion, read_until,     read_during, read_event};

}  // namespace

bool is_notice_noun(string_view text) {
  return std::find(std::begin(notice_nouns), std::end(notice_nouns), text) !=
         std::end(notice_nouns);
}

bool ends_with_notice_noun(string_view text) {
  return ends_with_any(text, notice_nouns);
}

std::size_t ways_to_read() { return std::size(ways); }

std::optional<ReadClause> read_clause(string_view piece, std::size_t index) {
  return ways[index](piece);
}

std::optional<ReadClause> read_event_alone(string_view piece) {
  auto read = read_any_event(piece, false);
  if (!read || !read->rest.empty()) return std::nullopt;
  return read;
}

/// 公示满1年后可申请撤下: it may go, or stay.
bool is_leave_to_withdraw(string_view sentence) {
  constexpr string_view starts[] = {"公开期满", "公示期满", "公开满", "公示满",
                                    "公布满",   "发布满",   "满"};
  constexpr string_view ends[] = {
      "撤下",     "撤除",     "下架",     "移出",     "停止公示", "停止公开",
      "信用修复", "撤销公示", "终止公示", "不再公示", "不再公开"};
  string_view rest = sentence;
  if (take_any(rest, starts).empty() || !take_duration(rest)) return false;
  take(rest, "后") || take(rest, "的");
  take(rest, ",");
  if (!take(rest, "可以") && !take(rest, "可")) return false;
  return ends_with_any(rest, ends) && unicode::count(rest) <= 12 &&
         is_prose(rest) && !find_duration(rest);
}

/// 不含法定节假日, 含公示期: what counts towards the limit before it.
bool is_inclusion(string_view sentence) {
  constexpr string_view starts[] = {"不含", "不包括", "不包含", "不计",
                                    "含",   "包括",   "包含"};
  string_view rest = sentence;
  return !take_any(rest, starts).empty() && is_name(rest) &&
         unicode::count(rest) <= 20 && rest.find("的") == rest.npos;
}

/// 参保人可随时查询, 图纸可依申请查阅: how to see it, not by when.
bool is_access(string_view sentence) {
  constexpr string_view ends[] = {"可随时查询",   "可随时查阅", "可依申请查阅",
                                  "可依申请查询", "可查询",     "可查阅"};
  string_view who = sentence;
  return !take_last_any(who, ends).empty() &&
         (who.empty() || is_who_or_where(who));
}

bool is_rider(string_view sentence) {
  if (is_access(sentence)) return true;
  if (is_leave_to_withdraw(sentence) || is_inclusion(sentence)) return true;
  constexpr string_view onwards[] = {
      "顺延至下一个工作日", "顺延至下一工作日",       "顺延至次日",
      "顺延到下一个工作日", "顺延至节后第一个工作日", "顺延至节后首个工作日"};
  constexpr string_view force[] = {"之日起生效", "之日起施行", "之日起执行",
                                   "之日起实施"};
  if (string_view rest = sentence;
      !take_last_any(rest, force).empty() && is_name(rest))
    return true;
  for (string_view rest = sentence; !take_last_any(rest, onwards).empty();)
    return !find_duration(rest) && (rest.empty() || is_name(rest));
  constexpr string_view ends[] = {
      "从其规定",     "除外",       "按其规定",   "按其规定执行",  "依照其规定",
      "从其规定执行", "适用其规定", "按规定执行", "予以说明",      "说明理由",
      "顺延",         "数据同源",   "期满后撤下", "期满后撤除",    "期满后下架",
      "期满撤下",     "到期撤下",   "解除后撤除", "解除后同步撤除"};
  constexpr string_view since[] = {"之日起计算", "之日起算", "不计算在内",
                                   "不计入期限"};
  if (ends_with_any(sentence, since) && !find_duration(sentence) &&
      is_prose(sentence))
    return true;
  constexpr string_view over[] = {"公示期满", "公开期满", "期满", "到期"};
  constexpr string_view done[] = {"移出", "撤下", "撤除",
                                  "下架", "归档", "撤销"};
  if (string_view rest = sentence; !take_any(rest, over).empty() &&
                                   ends_with_any(rest, done) &&
                                   is_name(sentence))
    return true;
  constexpr string_view marks[] = {"另有规定",   "有特别规定",  "另有约定",
                                   "有其他规定", "有规定的,从", "需要缩短期限",
                                   "可链接至",   "条目化展示"};
  // What stands in brackets behind a limit is not the limit.
  std::string outside;
  for (std::size_t at = 0; at < sentence.size();) {
    const std::size_t group = end_of_group(sentence.substr(at));
    if (group > 0 && at > 0 && sentence[at] == '(') {
      at += group;
      continue;
    }
    outside += sentence[at++];
  }
  constexpr string_view times[] = {"长期", "永久",   "实时",     "动态",
                                   "每",   "定期",   "提前",     "立即",
                                   "随时", "之日起", "及时公开", "当日"};
  return (contains_any(outside, marks) || ends_with_any(outside, ends)) &&
         !contains_any(outside, times) && !find_duration(sentence) &&
         is_prose(sentence);
}

std::optional<ReadClause> read_extension(string_view piece) {
  constexpr string_view words[] = {
      "可以适当延长", "可适当延长", "可以延长",   "可延长",   "可再延长",
      "可以再延长",   "延长期限",   "延长的期限", "延长时间", "最多延长",
      "最长延长",     "需延长",     "延长"};
  for (const string_view word : words) {
    const std::size_t at = piece.find(word);
    if (at == piece.npos) continue;
    ReadClause read;
    string_view before = piece.substr(0, at);
    string_view rest = piece.substr(at + word.size());
    constexpr string_view nouns[] = {"公开期限", "答复期限", "期限", "时限",
                                     "时间",     "最长",     "最多", "至"};
    constexpr string_view bounds[] = {"最长不超过", "最长不得超过", "不得超过",
                                      "不超过",     "最多",         "最长"};
    if (rest.starts_with("至")) return std::nullopt;
    take_any(rest, nouns);
    take_any(rest, modals);
    take_any(rest, bounds);
    const auto counted = take_duration(rest);
    if (!counted) continue;
    take(rest, "以内") || take(rest, "内");
    take_last(before, "可以") || take_last(before, "可");
    take_last(before, "最长") || take_last(before, "最多");
    take_last_any(before, modals);
    Extension& extension = read.clause.extension.emplace();
    extension.by = counted->duration;
    if (!before.empty()) {
      if (!is_name(before)) return std::nullopt;
      extension.when = as_printed(before);
    }
    read.rest = rest;
    if (counted->lacks_measure) {
      read.slip = Slip::Kind::no_measure;
      read.slip_text = counted->text;
    }
    return read;
  }
  return std::nullopt;
}

}  // namespace catalog::phrase
