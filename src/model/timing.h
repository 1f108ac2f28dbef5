#pragma once

#include <deque>
#include <span>
#include <string>
#include <vector>

#include "model/text.h"
#include "phrase/timing.h"

namespace catalog::model {

/// When something is to be disclosed (公开时限): what tables print, and what it
/// says.
struct Timing {
  /// A phrase and how it was read.
  struct Phrase {
    Text text;                      // of fields: the canonical form
    const phrase::Timing* reading;  // in Readings
    bool is_written = true;         // by the author, in these words
  };

  Text phrase;  // of clauses given one by one: their canonical form
  const phrase::Timing* reading = nullptr;  // all its clauses; in Readings
  std::vector<Phrase> phrases = {};         // `phrase` itself, or an entry each
  std::vector<Text> fields =
      {};  // texts of clauses given one by one, as written

  std::span<const phrase::Clause> clauses() const {
    if (!reading) return {};
    return reading->clauses;
  }
  /// Everything it says was understood.
  bool is_read() const { return reading && reading->is_read(); }
};

/// Where the readings of timings are kept: each phrase is read once. Moves
/// with its catalog, without moving what it holds.
struct Readings {
  std::deque<phrase::Timing> timings;
  std::deque<std::string> texts;
};

}  // namespace catalog::model
