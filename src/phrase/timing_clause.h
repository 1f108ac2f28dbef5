#pragma once

#include <optional>
#include <string_view>

#include "phrase/timing.h"

namespace catalog::phrase {

/// One thing said at the front of a piece of a phrase.
struct ReadClause {
  Clause clause;
  std::string_view rest;   // of the piece, not yet read
  bool has_verb = false;   // 更新1次 says what is done
  std::string_view act;    // where that is not publishing: 审核1次
  bool is_number = false;  // 20个工作日, without 内
  bool is_most = false;    // 不超过20个工作日
  std::optional<Slip::Kind> slip;
  std::string_view slip_text;  // what it is about
};

/// Reads the clause at the front of a piece without top-level commas. `index`
/// counts through the ways to read it; nothing where there is no such way.
/// The caller takes the first whose rest makes sense too.
std::optional<ReadClause> read_clause(std::string_view piece,
                                      std::size_t index);
std::size_t ways_to_read();

/// An event without a verb, which stands in the next piece: `启动征收工作时`.
std::optional<ReadClause> read_event_alone(std::string_view piece);

/// 根据实际情况, 视工作进展: left to the office.
bool is_reservation(std::string_view text);

/// 活动期间, 非汛期: a time in which a clause holds.
bool is_span(std::string_view text);

/// 公示, 公告, 征求意见 …: what a notice period is of.
bool is_notice_noun(std::string_view text);
bool ends_with_notice_noun(std::string_view text);

/// `法律、法规另有规定的,从其规定` and other remarks beside a timing.
bool is_rider(std::string_view sentence);

/// The rest of `情况复杂的,可延长7个工作日` from 可 on.
std::optional<ReadClause> read_extension(std::string_view piece);

}  // namespace catalog::phrase
