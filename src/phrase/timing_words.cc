#include "phrase/timing_words.h"

#include <algorithm>
#include <array>

#include "phrase/numerals.h"
#include "phrase/timing_guard.h"
#include "phrase/timing_text.h"
#include "unicode/classes.h"
#include "unicode/utf8.h"

namespace catalog::phrase {
namespace {

using std::string_view;

constexpr string_view channel_ends[] = {
    "网站上", "网站",   "平台上",   "平台",   "公示栏上", "公示栏", "公开栏上",
    "公开栏", "公告栏", "宣传栏",   "媒体上", "媒体",     "公众号", "专栏",
    "栏目",   "大厅",   "服务中心", "电子屏", "显示屏",   "系统",   "公报",
    "报刊",   "门户",   "网上",     "网页",   "官网",     "信用网", "现场",
    "场所",   "渠道",   "方式",     "形式",   "范围内",   "群里",   "微信群"};

constexpr string_view channel_starts[] = {"在", "通过", "利用", "依托", "经由",
                                          "于", "以",   "至",   "到"};

/// What is done if not publishing. Longer ones first.
constexpr string_view acts[] = {"首次公开",
                                "首次公布",
                                "首次发布",
                                "停止公示",
                                "停止公开",
                                "撤回并说明理由",
                                "撤回并公开说明理由",
                                "决定是否受理",
                                "作出决定",
                                "书面答复",
                                "书面告知",
                                "书面通知",
                                "公开征求",
                                "答复",
                                "回复",
                                "回应",
                                "反馈",
                                "告知",
                                "办结",
                                "送达",
                                "解读",
                                "通报",
                                "上报",
                                "撤下",
                                "撤除",
                                "撤回",
                                "撤销",
                                "下架",
                                "移除",
                                "移出",
                                "通知",
                                "受理",
                                "预告",
                                "审批",
                                "审核",
                                "核发",
                                "处置",
                                "修复",
                                "审查",
                                "办理",
                                "作出",
                                "编制",
                                "修订",
                                "修改",
                                "汇总",
                                "归集",
                                "录入",
                                "报送",
                                "报备",
                                "举行",
                                "召开",
                                "拨付",
                                "发放",
                                "兑现",
                                "组织",
                                "征求",
                                "征集",
                                "核查",
                                "抽查",
                                "排查",
                                "巡查",
                                "检查",
                                "监测",
                                "检测",
                                "评估",
                                "评议",
                                "评审",
                                "测评",
                                "考核",
                                "清理",
                                "复核",
                                "核对",
                                "校核",
                                "核实",
                                "核定",
                                "盘点",
                                "整改",
                                "移送",
                                "移交",
                                "备案",
                                "登记",
                                "归档",
                                "签订",
                                "签约",
                                "培训",
                                "演练",
                                "处理",
                                "反映",
                                "印发",
                                "下发",
                                "下达",
                                "报告",
                                "说明理由",
                                "研究",
                                "督查",
                                "验收",
                                "开展",
                                "实施",
                                "修正",
                                "更正",
                                "审定",
                                "审议",
                                "退还",
                                "支付",
                                "缴纳",
                                "交付",
                                "出具",
                                "提交",
                                "制定",
                                "建立",
                                "采购",
                                "催告",
                                "提示",
                                "提醒",
                                "结案",
                                "立案",
                                "重新公布",
                                "重新公开",
                                "支付",
                                "兑付",
                                "结算",
                                "决定",
                                "确认",
                                "确定",
                                "认定",
                                "调查",
                                "查处",
                                "复查",
                                "回访",
                                "整理",
                                "移交",
                                "转办",
                                "交办",
                                "会审",
                                "公证",
                                "补办",
                                "补正",
                                "缴存",
                                "返还",
                                "退回",
                                "赔偿",
                                "补偿",
                                "安置",
                                "救助",
                                "救治",
                                "救援",
                                "抢修",
                                "恢复",
                                "维修",
                                "修缮",
                                "发证",
                                "标注",
                                "澄清",
                                "处罚",
                                "提出",
                                "说明",
                                "回购",
                                "研判",
                                "部署",
                                "签发",
                                "公证",
                                "验收",
                                "领取",
                                "到账",
                                "补发",
                                "停发",
                                "注销",
                                "变更",
                                "退出",
                                "化解",
                                "销号",
                                "约谈"};

/// What may follow a limit and adds nothing to it. Longer ones first.
constexpr string_view tail_words[] = {
    "张榜",     "集中公布", "予以主动公开", "保留",     "保存",   "管理",
    "准确",     "真实",     "完整",         "书面",     "规范",   "关联",
    "链接",     "面向社会", "向社会公众",   "向全社会", "向社会", "向公众",
    "对社会",   "对外",     "予以",         "进行",     "及时",   "主动",
    "依法",     "依规",     "统一",         "集中",     "完成",   "全面",
    "保持",     "补充",     "曝光",         "逐笔",     "逐户",   "逐项",
    "张榜公布", "公开",     "公示",         "公布",     "发布",   "更新",
    "公告",     "披露",     "调整",         "上传",     "上网",   "上墙",
    "展示",     "张贴",     "刊登",         "完善",     "维护",   "报道",
    "推送",     "线上",     "予",           "完毕",     "到位",   "信息公开",
    "相关信息", "有关信息", "相应信息",     "政府信息", "信息",   "相关内容",
    "有关内容", "内容",     "相关情况",     "有关情况", "应当",   "应",
    "须",       "需要",     "即可",         "即",       "并且",   "并",
    "和",       "及",       "与",           "或者",     "或",     "、",
    "/",        "的"};

/// What says a time and so has no place in a name.
constexpr string_view time_words[] = {
    "及时",   "实时",   "即时",   "随时",   "长期", "永久",     "定期",
    "适时",   "尽快",   "动态",   "不得",   "不予", "不少于",   "不超过",
    "不低于", "工作日", "自然日", "之日起", "日内", "天内",     "起算",
    "提前",   "延长",   "同上",   "同步",   "小时", "另有规定", "从其规定",
    "除外",   "月内",   "周内",   "年内",   "每月", "每年",     "每季",
    "每周",   "每日",   "每天",   "每半",   "每隔", "应当",     "不公开",
    "停止公", "不再"};

constexpr string_view general_words[] = {
    "公开", "主动", "事项", "政府", "该", "本",   "此",   "相关", "有关", "应",
    "所",   "的",   "各类", "拟",   "需", "政务", "上述", "以上", "文件"};

bool is_digit(char value) { return value >= '0' && value <= '9'; }

/// The length of the numerals at the front.
std::size_t numerals(string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_digit(text[end])) ++end;
  if (end > 0) return end;
  constexpr std::u32string_view chinese = U"〇零一二两三四五六七八九十百千";
  for (const unicode::CodePoints points(text); end < text.size();) {
    const auto point = unicode::decode(text, end);
    if (chinese.find(point.value) == std::u32string_view::npos) break;
    end += point.size;
  }
  return end;
}

std::optional<Unit> take_unit(string_view& text, bool measured) {
  struct Row {
    string_view word;
    Unit unit;
    bool wants_measure;  // 3个月 is a time, 3月 is March
  };
  constexpr Row rows[] = {{"工作日", Unit::working_day, false},
                          {"法定工作日", Unit::working_day, false},
                          {"自然日", Unit::day, false},
                          {"日历日", Unit::day, false},
                          {"日历天", Unit::day, false},
                          {"小时", Unit::hour, false},
                          {"星期", Unit::week, true},
                          {"礼拜", Unit::week, true},
                          {"季度", Unit::quarter, true},
                          {"学年", Unit::school_year, true},
                          {"学期", Unit::semester, true},
                          {"月", Unit::month, true},
                          {"周", Unit::week, false},
                          {"天", Unit::day, false},
                          {"日", Unit::day, false},
                          {"年", Unit::year, false}};
  for (const Row& row : rows)
    if ((measured || !row.wants_measure) && take(text, row.word))
      return row.unit;
  return std::nullopt;
}

/// The length of the code point that begins at `at`.
std::size_t step(string_view text, std::size_t at) {
  return unicode::decode(text, at).size;
}

std::string arabic(int number, string_view unit) {
  return std::to_string(number) + std::string(unit);
}

/// `20日`, `底`, `上旬` behind a month; empty where nothing is.
std::optional<std::string> take_day_of_month(string_view& text) {
  string_view rest = text;
  take(rest, "的");
  if (take(rest, "份")) take(rest, "的");
  constexpr string_view ends[] = {"月底", "月末", "底",   "末",
                                  "初",   "上旬", "中旬", "下旬"};
  if (const auto end = take_any(rest, ends); !end.empty()) {
    text = rest;
    return std::string(end == "月底" || end == "月末" || end == "末" ? "底"
                                                                     : end);
  }
  if (const auto number = take_number(rest);
      number && *number >= 1 && *number <= 31 &&
      (take(rest, "日") || take(rest, "号"))) {
    text = rest;
    return arabic(*number, "日");
  }
  return std::nullopt;
}

/// `前5个工作日`, `的前10日` of a month: what they are the first of stands
/// before. Only with 内 or at the end.
std::optional<std::string> take_first_days(string_view& text) {
  string_view rest = text;
  take(rest, "的");
  if (!take(rest, "前")) return std::nullopt;
  const auto count = take_number(rest);
  if (!count || *count < 1) return std::nullopt;
  constexpr string_view days[] = {"个工作日", "日", "天"};
  const auto unit = take_any(rest, days);
  constexpr string_view inside[] = {"之内", "以内", "内"};
  string_view next = rest;
  if (unit.empty() ||
      !(rest.empty() || !take_any(next, inside).empty() || take_tail(next)))
    return std::nullopt;
  text = rest;
  return "前" + arabic(*count, unit == "天" ? "日" : unit);
}

/// `3月底`, `1月31日`, `3月、9月`.
std::optional<std::string> take_months(string_view& text) {
  std::string days;
  string_view rest = text;
  // 1-3月
  if (const auto first = take_number(rest); first && *first <= 12) {
    constexpr string_view to[] = {"-", "—", "至", "~"};
    string_view next = rest;
    if (!take_any(next, to).empty())
      if (const auto last = take_number(next);
          last && *last <= 12 && *first >= 1 && *first < *last &&
          take(next, "月") && !next.starts_with("份") && !numerals(next)) {
        text = next;
        return arabic(*first, "月至") + arabic(*last, "月");
      }
  }
  rest = text;
  for (;;) {
    const auto number = take_number(rest);
    if (!number || *number < 1 || *number > 12 || !take(rest, "月")) break;
    days += arabic(*number, "月");
    if (const auto day = take_day_of_month(rest))
      days += *day;
    else
      take(rest, "份");
    text = rest;
    constexpr string_view joints[] = {"、", "和", "或者", "或", "及"};
    if (take_any(rest, joints).empty() || !numerals(rest)) break;
    string_view next = rest;
    if (!take_number(next) || !take(next, "月")) break;
    days += "、";
  }
  if (days.empty()) return std::nullopt;
  return days;
}

}  // namespace

