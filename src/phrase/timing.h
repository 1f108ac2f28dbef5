#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "days/counting.h"
#include "phrase/range.h"

namespace catalog::phrase {

/// What limits are counted in. Working days have a calendar of their own.
enum class Unit {
  hour,
  working_day,
  day,
  week,
  ten_days,    // 旬: by the calendar, never counted
  half_month,  // one: 半个月
  month,
  quarter,
  half_year,
  year,
  semester,
  school_year
};

struct Duration {
  int count = 0;
  Unit unit = Unit::day;

  friend bool operator==(const Duration&, const Duration&) = default;
};

struct Extension {
  Duration by;
  std::string when;  // empty: in any case

  friend bool operator==(const Extension&, const Extension&) = default;
};

/// One thing that a timing says, in the fields of `timing-clause` in
/// schemas/catalog.schema.json. Texts are as printed: full-width punctuation,
/// no spaces between Han characters. What is empty is not said.
struct Clause {
  std::string part;                   // of the content; empty: all of it
  bool on_request = false;            // only what is given on request
  std::optional<Duration> within;     // at most so long after `after`
  std::string after;                  // the event that starts it
  std::optional<Duration> lead;       // at least so long before `before`
  std::string before;                 // the event it must precede
  std::optional<Duration> every;      // a period
  int times = 0;                      // at least, in each period; 0: not said
  std::string by;                     // a fixed day: 3月底, 首个月20日
  std::optional<Duration> notice;     // shown at least so long
  std::optional<Duration> at_most;    // and no longer: 公示7至15日
  bool at_once = false;               // 实时
  bool promptly = false;              // 及时, which nobody can check
  bool standing = false;              // 长期
  bool dynamic = false;               // whenever it changes
  std::string during;                 // 任期内, 至项目竣工
  std::optional<Duration> retention;  // taken down after so long
  std::optional<Extension> extension;
  std::string act;         // what is done if not publishing: 答复, 回应
  std::string with;        // together with this: 采购公告
  std::string discretion;  // left to the office: 根据实际情况, 定期
  std::string rider;       // 法律、法规另有规定的，从其规定
  Range range;             // where it stands; no part of what it says

  friend bool operator==(const Clause& a, const Clause& b);
};

/// A part of a phrase that is not as it should be.
struct Slip {
  enum class Kind {
    not_understood,
    ditto,       // 同上: says nothing by itself
    no_unit,     // 批准后20内: not read
    no_measure,  // 20工作日: read, 个 is missing
    bare,        // 20个工作日: read, from when it counts is not said
  };
  Kind kind = Kind::not_understood;
  Range range;
  std::optional<std::string> instead;  // what was probably meant

  /// Nothing was read from these bytes.
  bool is_unread() const {
    return kind != Kind::no_measure && kind != Kind::bare;
  }
};

/// A 公开时限, read. What was not understood is in `slips`, never guessed.
struct Timing {
  std::vector<Clause> clauses;  // in the order of the phrase
  std::vector<Slip> slips;      // likewise

  /// The whole phrase was understood.
  bool is_read() const;
};

/// Bytes: more than the 2,000 characters that the schema lets a timing have. A
/// longer text is no timing, and trying every way to read it takes too long.
inline constexpr std::size_t longest_timing = 10'000;

/// Reads a printed phrase in any of its spellings: half- or full-width, Arabic
/// or Chinese numerals. Never fails: a longer one is not understood.
Timing timing(std::string_view phrase);

/// A timing from clauses given field by field: texts are brought to the printed
/// form, and a clause that says several things becomes several.
Timing timing(std::vector<Clause> clauses);

/// The one printed form of what a timing says. Reading it gives the same
/// clauses again. Without what was not understood.
std::string canonical(const Timing& timing);
std::string canonical(const Clause& clause);

/// `20个工作日`, `3个月`, `半年`.
std::string printed(Duration duration);

/// `20 working-days`, `1 year`, and back: the form of the schema. A period may
/// lack its number.
std::string key(Duration duration);
std::string_view key(Unit unit);
std::optional<Duration> duration_of_key(std::string_view key);

/// As the Civil Code counts it; nothing for what it does not count: hours,
/// half months, terms of a school.
std::optional<days::Period> period_of(Duration duration);

}  // namespace catalog::phrase
