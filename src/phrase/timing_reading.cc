#include "phrase/timing_reading.h"

#include <algorithm>
#include <utility>

#include "phrase/timing_condition.h"
#include "phrase/timing_duration.h"
#include "phrase/timing_nearest.h"
#include "phrase/timing_parts.h"
#include "phrase/timing_rider.h"
#include "phrase/timing_tail.h"
#include "phrase/timing_words.h"
#include "unicode/utf8.h"

namespace catalog::phrase {
namespace {

using std::string_view;

/// `20内`: a number that has lost its unit.
std::optional<string_view> find_unitless(string_view text) {
  constexpr string_view inside[] = {"个之内", "个以内", "个内",
                                    "之内",   "以内",   "内"};
  for (std::size_t at = 0; at < text.size();) {
    string_view rest = text.substr(at);
    const std::size_t size = rest.size();
    constexpr string_view before[] = {"后", "起", "前", ":", "于", "在"};
    const bool begins = at == 0 || ends_with_any(text.substr(0, at), before) ||
                        is_digit(text[at]);
    if (const auto number = begins ? take_number(rest) : std::nullopt) {
      if (!take_any(rest, inside).empty())
        return text.substr(at, size - rest.size());
      at += std::max<std::size_t>(size - rest.size(), 1);
      continue;
    }
    at += unicode::decode(text, at).size;
  }
  return std::nullopt;
}

/// Besides what it is about, a clause says the same as another.
bool says_only(const Clause& clause, const Clause& like) {
  Clause bare = clause;
  bare.part.clear();
  bare.on_request = false;
  return bare == like;
}

}  // namespace

void Reading::slip(Slip::Kind kind, string_view text) {
  Slip found{kind, plain_.range(text), std::nullopt};
  if (kind == Slip::Kind::not_understood) {
    if (const auto unitless = find_unitless(text))
      found = {Slip::Kind::no_unit, plain_.range(*unitless), std::nullopt};
    else
      found.instead = nearest_phrase(as_printed(text));
  }
  if (kind == Slip::Kind::no_measure) {
    string_view rest = text;
    if (const auto counted = take_duration(rest))
      found.instead = printed(counted->duration);
  }
  slips.push_back(std::move(found));
}

/// From all that was said of what it is about.
void Reading::set_scope(Clause& clause, Scope& scope) {
  std::string around;
  for (const string_view condition : scope.conditions)
    around += as_printed(condition) + "，";
  if (!scope.conditions.empty() && !around.empty())
    around.resize(around.size() - std::string_view("，").size());
  scope.conditions.clear();
  if (!scope.label.empty())
    around += (around.empty() ? "" : "，") + scope.label;
  const bool is_noun = clause.notice && is_notice_noun(clause.part);
  if (clause.part.empty() || (is_noun && ends_with_notice_noun(around))) {
    // What has an event of its own need not be about the same.
    const bool is_same = clause.after.empty() && clause.before.empty() &&
                         !scope.own.empty() && around == scope.label;
    clause.part = is_same ? scope.own : around;
  } else if (!around.empty()) {
    clause.part = around + (around.ends_with("的") ? "，" : "：") + clause.part;
  }
  const bool is_of_notice = clause.notice && ends_with_notice_noun(clause.part);
  if (!clause.part.empty() && !is_noun && !is_of_notice)
    scope.own = clause.part;
  else if (is_of_notice && !is_noun)
    scope.own.clear();  // 新增对象公示7天: what follows is about neither
  if (is_on_request(clause.part)) {
    clause.on_request = true;
    clause.part.clear();
  }
  clause.on_request |= scope.on_request;
}

Clause* Reading::last(const Scope& scope) {
  return clauses.size() > scope.first ? &clauses.back() : nullptr;
}

/// False where the clause and the one before it are two things.
bool Reading::join(const Clause& clause, bool is_most, const Scope& scope) {
  Clause* before = last(scope);
  if (!before || !clause.part.empty() || !scope.conditions.empty())
    return false;
  Clause dynamic, notice, deadline, precedence;
  dynamic.dynamic = true;
  notice.notice = clause.notice;
  deadline.within = clause.within;
  precedence.before = before->before;
  Clause until, standing, lasting;
  lasting.during = before->during;
  until.during = clause.during;
  standing.standing = true;
  if (before->standing && says_only(clause, dynamic)) {
    before->dynamic = true;
  } else if (clause.standing && says_only(clause, standing) &&
             !before->during.empty() && says_only(*before, lasting)) {
    // 任期内长期公开: for that long.
  } else if (clause.during.starts_with("至") && says_only(clause, until) &&
             says_only(*before, standing)) {
    before->during = clause.during;
    before->standing = false;
  } else if (clause.notice && says_only(clause, notice) &&
             says_only(*before, precedence) && !before->before.empty()) {
    before->notice = clause.notice;
  } else if (is_most && clause.within && says_only(clause, deadline) &&
             before->notice && is_longer(*clause.within, *before->notice)) {
    before->at_most = clause.within;
  } else if (clause.within && says_only(clause, deadline) && before->promptly &&
             !before->after.empty() && !before->within) {
    before->within = clause.within;
    before->promptly = false;
  } else {
    return false;
  }
  before->range.end = std::max(before->range.end, clause.range.end);
  return true;
}

bool Reading::inherits_event(const ReadClause& read, const Scope& scope) const {
  if (read.slip != Slip::Kind::bare || !read.clause.within ||
      !read.clause.part.empty() || !scope.conditions.empty() ||
      clauses.size() <= scope.first)
    return false;
  const Clause& before = clauses.back();
  if (before.after.empty()) return false;
  // 20个工作日内，最长不超过30个工作日
  if (read.is_most && !before.after.empty() &&
      (before.within || before.at_once || before.promptly) &&
      before.act == read.clause.act)
    return true;
  // What is published was first decided: its day starts then.
  constexpr string_view first[] = {"上报", "报告",     "通报",     "受理",
                                   "告知", "首次公开", "首次公布", "首次发布"};
  // 5小时内发布信息,24小时内举行新闻发布会: hours run from what happened.
  const bool are_hours = before.within && before.within->unit == Unit::hour &&
                         read.clause.within->unit == Unit::hour;
  const bool is_first =
      are_hours || std::find(std::begin(first), std::end(first), before.act) !=
                       std::end(first);
  return before.within && !before.after.empty() && is_first &&
         before.act != read.clause.act;
}

void Reading::add(Clause clause, Scope& scope) {
  set_scope(clause, scope);
  clauses.push_back(std::move(clause));
}

void Reading::accept(ReadClause read, string_view text, Scope& scope) {
  // 拟审批意见公示：报告书10个工作日
  if (read.is_number && read.slip == Slip::Kind::bare && read.clause.within &&
      scope.label.ends_with("公示")) {
    read.clause.notice = std::exchange(read.clause.within, {});
    read.slip.reset();
  }
  // 公告期10个工作日，小额项目5个工作日; 许可证有效期：5年: for how long, by
  // when or how often?
  constexpr string_view terms[] = {"期", "期限", "年限", "时长"};
  const bool is_of_term =
      ends_with_any(scope.label, terms) && !scope.label.ends_with("周期");
  const bool is_after_notice =
      !clauses.empty() && clauses.back().notice &&
      (clauses.size() > scope.first
           ? !(read.clause.part.empty() && scope.conditions.empty())
           : !scope.label.empty());
  // 受理后公示，报告书10个工作日: for how long, as it seems.
  const std::string_view before = plain_.text().substr(
      0, static_cast<std::size_t>(text.data() - plain_.text().data()));
  const bool is_after_showing = before.ends_with("公示,");
  // 公示期最短3个月，最长60日: no limit of another kind.
  const Clause* const shown = last(scope);
  const bool is_odd_most =
      read.is_most && read.clause.within && read.slip == Slip::Kind::bare &&
      shown && shown->notice && !is_longer(*read.clause.within, *shown->notice);
  if (is_odd_most ||
      (read.is_number && read.slip &&
       (is_of_term || is_after_notice || is_after_showing || shows_each))) {
    scope.conditions.clear();
    slip(Slip::Kind::not_understood, text);
    return;
  }
  if (inherits_event(read, scope)) {
    read.clause.after = clauses.back().after;
    read.slip.reset();
  }
  // 公开征求意见，期限不少于30日
  if (Clause& notice = read.clause; notice.notice && notice.part.empty() &&
                                    shown && is_notice_noun(shown->act) &&
                                    text.starts_with("期限"))
    notice.part = shown->act;
  Clause clause = read.clause;
  clause.range = plain_.range(text);
  // 春节前公开，保留不少于7日: two things.
  const bool is_kept = text.find("保留") != text.npos;
  const bool joined = !is_kept && join(clause, read.is_most, scope);
  if (read.slip && !(joined && *read.slip == Slip::Kind::bare))
    slip(*read.slip, read.slip_text);
  if (joined) return;
  add(std::move(clause), scope);
}

void Reading::add_rider(string_view text, Scope& scope) {
  if (Clause* before = last(scope)) {
    before->rider += (before->rider.empty() ? "" : "，") + as_printed(text);
    const Range range = plain_.range(text);
    before->range = {std::min(before->range.begin, range.begin),
                     std::max(before->range.end, range.end)};
    return;
  }
  Clause clause;
  clause.rider = as_printed(text);
  clause.range = plain_.range(text);
  add(std::move(clause), scope);
}

bool Reading::add_extension(string_view piece, Scope& scope) {
  auto read = read_extension(piece);
  if (!read) return false;
  take_tails(read->rest);
  if (!read->rest.empty()) return false;
  std::string when;
  for (const string_view each : scope.conditions)
    when += (when.empty() ? "" : "，") + as_printed(each);
  Extension found = *read->clause.extension;
  if (!found.when.empty()) when += (when.empty() ? "" : "，") + found.when;
  found.when = when;
  const string_view text = piece;
  if (read->slip) slip(*read->slip, read->slip_text);
  for (auto each = clauses.rbegin(); each != clauses.rend(); ++each)
    if (each->within && !each->extension) {
      each->extension = found;
      const Range range = plain_.range(piece);
      each->range.end = std::max(each->range.end, range.end);
      scope.conditions.clear();
      return true;
    }
  Clause clause;
  clause.extension = found;
  clause.range = plain_.range(text);
  scope.conditions.clear();
  add(std::move(clause), scope);
  return true;
}

Attempt::Attempt(Reading& reading, Scope& scope)
    : reading_(reading),
      scope_(scope),
      clauses_(reading.clauses),
      slips_(reading.slips),
      scope_before_(scope) {}

void Attempt::undo() {
  reading_.clauses = clauses_;
  reading_.slips = slips_;
  scope_ = scope_before_;
}

}  // namespace catalog::phrase