bool take(string_view& text, string_view word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

bool take_last(string_view& text, string_view word) {
  if (!text.ends_with(word)) return false;
  text.remove_suffix(word.size());
  return true;
}

string_view take_any(string_view& text, Words words) {
  for (const string_view word : words)
    if (take(text, word)) return word;
  return {};
}

string_view take_last_any(string_view& text, Words words) {
  for (const string_view word : words)
    if (take_last(text, word)) return word;
  return {};
}

bool ends_with_any(string_view text, Words words) {
  return !take_last_any(text, words).empty();
}

bool contains_any(string_view text, Words words) {
  return std::any_of(words.begin(), words.end(), [&](string_view word) {
    return text.find(word) != text.npos;
  });
}

std::optional<int> take_number(string_view& text) {
  const std::size_t size = numerals(text);
  if (size == 0) return std::nullopt;
  const auto value = number(text.substr(0, size));
  if (value) text.remove_prefix(size);
  return value;
}

std::optional<CountedUnit> take_duration(string_view& text) {
  string_view rest = text;
  CountedUnit counted;
  if (take(rest, "半年") && !rest.starts_with("度"))
    counted.duration = {1, Unit::half_year};
  else if (rest = text; take(rest, "半个月") || take(rest, "半月"))
    counted.duration = {1, Unit::half_month};
  else {
    rest = text;
    auto count = take_number(rest);
    if (!count || *count < 1) return std::nullopt;
    // 7至15个工作日
    constexpr string_view to[] = {"至", "到", "-", "—", "~", "～"};
    if (string_view more = rest; !take_any(more, to).empty())
      if (const auto last = take_number(more)) {
        if (*last <= *count) return std::nullopt;
        counted.least = *count;
        count = last;
        rest = more;
      }
    const bool measured = take(rest, "个") || take(rest, "(个)");
    const auto unit = take_unit(rest, measured);
    if (!unit || (*unit == Unit::year && *count >= 1900)) return std::nullopt;
    if (*unit == Unit::year && take(rest, "度")) return std::nullopt;
    counted.duration = {*count, *unit};
    counted.lacks_measure = *unit == Unit::working_day && !measured;
    for (const string_view same : {"(自然日)", "(日历日)"})
      if (*unit == Unit::day) take(rest, same);
    take(rest, "(含)");
    if (rest.starts_with("半")) return std::nullopt;
    if (*unit == Unit::day)
      take(rest, "(工作日)") ? void(counted.duration.unit = Unit::working_day)
                             : void();
  }
  counted.text = text.substr(0, text.size() - rest.size());
  text = rest;
  return counted;
}

bool is_long(Duration duration) { return duration.unit >= Unit::month; }

std::optional<FoundDuration> find_duration(string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '(' || text.substr(at).starts_with("《") ||
        text.substr(at).starts_with("“")) {
      if (const std::size_t end = end_of_group(text.substr(at))) {
        at += end;
        continue;
      }
    }
    string_view rest = text.substr(at);
    if (string_view day = rest; take_months(day)) {
      at = static_cast<std::size_t>(day.data() - text.data());
      continue;
    }
    const std::size_t digits = numerals(rest);
    if (digits == 0 && !rest.starts_with("半年") &&
        !rest.starts_with("半个月") && !rest.starts_with("半月")) {
      at += step(text, at);
      continue;
    }
    // 第3个工作日, 1.5年, 2-3日, 数十日 are no such number.
    constexpr string_view closes[] = {"半年结束", "半年终了", "半年届满"};
    if (string_view next = rest; !take_any(next, closes).empty()) {
      at += std::string_view("半年").size();
      continue;
    }
    constexpr string_view before[] = {"第", ".",  "-",  "—",  "~", "至",
                                      "到", "数", "几", "〔", "/"};
    const string_view ahead = text.substr(0, at);
    const bool is_other = ends_with_any(ahead, before);
    // 次月10日 is a day of the calendar.
    constexpr string_view months[] = {"月", "月份", "月的"};
    if (const auto counted = take_duration(rest); counted && !is_other) {
      const bool is_day =
          counted->duration.unit == Unit::day && ends_with_any(ahead, months);
      if (!is_day) return FoundDuration{ahead, *counted, rest};
    }
    at += digits > 0 ? digits : step(text, at);
  }
  return std::nullopt;
}

