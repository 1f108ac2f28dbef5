#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "phrase/timing.h"

namespace catalog::phrase {

/// A phrase as the reader of timings sees it: half-width digits and
/// punctuation, no white space but line ends, one sign a list mark. Every byte
/// knows where it came from.
class PlainText {
 public:
  /// With `joins_lines` line ends are no part of the text.
  explicit PlainText(std::string_view phrase, bool joins_lines = false);

  std::string_view text() const { return text_; }
  /// Where a part of `text()` stands in the phrase.
  Range range(std::string_view part) const;

  /// Stands for ①, ⒈, ● and the like, which begin an entry of a list.
  static constexpr char mark = '\x01';

 private:
  void append(std::string_view bytes, std::size_t begin, std::size_t end);

  std::string text_;
  std::vector<std::uint32_t> begins_, ends_;  // a byte of text_ each
};

/// The same words as they are printed: full-width punctuation.
std::string as_printed(std::string_view plain);

}  // namespace catalog::phrase
