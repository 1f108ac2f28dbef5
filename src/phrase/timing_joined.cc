#include "phrase/timing_joined.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "phrase/timing_act.h"
#include "phrase/timing_condition.h"
#include "phrase/timing_duration.h"
#include "phrase/timing_guard.h"
#include "phrase/timing_parts.h"
#include "phrase/timing_piece.h"
#include "phrase/timing_rider.h"
#include "phrase/timing_split.h"
#include "phrase/timing_tail.h"
#include "phrase/timing_ways.h"
#include "phrase/timing_words.h"

namespace catalog::phrase {
namespace {

using std::string_view;

/// 启动征收工作时,在村公示栏公开: an event, and its verb behind the comma.
bool event_and_verb(Reading& reading, string_view each,
                    const std::vector<string_view>& pieces, std::size_t& i,
                    Scope& scope) {
  if (i + 1 >= pieces.size()) return false;
  const auto part = doing(pieces[i + 1]);
  auto read = part ? read_event_alone(each) : std::nullopt;
  if (!read || (!part->empty() && !read->clause.part.empty())) return false;
  if (!part->empty()) read->clause.part = as_printed(*part);
  reading.accept(*read, from_to(each, pieces[++i]), scope);
  return true;
}

/// 自批准之日起，不超过10个工作日; 公示满三年的，不再公示: one thing over a
/// comma.
bool joined_with_next(Reading& reading, string_view each,
                      const std::vector<string_view>& pieces, std::size_t& i,
                      Scope& scope) {
  constexpr string_view ends[] = {"之日起", "之后", "以后", "后",
                                  "起",     "时",   "的"};
  const bool is_reserved = is_reservation(each);
  if (i + 1 >= pieces.size() || !(is_reserved || ends_with_any(each, ends)))
    return false;
  const string_view next = pieces[i + 1];
  constexpr string_view stops[] = {"不再", "停止", "予以撤", "撤", "下架"};
  string_view rest = next;
  const bool is_stop = !take_any(rest, stops).empty();
  if (each.ends_with("的") != is_stop) return false;
  if (!read_piece(reading, from_to(each, next), scope)) return false;
  ++i;
  return true;
}

/// 情况紧急的立即公开: a case, and what holds in it.
bool case_and_clause(Reading& reading, string_view each, Scope& scope) {
  constexpr string_view begins[] = {"收到", "接到", "作出", "批准", "形成",
                                    "受理", "签订", "印发", "下达", "发布",
                                    "公布", "结束", "自",   "之日", "后"};
  constexpr string_view starts[] = {
      "能", "不能", "情况", "确需", "需",   "涉及", "属于", "遇",
      "因", "特别", "特殊", "紧急", "无法", "确有", "重大", "案情",
      "对", "有",   "符合", "未",   "应当", "可以", "不需"};
  constexpr string_view ends[] = {"紧急的", "复杂的", "特殊的", "重大的",
                                  "变化的", "变更的", "调整的", "变动的",
                                  "必要的", "困难的", "异议的", "条件的",
                                  "更新的", "修订的", "需要的"};
  const string_view of = "的";
  for (auto at = each.find(of); at != each.npos;
       at = each.find(of, at + of.size())) {
    const string_view when = each.substr(0, at + of.size());
    const string_view then = each.substr(at + of.size());
    string_view rest = when;
    if (then.empty() || !is_condition(when)) continue;
    const bool is_case = !take_any(rest, starts).empty() ||
                         ends_with_any(when, ends) ||
                         !contains_any(when, begins);
    Attempt attempt(reading, scope);
    const std::size_t count = reading.clauses.size();
    scope.conditions.push_back(when);
    // 收到申请的5日内 is no case, but when it starts.
    if (read_piece(reading, then, scope) &&
        (is_case ||
         (reading.clauses.size() > count && !reading.clauses[count].within)))
      return true;
    attempt.undo();
  }
  return false;
}

/// 征地批准后,自收到批准文件之日起…: the case in which the next clause holds,
/// which has an event of its own.
bool event_of_next(Reading& reading, string_view each,
                   const std::vector<string_view>& pieces, std::size_t& i,
                   Scope& scope) {
  constexpr string_view ends[] = {"之后", "以后", "后"};
  constexpr string_view own[] = {"自", "于", "应自", "应当自"};
  if (i + 1 >= pieces.size() || !ends_with_any(each, ends) ||
      !read_event_alone(each))
    return false;
  string_view next = pieces[i + 1];
  if (take_any(next, own).empty()) return false;
  Attempt attempt(reading, scope);
  scope.conditions.push_back(each);
  if (read_piece(reading, pieces[i + 1], scope) &&
      !reading.clauses.back().after.empty()) {
    ++i;
    return true;
  }
  attempt.undo();
  return false;
}

/// 一级召回在24小时内、二级召回在48小时内: several, and no comma.
bool several(Reading& reading, string_view each, Scope& scope) {
  constexpr string_view signs[] = {"、"};
  constexpr string_view ends[] = {"内", "前", "次", "公开", "公布", "公示"};
  const auto parts = split(each, signs, false);
  if (parts.size() < 2 || parts.size() > 6) return false;
  for (std::size_t k = 0; k + 1 < parts.size(); ++k)
    if (!ends_with_any(parts[k], ends)) return false;
  Attempt attempt(reading, scope);
  const std::string label = scope.label;
  for (const string_view part : parts) {
    const std::size_t count = reading.clauses.size();
    // Each must say of what it is.
    if (!read_piece(reading, part, scope) || reading.clauses.size() <= count ||
        reading.clauses[count].part == label) {
      attempt.undo();
      return false;
    }
  }
  return true;
}

/// 审批结果确定后, 启动征收时, and no more: the verb goes without saying.
bool event_at_end(Reading& reading, string_view each, Scope& scope) {
  constexpr string_view ends[] = {"之后", "以后", "后", "时"};
  if (!ends_with_any(each, ends) ||
      (each.ends_with("时") && is_condition(each)))
    return false;
  const auto read = read_event_alone(each);
  if (!read) return false;
  reading.accept(*read, each, scope);
  return true;
}

/// In a piece of its own, where and how: 在村公示栏公开.
bool verb(Reading& reading, string_view each, bool is_last, Scope& scope) {
  const auto part = doing(each);
  if (!part) return false;
  Clause* before = reading.last(scope);
  if (!part->empty()) {
    // What follows is of that part.
    if (before || is_last || !scope.label.empty()) return false;
    scope.label = as_printed(*part);
    return true;
  }
  if (!before) return false;
  before->range.end = std::max(before->range.end, reading.range(each).end);
  return true;
}

/// In a piece of its own, the verb and what is published: 向社会公示抽查结果.
bool verb_and_object(Reading& reading, string_view each, Scope& scope) {
  Clause* before = reading.last(scope);
  if (!before || !before->within || !before->part.empty() ||
      !before->act.empty() || !scope.conditions.empty())
    return false;
  for (string_view object = each; take_tail(object);) {
    const string_view tail = each.substr(0, each.size() - object.size());
    if (!act_in(tail).empty()) return false;
    if (!is_object(object, tail)) continue;
    before->part = as_printed(object);
    before->range.end = std::max(before->range.end, reading.range(each).end);
    return true;
  }
  return false;
}

/// 每季度公布,不少于1次: how often in that period.
bool times_only(Reading& reading, string_view each, Scope& scope) {
  constexpr string_view bounds[] = {"至少", "不少于", "不得少于", "不低于"};
  Clause* before = reading.last(scope);
  take_tails(each);
  if (!before || !before->every || before->times > 0 ||
      take_any(each, bounds).empty())
    return false;
  const string_view text = each;
  const auto times = take_number(each);
  if (!times || *times < 1 || !take(each, "次")) return false;
  take_tails(each);
  if (!each.empty()) return false;
  before->times = *times;
  before->range.end = std::max(before->range.end, reading.range(text).end);
  return true;
}

/// 最长公示期1年: the most of a notice period whose least stands before.
bool most_of_notice(Reading& reading, string_view each, Scope& scope) {
  Clause* before = reading.last(scope);
  const string_view text = each;
  constexpr string_view nouns[] = {"公示", "公告", "公布", "公开"};
  constexpr string_view terms[] = {"期限", "时间", "时长", "期"};
  constexpr string_view bounds[] = {"为", "不超过", "不得超过"};
  if (!before || !before->notice || before->at_most || !take(each, "最长"))
    return false;
  take_any(each, nouns);
  take_any(each, terms);
  take_any(each, bounds);
  const auto most = take_duration(each);
  if (!most || most->least > 0 || !each.empty() ||
      !is_longer(most->duration, *before->notice))
    return false;
  before->at_most = most->duration;
  before->range.end = std::max(before->range.end, reading.range(text).end);
  return true;
}

/// 处罚决定书公示满1年可申请撤下: the part of the content, and a remark on it.
bool leave_of_part(Reading& reading, string_view each, Scope& scope) {
  for (const string_view word : {"公示满", "公开满", "公示期满"}) {
    const auto at = each.find(word);
    if (at == each.npos || at == 0 || !is_subject(each.substr(0, at)) ||
        !is_rider(each.substr(at)))
      continue;
    Clause clause;
    clause.part = as_printed(each.substr(0, at));
    clause.rider = as_printed(each.substr(at));
    clause.range = reading.range(each);
    reading.add(std::move(clause), scope);
    return true;
  }
  return false;
}

}  // namespace

bool read_joined(Reading& reading, string_view each,
                 const std::vector<string_view>& pieces, std::size_t& i,
                 Scope& scope) {
  const bool is_last = i + 1 == pieces.size();
  return event_and_verb(reading, each, pieces, i, scope) ||
         verb(reading, each, is_last, scope) ||
         times_only(reading, each, scope) ||
         most_of_notice(reading, each, scope) ||
         verb_and_object(reading, each, scope) ||
         joined_with_next(reading, each, pieces, i, scope) ||
         (is_last && event_at_end(reading, each, scope)) ||
         event_of_next(reading, each, pieces, i, scope) ||
         case_and_clause(reading, each, scope) ||
         several(reading, each, scope) || leave_of_part(reading, each, scope);
}

}  // namespace catalog::phrase