std::optional<std::string> take_day(string_view& text, bool in_period) {
  constexpr string_view years[] = {"下一学年", "下学年", "次年度", "次年",
                                   "当年",     "翌年",   "本年度", "本年",
                                   "下一年度", "下一年", "下年度"};
  constexpr string_view months[] = {
      "首个月",  "第一个月", "首月",    "第1个月",    "第二个月",
      "第2个月", "第三个月", "第3个月", "最后一个月", "末月",
      "次月",    "下个月",   "下月",    "当月",       "本月"};
  constexpr string_view ends[] = {"年底",   "年末", "年初", "年终",   "年中",
                                  "月底",   "月末", "月初", "季度末", "季末",
                                  "季度初", "季初", "周末", "上半年", "下半年"};
  constexpr string_view parts[] = {"底", "末", "初", "上旬", "中旬", "下旬"};
  constexpr string_view working_days[] = {"最后一个工作日", "第一个工作日",
                                          "首个工作日"};
  string_view rest = text;
  std::string day;
  if (string_view year = rest; const auto number = take_number(year)) {
    if (*number >= 1900 && take(year, "年")) {
      day = arabic(*number, "年");
      rest = year;
      take(rest, "度");
    }
  }
  if (const auto year = take_any(rest, years); !year.empty()) {
    day = year;
    take(rest, "的");
  }
  const bool has_year = !day.empty();
  if (const auto dates = take_months(rest)) {
    day += *dates;
    // 4月1日至4月30日
    string_view last = rest;
    constexpr string_view to[] = {"至", "到", "-", "—", "~"};
    if (!take_any(last, to).empty())
      if (const auto end = take_months(last)) {
        day += "至" + *end;
        rest = last;
      }
  } else if (const auto month = take_any(rest, months); !month.empty()) {
    day += month;
    if (const auto end = take_day_of_month(rest))
      day += *end;
    else if (const auto first = take_first_days(rest))
      day += *first;
  } else if (const auto end = take_any(rest, ends); !end.empty()) {
    day += end;
  } else if (has_year && (take(rest, "底") || take(rest, "末"))) {
    day += "底";
  } else if (has_year && take(rest, "初")) {
    day += "初";
  } else if (const auto working =
                 in_period ? take_any(rest, working_days) : string_view();
             !working.empty()) {
    day = working;
  } else if (string_view quarter = rest;
             take(quarter, "第") || numerals(quarter)) {
    const auto number = take_number(quarter);
    if (number && *number >= 1 && *number <= 4 && take(quarter, "季度")) {
      constexpr string_view names[] = {"第一季度", "第二季度", "第三季度",
                                       "第四季度"};
      day += names[*number - 1];
      take(quarter, "末") || take(quarter, "底");
      rest = quarter;
    } else if (in_period && !has_year) {
      const auto of_month = take_day_of_month(rest);
      if (!of_month) return std::nullopt;
      day = *of_month;
      // 1日至5日
      constexpr string_view to[] = {"至", "到", "-", "—", "~"};
      if (string_view next = rest; !take_any(next, to).empty())
        if (const auto last = take_day_of_month(next)) {
          day += "至" + *last;
          rest = next;
        }
      // 15日、30日
      for (string_view next = rest; take(next, "、");) {
        const auto more = take_day_of_month(next);
        if (!more) break;
        day += "、" + *more;
        rest = next;
      }
    } else {
      return std::nullopt;
    }
  } else if (const auto first =
                 in_period ? take_first_days(rest) : std::nullopt) {
    day = *first;
  } else if (const auto part =
                 in_period ? take_any(rest, parts) : string_view();
             !part.empty()) {
    day = part == "末" ? "底" : std::string(part);
  } else {
    constexpr string_view week[] = {"一", "二", "三", "四", "五", "六", "日"};
    take(rest, "周") || take(rest, "星期");
    const auto name =
        rest.data() == text.data() ? string_view() : take_any(rest, week);
    if (name.empty()) return std::nullopt;
    day = "周" + std::string(name);
  }
  text = rest;
  return day;
}

