#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "phrase/timing.h"
#include "phrase/timing_clause.h"
#include "phrase/timing_text.h"

namespace catalog::phrase {

/// What the clauses of a sentence are about.
struct Scope {
  std::string label;                         // 处罚决定：
  std::string own;                           // said within an earlier piece
  std::vector<std::string_view> conditions;  // 情况复杂的, not yet used
  bool on_request = false;
  bool is_stay = false;   // 公开期限：3年 is for how long
  bool is_term = false;   // the label is of a notice period: 公告期
  std::size_t first = 0;  // the sentence's first clause
};

/// What was read of a phrase so far. All views that it is given are into its
/// `text()`.
class Reading {
 public:
  explicit Reading(std::string_view phrase, bool joins_lines = false)
      : plain_(phrase, joins_lines) {}

  std::string_view text() const { return plain_.text(); }
  Range range(std::string_view part) const { return plain_.range(part); }

  /// Reports a part of the phrase, with what was probably meant.
  void slip(Slip::Kind kind, std::string_view text);

  /// Adds what a clause says, which stands in `text`: to the clause before it
  /// where only together they say one thing, else as a clause of its own.
  void accept(ReadClause read, std::string_view text, Scope& scope);

  /// Adds a clause as it is, but for what it is about.
  void add(Clause clause, Scope& scope);

  /// Adds a remark to the last clause of the sentence; without any it stands
  /// alone.
  void add_rider(std::string_view text, Scope& scope);

  /// 可延长7个工作日: adds it to the last limit that has none. False where the
  /// piece says no such thing.
  bool add_extension(std::string_view piece, Scope& scope);

  /// The last clause of the sentence, or null.
  Clause* last(const Scope& scope);

  /// 灾害发生后2小时内上报，24小时内公开: the same event starts both.
  bool inherits_event(const ReadClause& read, const Scope& scope) const;

  /// Counts an attempt to read on; false where there were too many since the
  /// last `begin_anew`. It keeps the time linear in the pieces of a phrase.
  bool may_try() { return --attempts_ >= 0; }
  void begin_anew() { attempts_ = most_attempts; }

  std::vector<Clause> clauses;
  std::vector<Slip> slips;
  /// 公示期：报告书10日；报告表5日: numbers without a verb are for how long,
  /// up to the next colon.
  bool shows_each = false;

 private:
  static constexpr int most_attempts = 100;

  void set_scope(Clause& clause, Scope& scope);
  bool join(const Clause& clause, bool is_most, const Scope& scope);

  PlainText plain_;
  int attempts_ = most_attempts;
};

/// An attempt to read on: `undo` leaves all as it was when it was made.
class Attempt {
 public:
  Attempt(Reading& reading, Scope& scope);

  void undo();
  /// Clauses that were read before it.
  const std::vector<Clause>& clauses() const { return clauses_; }

 private:
  Reading& reading_;
  Scope& scope_;
  std::vector<Clause> clauses_;
  std::vector<Slip> slips_;
  Scope scope_before_;
};

}  // namespace catalog::phrase
