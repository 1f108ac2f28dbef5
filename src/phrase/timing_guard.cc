#include "phrase/timing_guard.h"

#include <string>

#include "phrase/timing_duration.h"
#include "phrase/timing_nouns.h"
#include "phrase/timing_text.h"
#include "phrase/timing_words.h"
#include "unicode/utf8.h"

namespace catalog::phrase {
namespace {

using std::string_view;

/// What says a time and so has no place in a name.
constexpr string_view time_words[] = {
    "及时",   "实时",   "即时",   "随时",   "长期", "永久",     "定期",
    "适时",   "尽快",   "动态",   "不得",   "不予", "不少于",   "不超过",
    "不低于", "工作日", "自然日", "之日起", "日内", "天内",     "起算",
    "提前",   "延长",   "同上",   "同步",   "小时", "另有规定", "从其规定",
    "除外",   "月内",   "周内",   "年内",   "每月", "每年",     "每季",
    "每周",   "每日",   "每天",   "每半",   "每隔", "应当",     "不公开",
    "停止公", "不再",   "应在",   "应自",   "应于", "须在",     "须自",
    "须于"};

/// Words that hold a sign of time and say none.
constexpr string_view harmless[] = {
    "按程序", "依程序", "按规定程序",
    // 前
    "前期", "前置", "事前", "学前", "产前", "婚前", "孕前", "岗前", "批前",
    "当前", "前往", "前沿", "前端", "前款", "证前", "前述", "前三", "前十",
    "任前", "赛前", "汛前", "会前", "提前", "目前", "前缀", "前身", "前列",
    "前瞻",
    // 后
    "后续", "后勤", "后果", "后评", "后期", "后备", "后补", "后进", "售后",
    "灾后", "产后", "事后", "批后", "证后", "震后", "课后", "术后", "善后",
    "落后", "先后", "战后", "后事", "后代", "后扶", "后方", "后台", "背后",
    "后援", "疫后", "供后", "会后", "后缀", "移民后", "后监管",
    // 内
    "内容", "内部", "内设", "内控", "内资", "国内", "境内", "县内", "市内",
    "省内", "区内", "镇内", "乡内", "室内", "院内", "校内", "内河", "内涝",
    "内陆", "内蒙", "内审", "范围内", "区域内", "体系内", "村内", "馆内",
    "站内", "内镜", "内科", "内环", "内外", "内在", "对内", "内业", "场内",
    // 至, 起, 截止
    "四至", "甚至", "乃至", "起草", "起诉", "起步", "起付", "起重", "起拍",
    "一起", "发起", "提起", "引起", "缘起", "起源", "起点", "起征", "掀起",
    "起始", "起止", "起降", "兴起", "起火", "起效",
    // 按, 经, 由, 与, 随
    "按揭", "按摩", "按键", "按需", "经营", "经济", "经费", "经办", "经过",
    "经纪", "经验", "经理", "经贸", "经开", "已经", "财经", "神经", "经手",
    "曾经", "途经", "经销", "理由", "自由", "由来", "参与", "与会", "给与",
    "赠与", "随机", "随访", "伴随", "随意", "随军", "随迁", "追随", "随身",
    "随班", "涉及",
    // 时
    "时间", "时限", "临时", "时期", "时段", "时效", "时政", "工时", "学时",
    "课时", "计时", "时代", "时令", "战时", "灾时", "平时", "时事", "时点",
    "时长", "时评", "时价", "暂时", "限时", "小时工", "时刻表",
    // 期, 日, 月, 年, 季
    "岁以上", "人以上", "级以上", "元以上", "岁以下", "级以下", "全年执行",
    "全年收支", "全年情况", "全年工作", "全年计划", "年初预算", "双休日",
    "工作日志", "生日", "节假日", "假日", "日常", "年底绩效", "下旬刊", "末位",
    "末端", "期末考", "最后一公里", "次生", "一次性", "一次办", "一次供",
    "两次供", "二次供", "二次装", "三次产", "一次分", "二次分", "最多跑一次",
    "一年级", "二年级", "第一学", "下一年度", "上一年度"};

/// What says a time, or joins or opens another statement.
constexpr string_view alarming[] = {
    "前",   "后",     "内",   "每",     "直至",   "至今", "止于", "截至",
    "为止", "起至",   "日起", "时起",   "起内",   "当日", "当天", "次日",
    "翌日", "即日",   "届时", "届满",   "逐月",   "逐年", "逐季", "月底",
    "年底", "季末",   "月末", "年末",   "月初",   "年终", "中旬", "上旬",
    "下旬", "年初",   "周末", "根据",   "按照",   "依照", "按",   "直到",
    "随同", "连同",   "逾期", "以来",   "向社会", "予以", "否则", "如果",
    "但是", "并且",   "不得", "必须",   "以上",   "以下", "不足", "超过",
    "至少", "最多",   "最少", "最长",   "最短",   "最迟", "最晚", "至迟",
    "一次", "两次",   "三次", "四次",   "几次",   "次数", "旬",   "持续",
    "分别", "到期",   "满后", "半个",   "半月",   "星期", "礼拜", "凌晨",
    "下午", "上午",   "24时", "第一时", "马上",   "立即", "尽早", "随即",
    "即刻", "常年",   "全年", "始终",   "一直",   "同时", "同步", "同期",
    "一并", "…",      "_x0",  "不少",   "不低",   "不短", "不超", "月日",
    "不定", "次月",   "次年", "能够",   "不能",   "不早", "不晚", "不迟",
    "不再", "原则上", "最早", "约定于", "左右",   "逐步", "陆续"};

/// Nothing in the text is of the alarming words, but within harmless ones.
bool is_quiet(string_view text, Words allowed) {
  for (std::size_t at = 0; at < text.size();) {
    string_view rest = text.substr(at);
    if (!take_any(rest, allowed).empty() || !take_any(rest, harmless).empty()) {
      at = text.size() - rest.size();
      continue;
    }
    if (!take_any(rest, alarming).empty()) return false;
    at += unicode::decode(text, at).size;
  }
  return true;
}

/// 十一日, 3次, 2周: numbers with a unit of time. Years and 第3批 are none.
bool has_counted(string_view text) {
  constexpr string_view units[] = {"月", "日",   "号",   "天", "周",
                                   "个", "小时", "季度", "次", "年"};
  for (std::size_t at = 0; at < text.size();) {
    string_view rest = text.substr(at);
    if (!take_any(rest, harmless).empty()) {
      at = text.size() - rest.size();
      continue;
    }
    const bool is_ordinal = text.substr(0, at).ends_with("第");
    const auto number = take_number(rest);
    if (!number) {
      at += unicode::decode(text, at).size;
      continue;
    }
    at = text.size() - rest.size();
    const string_view unit = take_any(rest, units);
    if (!unit.empty() && !(unit == "年" && *number >= 1900) &&
        !(is_ordinal && (unit == "次" || unit == "个")))
      return true;
  }
  constexpr string_view bare[] = {"月", "日", "周"};
  constexpr string_view words[] = {"月度", "月报", "日常", "日报",
                                   "周报", "周边", "日照", "日用",
                                   "月终", "日终", "周末", "月结"};
  string_view rest = text;
  if (!take_any(rest, bare).empty())
    return rest = text, take_any(rest, words).empty();
  return false;
}

/// 6月5日, 24小, 第二个: times that were not read as such.
bool has_stray_time(string_view text) {
  constexpr string_view units[] = {"月", "日", "号", "小", "时",
                                   "天", "周", "次", "个"};
  for (std::size_t at = 0; at < text.size();
       at += unicode::decode(text, at).size) {
    if (!is_digit(text[at])) continue;
    while (at < text.size() && is_digit(text[at])) ++at;
    string_view rest = text.substr(at);
    if (!take_any(rest, units).empty()) return true;
    if (at >= text.size()) break;
  }
  constexpr string_view odd[] = {"后至",   "起至",   "最后",
                                 "第一个", "第二个", "第三个"};
  return contains_any(text, odd);
}

/// Names of things that hold a word of time and say none: 长期护理保险待遇.
constexpr string_view named_times[] = {
    "长期护理", "长期照护", "长期开放", "长期居住", "定期检查",
    "定期检验", "定期检测", "定期抽检", "定期定额", "动态监测",
    "实时监测", "实时监控", "提前招生", "提前退休", "提前批"};

/// Some word of a time is in the text.
bool has_time_word(string_view text) {
  if (!contains_any(text, time_words)) return false;
  std::string rest(text);
  for (const string_view name : named_times)
    for (auto at = rest.find(name); at != rest.npos; at = rest.find(name))
      rest.replace(at, name.size(), "/");
  return contains_any(rest, time_words);
}

/// What no name ends or begins with.
constexpr string_view loose_ends[] = {
    "于", "在", "由", "经", "与", "随", "和", "及", "自", "为",
    "每", "至", "从", "向", "对", "被", "将", "把", "应", "须",
    "可", "不", "未", "的", "并", "且", "或", "按", "拟", "已",
    "第", "约", "最", "满", "超", "以", "时"};
constexpr string_view loose_starts[] = {"前", "内",   "于",   "及", "并", "且",
                                        "或", "至",   "起",   "为", "则", "和",
                                        "之", "以内", "以上", "个", "号"};

constexpr string_view whole_ends[] = {
    "许可",   "意向",   "方向",   "去向",   "临时",   "工时",   "学时",
    "认可",   "自由",   "期满",   "届满",   "签约",   "合约",   "公约",
    "预约",   "违约",   "履约",   "条约",   "调整时", "变化时", "变更时",
    "变动时", "需要时", "必要时", "情形时", "行为",   "供应",   "响应",
    "回应",   "反应",   "理由",   "合并",   "普及"};

/// The text begins amid a phrase: 个 does, 个体工商户 does not.
bool is_torn(string_view text) {
  constexpr string_view whole_starts[] = {"个体", "个人", "个案", "个别",
                                          "个税", "个性", "及格", "和解",
                                          "和谐", "并联", "并网"};
  return !starts_with_any(text, whole_starts) &&
         !starts_with_any(text, harmless) &&
         starts_with_any(text, loose_starts);
}

/// The text ends amid a phrase.
bool is_cut(string_view text) {
  return ends_with_any(text, loose_ends) && !ends_with_any(text, whole_ends);
}

string_view plain_of(const std::string& printed, std::string& buffer) {
  buffer = PlainText(printed).text();
  return buffer;
}

/// A part of the content, as its label or with 的 behind a condition.
bool is_label(string_view text) {
  if (is_cut(text) && !text.ends_with("的")) return false;
  return is_prose(text) && !has_duration(text);
}

}  // namespace

bool is_named_time(string_view text) {
  return starts_with_any(text, named_times);
}

std::size_t find_along(string_view text) {
  constexpr string_view words[] = {"随机", "随访", "随意", "随军",
                                   "随迁", "随身", "随班", "随车"};
  constexpr string_view ends[] = {"伴", "追", "跟"};
  for (auto at = text.find("随"); at != text.npos; at = text.find("随", at + 3))
    if (!starts_with_any(text.substr(at), words) &&
        !ends_with_any(text.substr(0, at), ends))
      return at;
  return text.npos;
}

bool is_name(string_view text) {
  constexpr string_view dangling[] = {",",    "、",   "(",    "之", "曰",
                                      "期为", "限为", "间为", "每", "时间是"};
  if (has_stray_time(text)) return false;
  return is_prose(text) && unicode::count(text) <= 100 &&
         !has_time_word(text) && !has_duration(text) &&
         !ends_with_any(text, dangling) && text.front() != ',' &&
         !text.starts_with("、");
}

bool is_who_or_where(string_view text) {
  constexpr string_view allowed[] = {"以上", "村内", "以下"};
  constexpr string_view nots[] = {"不", "未", "非", "除"};
  string_view rest = text;
  return is_name(text) && is_quiet(text, allowed) && !has_counted(text) &&
         take_any(rest, nots).empty();
}

bool is_event(string_view text) {
  // 公示期间无异议, 动态调整, 办结后归档 are what happens.
  constexpr string_view allowed[] = {
      "公示期间", "公示期满", "期满", "届满",     "到期", "每学期",
      "每学年",   "动态调整", "以上", "每次",     "每批", "每期",
      "每场",     "每届",     "每轮", "每个项目", "每项"};
  if (text == "会" || text == "季") return true;
  if (find_along(text) != text.npos) return false;
  // 图板设置期至项目竣工 is a span.
  constexpr string_view spans[] = {"四至", "甚至", "乃至", "送至", "寄至",
                                   "报至", "移至", "转至", "调至"};
  for (auto at = text.find("至"); at != text.npos; at = text.find("至", at + 3))
    if (!ends_with_any(text.substr(0, at + 3), spans)) return false;
  return is_prose(text) && unicode::count(text) >= 2 &&
         is_quiet(text, allowed) && !has_counted(text) && !is_cut(text);
}

bool is_subject(string_view text) {
  // 解读随文件: two things. 随文件解读 is one.
  string_view rest = text;
  take(rest, "随");
  if (find_along(rest) != rest.npos) return false;
  return is_name(text) && is_quiet(text, {}) && ends_with_noun(text) &&
         !is_torn(text);
}

bool is_sound(const Clause& clause) {
  std::string buffer;
  // 公开后公开 says nothing.
  if ((clause.after == "公开" || clause.after == "信息公开") &&
      clause.act.empty() && !clause.within && !clause.notice &&
      clause.by.empty())
    return false;
  for (const auto* text : {&clause.after, &clause.before, &clause.with})
    if (!text->empty() && !is_event(plain_of(*text, buffer))) return false;
  // What the office decides, remarks and conditions: at least words.
  for (const auto* text :
       {&clause.during, &clause.discretion, &clause.rider, &clause.act})
    if (!text->empty() && !is_prose(plain_of(*text, buffer))) return false;
  if (clause.extension && !clause.extension->when.empty() &&
      !is_prose(plain_of(clause.extension->when, buffer)))
    return false;
  if (!clause.part.empty()) {
    string_view part = plain_of(clause.part, buffer);
    for (auto at = part.find(':'); at != part.npos; at = part.find(':')) {
      if (!is_label(part.substr(0, at))) return false;
      part.remove_prefix(at + 1);
    }
    if (!is_label(part)) return false;
  }
  return true;
}

}  // namespace catalog::phrase