bool is_span_of_days(string_view by) {
  constexpr string_view ends[] = {"初",   "年中", "旬",   "月",
                                  "个月", "季度", "半年", "上旬"};
  return by.starts_with("周") || ends_with_any(by, ends) ||
         by.find("至") != by.npos || by.find("前") != by.npos;
}

bool is_day_of_event(string_view by) { return by == "当日" || by == "次日"; }

bool is_prose(string_view text) {
  constexpr std::u32string_view signs = U"、，（）()《》〈〉“”‘’〔〕[]/·,%+\" ";
  bool has_word = false;
  int depth = 0, titles = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto point = unicode::decode(text, at);
    const char32_t value = point.value;
    const bool is_letter = (value >= U'a' && value <= U'z') ||
                           (value >= U'A' && value <= U'Z') ||
                           (value >= U'0' && value <= U'9');
    const bool is_word = unicode::is_ideograph(value);
    if (!is_word && !is_letter && signs.find(value) == signs.npos) return false;
    has_word |= is_word;
    if (value == U'(' && end_of_group(text.substr(at)) == 0) return false;
    depth += value == U'(' ? 1 : value == U')' ? -1 : 0;
    titles += value == U'《' ? 1 : value == U'》' ? -1 : 0;
    if (depth < 0 || titles < 0) return false;
    at += point.size;
  }
  return has_word && depth == 0 && titles == 0;
}

