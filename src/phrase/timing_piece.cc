#include "phrase/timing_piece.h"

#include <algorithm>
#include <vector>

#include "phrase/timing_act.h"
#include "phrase/timing_duration.h"
#include "phrase/timing_parts.h"
#include "phrase/timing_rider.h"
#include "phrase/timing_sentence.h"
#include "phrase/timing_settle.h"
#include "phrase/timing_tail.h"
#include "phrase/timing_ways.h"
#include "phrase/timing_words.h"

namespace catalog::phrase {
namespace {

using std::string_view;

/// 原则上 at the front, and 一般 where no noun follows: 一般村务.
string_view take_soft_start(string_view& text) {
  string_view rest = text;
  constexpr string_view words[] = {"一般情况下", "原则上", "一般"};
  string_view word = take_any(rest, words);
  if (word.empty()) return {};
  if (word == words[0]) {
    take(rest, ",");
    text = rest;
    return words[2];
  }
  take(rest, ",");
  constexpr string_view behind[] = {"应",   "在", "于",   "为",   "每",
                                    "自",   "不", "提前", "按月", "按季",
                                    "按年", "次", "实时", "长期"};
  string_view next = rest;
  if (word == "一般" && take_any(next, behind).empty() && !take_number(next))
    return {};
  text = rest;
  return word;
}

/// 原则上每年公布: the word softens the clause behind it.
bool read_softened(Reading& reading, string_view text, Scope& scope,
                   int depth) {
  const string_view word = take_soft_start(text);
  if (word.empty()) return false;
  const std::size_t count = reading.clauses.size();
  if (!read_piece(reading, text, scope, depth) ||
      reading.clauses.size() <= count)
    return false;
  Clause& clause = reading.clauses[count];
  if (!clause.discretion.empty()) return false;
  clause.discretion = word;
  return true;
}

/// A group in brackets behind a clause: more of the same. Takes it.
bool read_group(Reading& reading, string_view& piece, Scope& scope) {
  const std::size_t end = end_of_group(piece);
  if (end < 2 || piece.front() != '(') return false;
  const auto slips = static_cast<std::ptrdiff_t>(reading.slips.size());
  read_sentence(reading, piece.substr(1, end - 2), scope, true);
  if (std::any_of(reading.slips.begin() + slips, reading.slips.end(),
                  [](const Slip& each) { return each.is_unread(); }))
    return false;
  piece.remove_prefix(end);
  return true;
}

/// Takes 公开时限为 off the front. 公开期限为3年 is for how long, not by when,
/// and stays.
void take_idle_start(string_view& text) {
  constexpr string_view idle[] = {
      "公开时限为", "公开期限为", "时限为",     "公开时间为", "更新周期为",
      "公开周期为", "更新频率为", "公开频率为", "更新频次为", "公开频次为"};
  string_view rest = text;
  if (take_any(rest, idle).empty()) return;
  string_view span = rest;
  const auto counted = take_duration(span);
  if (!counted || !is_long(counted->duration)) text = rest;
}

/// A clause behind others may be a bare number only where their event starts
/// it too: 1小时内上报并在24小时内发布.
bool may_follow(const Reading& reading, const ReadClause& read,
                const Scope& scope) {
  if (read.slip != Slip::Kind::bare) return true;
  ReadClause next = read;
  if (next.clause.act.empty()) next.clause.act = "公开";
  return reading.inherits_event(next, scope);
}

/// Where the reading of a clause may end: before and behind each of the words
/// that follow it and say no time.
std::vector<string_view> stops_behind(const ReadClause& read) {
  std::vector<string_view> stops = {read.rest};
  for (string_view rest = read.rest; take_tail(rest);) stops.push_back(rest);
  return stops;
}

string_view until(const ReadClause& read, string_view stop) {
  return read.rest.substr(0, read.rest.size() - stop.size());
}

/// What is done, from the verbs behind a clause; false where the clause has
/// no place for it.
bool set_act(ReadClause& read, string_view tail) {
  Clause& clause = read.clause;
  clause.act = read.act;
  // 核定一次并公布: two things, and one verb to say it with.
  if (!read.act.empty() && publishes(tail)) return false;
  if (const string_view act = act_in(tail); !act.empty()) {
    if (!clause.act.empty()) return false;
    clause.act = as_printed(act);
  }
  if (clause.act.empty() && clause.within) clause.act = act_alone(tail);
  // 每两年更新一次并及时公布
  const bool is_lasting =
      (clause.every && clause.by.empty()) || clause.dynamic || clause.standing;
  if (is_lasting && tail.find("及时") != tail.npos) clause.promptly = true;
  return clause.act.empty() || has_verb(clause);
}

/// What follows a clause up to one of its stops is read as clauses of their
/// own, and goes on from it.
bool read_on(Reading& reading, string_view text, const ReadClause& read,
             string_view stop, Scope& scope, int depth) {
  const string_view tail = until(read, stop);
  // 年中调整的随时更新: of whom it is said goes on. 每月或每季度: which of the
  // two is not said.
  if (tail.ends_with("的") || tail.ends_with("或") || tail.ends_with("或者"))
    return false;
  // 公示结束后保留6个月: it is kept, not published.
  constexpr string_view keeps[] = {"保留", "保存"};
  if (!read.clause.after.empty() && !read.clause.within &&
      (ends_with_any(tail, keeps) || starts_with_any(stop, keeps)))
    return false;
  string_view rest = stop;
  take_joint(rest);
  const bool has_joint = rest.size() < stop.size();
  const bool is_group = stop.front() == '(';
  // 每月抽查结果: no act, but what is published.
  if (!told_in(tail).empty() && !has_joint && !is_group) return false;
  // 半年财政收支情况 names no limit.
  if (read.slip == Slip::Kind::bare && !is_group &&
      rest.data() == text.data() + read.slip_text.size())
    return false;
  const std::size_t count = reading.clauses.size();
  if (rest.empty() || !read_piece(reading, rest, scope, depth + 1))
    return false;
  // 每年上半年、下半年: the second is of each year too.
  const bool is_listed =
      tail == "、" || (tail.empty() && stop.starts_with("、"));
  if (is_listed && read.clause.every && !read.clause.by.empty() &&
      reading.clauses.size() > count && count > 0 &&
      !reading.clauses[count].every && !reading.clauses[count].by.empty() &&
      !is_next(reading.clauses[count].by))
    return false;
  if (!tail.empty() || has_joint || is_group || count == 0 ||
      reading.clauses.size() <= count)
    return true;
  // 每月抽查结果次月5日前: what is about another part of the content does not
  // follow without a word between.
  const Clause& clause = read.clause;
  return reading.clauses[count].part == reading.clauses[count - 1].part &&
         (clause.by.empty() || clause.by.ends_with("日"));
}

/// The clause, its verbs and what follows; the farthest stop first.
bool read_with_rest(Reading& reading, string_view text, ReadClause& read,
                    const std::vector<string_view>& stops, Scope& scope,
                    int depth) {
  Attempt attempt(reading, scope);
  for (auto stop = stops.rbegin(); stop != stops.rend(); ++stop) {
    if (!set_act(read, until(read, *stop))) continue;
    reading.accept(read, text.substr(0, text.size() - stop->size()), scope);
    if (stop->empty() || read_on(reading, text, read, *stop, scope, depth))
      return true;
    attempt.undo();
  }
  return false;
}

/// What is published, behind the verb, the longest first: 公布
/// 政府信息公开年度报告.
bool read_with_object(Reading& reading, string_view text, ReadClause& read,
                      const std::vector<string_view>& stops, Scope& scope) {
  // 将检查结果向社会公布
  if (read.rest.starts_with("将") || read.rest.starts_with("对"))
    if (const auto part = doing(read.rest);
        part && !part->empty() && read.clause.part.empty()) {
      read.clause.part = as_printed(*part);
      reading.accept(read, text, scope);
      return true;
    }
  for (const string_view object : stops) {
    const string_view tail = until(read, object);
    // 签约期限内每周更新 签约情况, 批复自作出之日起5日内公开 全文
    if (!is_object(object, tail.empty() && read.has_verb ? "公布" : tail) ||
        !set_act(read, tail))
      continue;
    std::string& part = read.clause.part;
    if (!told_in(tail).empty())
      read.clause.act += as_printed(object);
    else
      part += (part.empty() ? "" : "：") + as_printed(object);
    const std::string own = scope.own;
    reading.accept(read, text, scope);
    scope.own = own;
    return true;
  }
  return false;
}

/// 20日内重新组织调查: what is to be done, in words of its own.
bool read_with_free_act(Reading& reading, string_view text, ReadClause& read,
                        const std::vector<string_view>& stops, Scope& scope) {
  const string_view left = stops.back();
  const bool is_inside =
      read.clause.within && !read.is_number && left.data() > text.data();
  if (!is_inside || stops.size() > 1 || !read.clause.act.empty() ||
      !is_free_act(left))
    return false;
  read.clause.act = as_printed(left);
  reading.accept(read, text, scope);
  return true;
}

}  // namespace

void take_joint(string_view& piece) {
  constexpr string_view joints[] = {"其中", "同时", "另外", "此外", "并且",
                                    "并",   "且",   "但是", "但",   "、",
                                    ",",    "以及", "和"};
  constexpr string_view along[] = {"一同", "一并", "一起", "同步", "同期"};
  if (piece.starts_with("和") && contains_any(piece, along)) return;
  while (!piece.starts_with("同时公") && !take_any(piece, joints).empty()) {
  }
}

bool read_piece(Reading& reading, string_view text, Scope& scope, int depth) {
  if (depth > 5 || !reading.may_try()) return false;
  take_idle_start(text);
  if (text.empty()) return depth > 0;
  if (depth > 0 && text.starts_with("的")) return false;
  Attempt attempt(reading, scope);
  if (depth > 0 && text.front() == '(') {
    string_view rest = text;
    if (read_group(reading, rest, scope)) {
      take_tails(rest);
      if (rest.empty() || read_piece(reading, rest, scope, depth + 1))
        return true;
    }
    attempt.undo();
    return false;
  }
  // 集中公开(每年11月底前)
  if (string_view group = text; depth == 0) {
    take_tails(group);
    if (group.size() < text.size() && !group.empty() && group.front() == '(' &&
        end_of_group(group) == group.size() &&
        read_group(reading, group, scope))
      return true;
    attempt.undo();
  }
  if (depth > 0 && is_rider(text)) {
    reading.add_rider(text, scope);
    return true;
  }
  if (depth > 0 && reading.add_extension(text, scope)) return true;
  if (read_softened(reading, text, scope, depth)) return true;
  attempt.undo();
  for (const auto way : ways_to_read) {
    auto read = way(text);
    if (!read || (depth > 0 && !may_follow(reading, *read, scope))) continue;
    const auto stops = stops_behind(*read);
    if (read_with_rest(reading, text, *read, stops, scope, depth) ||
        read_with_object(reading, text, *read, stops, scope) ||
        read_with_free_act(reading, text, *read, stops, scope))
      return true;
  }
  return false;
}

}  // namespace catalog::phrase
