#include "phrase/timing_event.h"
#include "phrase/timing_guard.h"
#include "phrase/timing_parts.h"
#include "phrase/timing_tail.h"
#include "phrase/timing_text.h"
#include "phrase/timing_ways.h"
#include "phrase/timing_words.h"
#include "unicode/utf8.h"

namespace catalog::phrase {
namespace {

using std::string_view;

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
                              {"固定公开", &Clause::standing},
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
                              {"随即", &Clause::at_once},
                              {"即公开", &Clause::at_once},
                              {"即公布", &Clause::at_once},
                              {"即更新", &Clause::at_once},
                              {"即办即", &Clause::at_once},
                              {"即有即", &Clause::at_once},
                              {"即产生即", &Clause::at_once},
                              {"即形成即", &Clause::at_once},
                              {"随办随", &Clause::at_once},
                              {"随有随", &Clause::at_once},
                              {"随审随", &Clause::at_once},
                              {"随时随", &Clause::at_once},
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
                              {"逐段", nullptr},
                              {"逐步", nullptr},
                              {"分期", nullptr},
                              {"分批次", nullptr},
                              {"分批", nullptr},
                              {"阶段性", nullptr},
                              {"分阶段", nullptr},
                              {"按时", nullptr},
                              {"按期", nullptr},
                              {"如期", nullptr},
                              {"按需", nullptr},
                              {"择机", nullptr}};

constexpr string_view lawful[] = {"依法依规", "依法", "依规"};

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
  // 在征收范围内长期公布
  while (take_channel(before)) {
  }
  constexpr string_view when[] = {"之日起", "之日",   "之后", "以后",
                                  "后",     "的同时", "同时", "时"};
  constexpr string_view idle[] = {
      "应当", "应该",     "应",   "须",   "需",       "要",   "应当在",
      "应在", "应于",     "保持", "并",   "予以",     "即",   "的",
      "坚持", "主动公开", "公开", "后续", "依法依规", "依法", "依规"};
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
  // 招生名额根据工作进展
  for (const string_view word : {"根据", "按照", "结合", "视"})
    if (const auto at = before.find(word); at != before.npos && at > 0 &&
                                           is_reservation(before.substr(at)) &&
                                           is_subject(before.substr(0, at))) {
      clause.discretion = as_printed(before.substr(at));
      return set_part(clause, before.substr(0, at));
    }
  if (take_last(before, "情况") && is_reservation(before)) {
    clause.discretion = as_printed(before);
    return true;
  }
  return false;
}

/// 规定, 法定: of a limit that is written elsewhere.
bool is_set_limit(string_view text) {
  take_from(text);
  constexpr string_view inner[] = {"按", "依", "在"};
  if (text.size() > 3 && contains_any(text.substr(3), inner)) return false;
  constexpr string_view words[] = {"规定", "法定", "承诺", "要求"};
  return ends_with_any(text, words) && is_name(text);
}

/// The first from `at` on, which becomes its place; null where none is.
const Adverb* first_adverb(string_view piece, std::size_t& at) {
  const Adverb* found = nullptr;
  std::size_t first = piece.npos;
  for (const Adverb& each : adverbs)
    if (const auto place = piece.find(each.word, at); place < first) {
      first = place;
      found = &each;
    }
  at = first;
  return found;
}

}  // namespace

Read read_adverb(string_view piece) {
  std::size_t first = 0;
  const Adverb* found = first_adverb(piece, first);
  // 长期开放信息常年公开: the second one tells.
  if (found && is_named_time(piece.substr(first))) {
    std::size_t next = first + found->word.size();
    const Adverb* const other = first_adverb(piece, next);
    if (other && !is_named_time(piece.substr(next))) {
      found = other;
      first = next;
    }
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
    constexpr string_view modal[] = {"应当在", "应在", "应于", "应当", "应该",
                                     "应",     "须",   "需",   "要"};
    const bool is_duty = !take_last_any(part, modal).empty();
    clause = Clause();
    take_last_any(part, lawful);
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
  // 自公布之日起长期有效: it stays from when it is there.
  constexpr string_view there[] = {"公布", "公开", "发布", "公示"};
  if (found->flag == &Clause::standing && is_one_of(clause.after, there))
    clause.after.clear();
  if (found->flag) {
    clause.*found->flag = true;
  } else if (found->word == "同步" && !clause.after.empty()) {
    clause.at_once = true;
  } else {
    clause.discretion += found->word;
  }
  return read;
}

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
    if (!is_reservation(bare) && !is_one_of(bare, lawful)) continue;
    ReadClause read;
    read.clause.discretion = as_printed(before);
    read.rest = piece.substr(at);
    // 按相关规定执行: no word on publishing.
    if (verb == "执行" && take(read.rest, verb)) read.act = verb;
    return read;
  }
  return std::nullopt;
}

}  // namespace catalog::phrase
