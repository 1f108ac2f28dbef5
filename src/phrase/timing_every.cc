#include "phrase/timing_every.h"

#include "phrase/timing_act.h"
#include "phrase/timing_day.h"
#include "phrase/timing_duration.h"
#include "phrase/timing_parts.h"
#include "phrase/timing_tail.h"
#include "phrase/timing_words.h"

namespace catalog::phrase {
namespace {

using std::string_view;

/// 每隔1日 may be every day or every other day.
bool is_unclear(Duration every_other) {
  return every_other.count == 1 && every_other.unit != Unit::hour &&
         every_other.unit != Unit::half_year &&
         every_other.unit != Unit::half_month;
}

/// 周一, 周四 at the front: days of each week. 每周一 names a day, 每周一次
/// does not.
void take_weekdays(string_view& text, Clause& clause) {
  if (!text.starts_with("周") && !text.starts_with("星期")) return;
  string_view rest = text;
  const auto name = take_day(rest, false);
  if (!name || rest.starts_with("次")) return;
  clause.every = Duration{1, Unit::week};
  clause.by = *name;
  for (string_view next = rest;
       take(next, "、") || take(next, "和") || take(next, "及");) {
    const bool is_named = next.starts_with("周") || next.starts_with("星期");
    const auto more = is_named ? take_day(next, false) : std::nullopt;
    if (!more) break;
    clause.by += "、" + *more;
    rest = next;
  }
  if (take(rest, "前")) clause.by += "前";
  text = rest;
}

/// 年度公开, and nothing else.
bool is_term_with_verb(string_view text) {
  const string_view verb = text;
  take_tails(text);
  if (const auto times = take_number(text); times && take(text, "次"))
    take_tails(text);
  return text.empty() && act_in(verb).empty();
}

}  // namespace

std::optional<string_view> read_each(string_view piece, ReadClause& read) {
  const std::size_t at = piece.find("每");
  if (at == piece.npos) return std::nullopt;
  Clause& clause = read.clause;
  string_view rest = piece.substr(at);
  take(rest, "每");
  const bool is_apart = take(rest, "隔");
  if (const auto counted = take_duration(rest)) {
    if (counted->least > 0 || (is_apart && is_unclear(counted->duration)))
      return std::nullopt;
    clause.every = counted->duration;
    if (counted->lacks_measure) {
      read.slip = Slip::Kind::no_measure;
      read.slip_text = counted->text;
    }
  } else {
    if (is_apart) return std::nullopt;
    take(rest, "一个") || take(rest, "一") || take(rest, "个");
    take_weekdays(rest, clause);
    if (!clause.every) {
      const auto unit = take_period(rest);
      if (!unit) return std::nullopt;
      clause.every = Duration{1, *unit};
    }
  }
  read.rest = rest;
  return piece.substr(0, at);
}

std::optional<ReadClause> read_per(string_view piece) {
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

bool read_repeated(string_view piece, ReadClause& read) {
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
    read.clause.every = row.every;
    read.rest = text;
    return true;
  }
  return false;
}

std::optional<string_view> read_by_period(string_view piece, ReadClause& read) {
  constexpr string_view by[] = {"按", "逐"};
  string_view before, rest = piece;
  for (const string_view word : by)
    if (const auto at = piece.find(word); at != piece.npos && at > 0) {
      string_view period = piece.substr(at + word.size());
      if (!take_period(period)) continue;
      before = piece.substr(0, at);
      rest = piece.substr(at);
      break;
    }
  constexpr string_view terms[] = {"半年度", "年度", "季度", "月度"};
  string_view behind_term = rest;
  const bool is_term = !take_any(behind_term, terms).empty();
  if (is_term ? !is_term_with_verb(behind_term) : take_any(rest, by).empty())
    return std::nullopt;
  const auto unit = take_period(rest);
  if (!unit || (is_term && rest.empty() && before.empty())) return std::nullopt;
  read.clause.every = Duration{1, *unit};
  take(rest, "定期");
  if (string_view tail = rest; !rest.empty() && !take_tail(tail))
    return std::nullopt;
  read.rest = rest;
  return before;
}

}  // namespace catalog::phrase