bool has_duration(string_view text) {
  const auto found = find_duration(text);
  if (!found || found->counted.text != "半年") return found.has_value();
  constexpr string_view nouns[] = {"财", "预", "决", "报", "工作总结",
                                   "收", "执", "经", "统"};
  string_view rest = found->rest;
  return take_any(rest, nouns).empty() || has_duration(found->rest);
}

/// 6月5日, 24小, 第二个: times that were not read as such.
bool has_stray_time(string_view text) {
  constexpr string_view units[] = {"月", "日", "号", "小", "时",
                                   "天", "周", "次", "个"};
  for (std::size_t at = 0; at < text.size(); at += step(text, at)) {
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

bool is_name(string_view text) {
  constexpr string_view dangling[] = {",",    "、",   "(",    "之", "曰",
                                      "期为", "限为", "间为", "每", "时间是"};
  if (has_stray_time(text)) return false;
  return is_prose(text) && unicode::count(text) <= 100 &&
         !contains_any(text, time_words) && !has_duration(text) &&
         !ends_with_any(text, dangling) && text.front() != ',' &&
         !text.starts_with("、");
}

/// 在拟征收土地所在乡镇、村 before a verb.
bool take_place(string_view& text) {
  constexpr string_view verbs[] = {"予以", "进行", "公开", "公布", "公示",
                                   "公告", "发布", "张贴", "展示"};
  constexpr string_view places[] = {
      "村", "组",   "乡",   "镇",   "街道", "社区", "地", "内", "处",
      "场", "单位", "学校", "小区", "门口", "窗口", "屏", "栏", "点"};
  string_view rest = text;
  if (!take(rest, "在")) return false;
  std::size_t end = rest.npos;
  for (const string_view verb : verbs) end = std::min(end, rest.find(verb));
  if (end == rest.npos || end == 0) return false;
  const string_view name = rest.substr(0, end);
  if (!is_who_or_where(name) || !ends_with_any(name, places)) return false;
  text = rest.substr(end);
  return true;
}

bool take_channel(string_view& text) {
  string_view rest = text;
  if (take_any(rest, channel_starts).empty()) return false;
  // 以上, 以下 are no places.
  if (rest.starts_with("上") || rest.starts_with("下")) return false;
  for (std::size_t at = 0, count = 0; at < rest.size() && count < 40; ++count) {
    {
      string_view end = rest.substr(at);
      if (!take_any(end, channel_ends).empty()) {
        // The longest: 在政府网站专栏.
        for (string_view more = end; take_any(more, channel_ends).size() > 0;)
          end = more;
        if (at > 0 && !is_who_or_where(rest.substr(0, at))) return false;
        take(end, "等");
        take(end, "上");
        text = end;
        return true;
      }
    }
    if (rest[at] == ',' || numerals(rest.substr(at))) return false;
    at += step(rest, at);
  }
  return false;
}

/// 由各部门, 由本级政府: who acts.
bool take_actor(string_view& text) {
  constexpr string_view ends[] = {"部门", "机关",   "政府",   "单位", "机构",
                                  "企业", "村委会", "委员会", "局"};
  string_view rest = text;
  if (!take(rest, "由")) return false;
  for (const string_view end : ends)
    if (const auto at = rest.find(end); at != rest.npos && at < 60) {
      if (!is_who_or_where(rest.substr(0, at + end.size()))) return false;
      text = rest.substr(at + end.size());
      return true;
    }
  return false;
}

bool take_tail(string_view& text) {
  return !take_any(text, acts).empty() || !take_any(text, tail_words).empty() ||
         take_channel(text) || take_place(text) || take_actor(text);
}

bool publishes(string_view tail) {
  constexpr string_view verbs[] = {"公开", "公布", "公示", "发布",
                                   "公告", "披露", "更新", "上网",
                                   "上墙", "张贴", "张榜"};
  return contains_any(tail, verbs);
}

string_view act_in(string_view tail) {
  // From the first to the last of them: 受理并办结, 核定并公布.
  std::size_t first = tail.npos, end = 0;
  for (const string_view act : acts)
    for (auto at = tail.find(act); at != tail.npos;
         at = tail.find(act, at + act.size())) {
      first = std::min(first, at);
      end = std::max(end, at + act.size());
    }
  if (first == tail.npos) return {};
  if (publishes(tail.substr(end))) {
    end = tail.size();
    string_view act = tail.substr(first);
    constexpr string_view idle[] = {"信息", "相关信息", "内容", "的"};
    take_last_any(act, idle);
    return act;
  }
  return tail.substr(first, end - first);
}

bool is_free_act(string_view text) {
  constexpr string_view starts[] = {
      "不", "未", "无", "非", "可", "暂", "方", "才", "再", "均", "只",
      "仅", "左", "约", "或", "和", "及", "与", "并", "且", "的", "容",
      "部", "设", "控", "资", "外", "有", "为", "是", "其", "各", "每",
      "由", "在", "以", "按", "依", "经", "至", "起", "后", "前", "时",
      "应", "须", "完", "涝", "环", "河", "陆", "蒙", "镜", "科", "业"};
  constexpr string_view sends[] = {"发", "报", "送",   "交",   "签",
                                   "办", "缴", "出具", "核",   "退",
                                   "补", "提", "组织", "重新", "作"};
  const std::size_t count = unicode::count(text);
  string_view first = text;
  if (count < 2 || count > 10 || publishes(text) ||
      !take_any(first, starts).empty() || !is_who_or_where(text))
    return false;
  string_view rest = text;
  return !is_subject(text) || !take_any(rest, sends).empty();
}

string_view act_alone(string_view tail) {
  constexpr string_view alone[] = {"完成", "完毕", "到位", "调整", "维护",
                                   "完善", "管理", "保存", "保留"};
  return std::find(std::begin(alone), std::end(alone), tail) == std::end(alone)
             ? string_view()
             : tail;
}

string_view told_in(string_view tail) {
  string_view rest = tail;
  return take_last_any(rest, acts);
}

bool is_object(string_view text, string_view tail) {
  constexpr string_view verbs[] = {"公开", "公布", "公示", "发布",
                                   "更新", "公告", "披露"};
  if (!told_in(tail).empty()) {
    // 发放情况 is what is published.
    constexpr string_view of_act[] = {"情况", "结果", "信息", "名单", "数据",
                                      "内容", "明细", "标准", "进度", "报告"};
    string_view rest = text;
    return is_who_or_where(text) && unicode::count(text) <= 12 &&
           !contains_any(text, verbs) && take_any(rest, of_act).empty();
  }
  constexpr string_view work[] = {"政府信息公开", "政务公开", "信息公开"};
  string_view inner = text;
  take_any(inner, work);
  if (unicode::count(inner) > 2) take_last(inner, "公告");
  return ends_with_any(tail, verbs) && is_subject(text) &&
         !contains_any(inner, verbs) && unicode::count(text) <= 20;
}

std::optional<DefaultEvent> default_event(string_view text) {
  constexpr string_view verbs[] = {"形成", "产生", "生成"};
  constexpr string_view changes[] = {"变更", "更新", "变动",
                                     "调整", "更改", "变化"};
  constexpr string_view joints[] = {"或者", "或", "及", "和", "、", "/", "与"};
  string_view rest = text;
  const bool grouped = take_last(rest, ")");
  const string_view change = take_last_any(rest, changes);
  if (!change.empty()) {
    const bool joined = !take_last_any(rest, joints).empty();
    if (grouped ? !take_last(rest, "(") : !joined) return std::nullopt;
  } else if (grouped) {
    return std::nullopt;
  }
  if (take_last_any(rest, verbs).empty()) return std::nullopt;
  take_last(rest, "自");
  string_view part = rest;
  if (!take_last(rest, "信息") && change.empty() && !rest.empty())
    return std::nullopt;
  while (!take_last_any(rest, general_words).empty()) {
  }
  DefaultEvent found{rest.empty() ? rest : part, "信息形成"};
  if (!change.empty())
    found.event += "或者" + std::string(change == "更改" ? "变更" : change);
  return found;
}

std::string event_of(string_view text) {
  const auto found = default_event(text);
  if (found && found->part.empty()) return found->event;
  if (text == "会") return "会议结束";
  if (text == "季") return "季度结束";
  return as_printed(text);
}

std::optional<Unit> take_period(string_view& text) {
  struct Row {
    string_view word;
    Unit unit;
  };
  constexpr Row rows[] = {{"工作日", Unit::working_day},
                          {"学期", Unit::semester},
                          {"学年度", Unit::school_year},
                          {"学年", Unit::school_year},
                          {"旬", Unit::ten_days},
                          {"半个月", Unit::half_month},
                          {"半月", Unit::half_month},
                          {"小时", Unit::hour},
                          {"日", Unit::day},
                          {"天", Unit::day},
                          {"星期", Unit::week},
                          {"周", Unit::week},
                          {"月度", Unit::month},
                          {"月", Unit::month},
                          {"季度", Unit::quarter},
                          {"季", Unit::quarter},
                          {"半年度", Unit::half_year},
                          {"半年", Unit::half_year},
                          {"年度", Unit::year},
                          {"年", Unit::year}};
  for (const Row& row : rows)
    if (take(text, row.word)) return row.unit;
  return std::nullopt;
}

string_view name_of_period(Unit unit) {
  constexpr string_view names[] = {"小时", "个工作日", "日",   "周",
                                   "旬",   "半月",     "月",   "季度",
                                   "半年", "年",       "学期", "学年"};
  return names[static_cast<std::size_t>(unit)];
}

std::size_t end_of_group(string_view text) {
  struct Row {
    string_view open, close;
  };
  constexpr Row rows[] = {{"(", ")"}, {"《", "》"}, {"“", "”"}};
  for (const Row& row : rows) {
    if (!text.starts_with(row.open)) continue;
    int depth = 0;
    for (std::size_t at = 0; at < text.size();) {
      if (text.substr(at).starts_with(row.open)) {
        ++depth;
        at += row.open.size();
      } else if (text.substr(at).starts_with(row.close)) {
        at += row.close.size();
        if (--depth == 0) return at;
      } else {
        at += step(text, at);
      }
    }
    return 0;
  }
  return 0;
}

}  // namespace catalog::phrase
