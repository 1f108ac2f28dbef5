#include <algorithm>

#include "phrase/timing_guard.h"
#include "phrase/timing_parts.h"
#include "phrase/timing_tail.h"
#include "phrase/timing_text.h"
#include "phrase/timing_ways.h"
#include "phrase/timing_words.h"

namespace catalog::phrase {
namespace {

using std::string_view;

/// 启动工作时公开, 审批后公开, 开学前公开, 决定作出当日公开. The verb may stand
/// behind a comma.
Read read_any_event(string_view piece, bool needs_verb) {
  struct Row {
    string_view word;
    int what;  // 0 after, 1 before, 2 at the time, 3 on the day, 4 on the next
  };
  constexpr Row rows[] = {
      {"之日起", 2}, {"次日", 4}, {"翌日", 4}, {"的同时", 2}, {"同时", 2},
      {"当日", 3},   {"当天", 3}, {"之后", 0}, {"以后", 0},   {"之前", 1},
      {"以前", 1},   {"之日", 3}, {"时", 2},   {"后", 0},     {"前", 1}};
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
    // 自公示之日起保存1年: from when it is there.
    constexpr string_view there[] = {"公示", "公布", "公开", "发布", "公告"};
    if (row.word == "之日起" && ends_with_any(before, there)) continue;
    // 批准后,与公告同时发布: at two times, or at one of them?
    if (row.word == "同时" && before.find(',') != before.npos) continue;
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
    if (read.rest.empty() && needs_verb && row.what != 1 && row.what < 3 &&
        row.word != "的同时")
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
    constexpr string_view shown[] = {"情况", "信息", "内容", "数据", "结果",
                                     "名单", "清单", "明细", "价格", "报告"};
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

/// 与政府预算公开时间一致: at the same time. Gives the end of the name.
std::optional<string_view> name_before_same_time(string_view text) {
  constexpr string_view same[] = {"保持一致", "一致", "相同"};
  constexpr string_view terms[] = {"时间", "时限", "期限", "频率"};
  constexpr string_view verbs[] = {"公开", "公布", "发布", "公告", "公示"};
  if (take_last_any(text, same).empty() || take_last_any(text, terms).empty())
    return std::nullopt;
  take_last(text, "的");
  constexpr string_view places[] = {"网站", "平台", "公众号", "栏", "屏"};
  if (take_last_any(text, verbs).empty() || ends_with_any(text, places))
    return std::nullopt;
  return text;
}

/// 随同级预算公开: 同 is of the name behind it.
bool is_own_tong(string_view from_tong) {
  constexpr string_view words[] = {"同级", "同类", "同批", "同期", "同年",
                                   "同一", "同行", "同城", "同步"};
  return starts_with_any(from_tong, words);
}

}  // namespace

Read read_with(string_view piece) {
  ReadClause read;
  constexpr string_view joints[] = {"一并", "一同", "同步", "同时",
                                    "一起", "同期", "同日"};
  constexpr string_view verbs[] = {"公开", "公布", "发布", "公告",
                                   "公示", "下发", "印发"};
  for (const string_view start : {"随同", "随", "与", "同", "和"}) {
    const bool is_along = start.starts_with("随");
    const std::size_t at = is_along ? find_along(piece) : piece.find(start);
    if (at == piece.npos || !piece.substr(at).starts_with(start)) continue;
    if (piece.substr(at).starts_with("随时") ||
        piece.substr(at).starts_with("同时") ||
        piece.substr(at).starts_with("同步"))
      continue;
    if (start == "随同" && is_own_tong(piece.substr(at + start.size() / 2)))
      continue;
    const string_view before = piece.substr(0, at);
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
    if (const auto same = name_before_same_time(behind)) {
      name = *same;
      read.rest = {};
    } else if (end == behind.npos) {
      if (!start.starts_with("随")) continue;
      // 随采购公告公开: the last verb is what is done.
      if (!name.empty() && !ends_with_any(name, verbs)) return std::nullopt;
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
    if (!is_name(name) || !is_event(name) ||
        is_reservation(piece.substr(at, start.size() + name.size())))
      continue;
    read.clause.with = as_printed(name);
    return read;
  }
  return std::nullopt;
}

Read read_event(string_view piece) { return read_any_event(piece, true); }

Read read_event_alone(string_view piece) {
  auto read = read_any_event(piece, false);
  if (!read || !read->rest.empty()) return std::nullopt;
  return read;
}

Read read_until(string_view piece) {
  constexpr string_view starts[] = {
      "长期公开直至", "长期公示直至", "持续公开直至", "持续公示直至",
      "持续公开至",   "持续公示至",   "公开直至",     "公示直至",
      "公布直至",     "保留直至",     "保存直至",     "展示直至",
      "公开至",       "公示至",       "公布至",       "保留至",
      "保存至",       "展示至",       "直至",         "持续至"};
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

Read read_during(string_view piece) {
  constexpr string_view ends[] = {"有效期内", "任期内", "期限内", "期间",
                                  "期内",     "全过程", "全程"};
  for (const string_view word : ends) {
    const std::size_t at = piece.find(word);
    if (at == piece.npos) continue;
    const string_view name = piece.substr(0, at + word.size());
    string_view event = name;
    ReadClause read;
    // 财务收支任期内公开; the term of 村委会干部任期内 is theirs.
    constexpr string_view persons[] = {"人",   "员",   "者",   "干部",
                                       "班子", "代表", "单位", "企业"};
    if (const string_view part = piece.substr(0, at);
        word == "任期内" && is_subject(part) && !ends_with_any(part, persons)) {
      if (!set_part(read.clause, part)) return std::nullopt;
      event = word;
    }
    // 方案在公告期内公布
    if (const auto in = event.find("在");
        in != event.npos && in > 0 && is_subject(event.substr(0, in))) {
      if (!set_part(read.clause, event.substr(0, in))) return std::nullopt;
      event.remove_prefix(in);
    }
    take_from(event);
    constexpr string_view vague[] = {"规定期限内", "法定期限内", "规定时限内",
                                     "期限内",     "期间",       "期内"};
    if (std::find(std::begin(vague), std::end(vague), event) != std::end(vague))
      return std::nullopt;
    if (!is_name(event)) return std::nullopt;
    read.clause.during = as_printed(event);
    read.rest = piece.substr(name.size());
    // 节假日期间实时发布 says neither of the two by itself.
    constexpr string_view along[] = {"长期", "持续", "常年", "一直",
                                     "全年", "始终", "长久"};
    string_view tail = read.rest;
    take_tails(tail);
    if (!tail.empty() && take_any(tail, along).empty()) return std::nullopt;
    return read;
  }
  return std::nullopt;
}

}  // namespace catalog::phrase
