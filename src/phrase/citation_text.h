#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "phrase/range.h"
#include "phrase/timing_text.h"

namespace catalog::phrase {

/// A 公开依据 as its reader sees it: a plain text without the line breaks that
/// fall inside a title or a number (those of a page, not of a list), and with
/// the partner of every bracket.
class BasisText {
 public:
  explicit BasisText(std::string_view cell);

  std::string_view text() const { return text_; }
  /// Where the bracket that opens at `at` is closed: behind its partner; npos
  /// where it is not.
  std::size_t end_of_group(std::size_t at) const;
  /// A part of `text()` in the cell.
  Range range(std::size_t begin, std::size_t end) const;
  std::string_view written(std::size_t begin, std::size_t end) const;

 private:
  void pair_brackets();
  void drop_page_breaks();

  std::string_view cell_;
  PlainText plain_;
  std::string text_;
  std::vector<std::uint32_t> origins_;   // in plain_, a byte of text_ each
  std::vector<std::uint32_t> partners_;  // of an opening bracket: the end
};

}  // namespace catalog::phrase
