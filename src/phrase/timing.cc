#include "phrase/timing.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "phrase/timing_audit.h"
#include "phrase/timing_guard.h"
#include "phrase/timing_reading.h"
#include "phrase/timing_sentence.h"
#include "phrase/timing_settle.h"
#include "phrase/timing_split.h"

namespace catalog::phrase {
namespace {

using std::string_view;

/// Semicolons, full stops and list marks begin anew.
Timing read_whole(Reading& reading) {
  constexpr string_view signs[] = {";", "。", "\n", "|", "→"};
  for (const string_view each : split(reading.text(), signs, true)) {
    read_sentence(reading, each, Scope());
    reading.begin_anew();
  }
  return {settled(std::move(reading.clauses)), std::move(reading.slips)};
}

/// A word of the phrase that its reading does not say.
std::optional<Range> unsaid_in(const Reading& reading, const Timing& timing) {
  const auto word = unsaid(reading.text(), canonical(timing));
  return word ? std::optional(reading.range(*word)) : std::nullopt;
}

/// Its canonical form reads as the same clause.
bool reads_again(const Clause& clause) {
  Reading reading(canonical(clause));
  const Timing again = read_whole(reading);
  return again.is_read() && again.clauses.size() == 1 &&
         again.clauses.front() == clause;
}

/// What could be said again of it, and what not.
Timing read_phrase(string_view phrase, bool joins_lines) {
  Reading reading(phrase, joins_lines);
  Timing timing = read_whole(reading);
  // What cannot be said again was not understood.
  std::erase_if(timing.clauses, [&](const Clause& clause) {
    if (is_sound(clause) && reads_again(clause)) return false;
    timing.slips.push_back(
        {Slip::Kind::not_understood, clause.range, std::nullopt});
    return true;
  });
  if (const auto word =
          timing.is_read() ? unsaid_in(reading, timing) : std::nullopt) {
    std::erase_if(timing.clauses, [&](const Clause& clause) {
      return clause.range.begin <= word->begin && word->end <= clause.range.end;
    });
    timing.slips.push_back({Slip::Kind::not_understood, *word, std::nullopt});
  }
  std::stable_sort(timing.slips.begin(), timing.slips.end(),
                   [](const Slip& a, const Slip& b) {
                     return a.range.begin < b.range.begin;
                   });
  if (timing.clauses.empty() && timing.slips.empty())
    timing.slips.push_back(
        {Slip::Kind::not_understood, {0, phrase.size()}, std::nullopt});
  return timing;
}

}  // namespace

bool operator==(const Clause& a, const Clause& b) {
  const auto all = [](const Clause& c) {
    return std::tie(c.part, c.on_request, c.within, c.after, c.lead, c.before,
                    c.every, c.times, c.by, c.notice, c.at_most, c.at_once,
                    c.promptly, c.standing, c.dynamic, c.during, c.retention,
                    c.extension, c.act, c.with, c.discretion, c.rider);
  };
  return all(a) == all(b);
}

bool Timing::is_read() const {
  return std::none_of(slips.begin(), slips.end(),
                      [](const Slip& slip) { return slip.is_unread(); });
}

Timing timing(string_view phrase) {
  if (phrase.size() > longest_timing)
    return {{},
            {{Slip::Kind::not_understood, {0, phrase.size()}, std::nullopt}}};
  Timing read = read_phrase(phrase, false);
  if (read.is_read() || phrase.find('\n') == phrase.npos) return read;
  // A line may end within a word, where the cell was narrow.
  Timing joined = read_phrase(phrase, true);
  return joined.is_read() ? joined : read;
}

Timing timing(std::vector<Clause> clauses) {
  return {settled(std::move(clauses)), {}};
}

}  // namespace catalog::phrase
