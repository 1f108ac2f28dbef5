#include "phrase/timing_day.h"
#include "phrase/timing_parts.h"
#include "phrase/timing_tail.h"
#include "phrase/timing_ways.h"
#include "phrase/timing_words.h"

namespace catalog::phrase {

using std::string_view;

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
          at = static_cast<std::size_t>(rest.data() - piece.data());
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

}  // namespace catalog::phrase
