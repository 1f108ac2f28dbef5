#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "diagnostics/message.h"

namespace catalog::schema {

/// A regular expression of ECMAScript (with its `u` flag), as `pattern` has
/// it. A simple one is run by an automaton of our own, others by RE2: linear in
/// the text, whatever the expression.
class Pattern {
 public:
  /// Whether a match stands anywhere in the text.
  bool matches(std::string_view text) const;
  std::string_view source() const { return source_; }

  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;
  ~Pattern();

 private:
  friend struct ReadPattern;
  struct Compiled;
  Pattern(std::string source, std::unique_ptr<Compiled> compiled);

  std::string source_;
  std::unique_ptr<Compiled> compiled_;
};

/// The pattern, or why there is none: an error in it, or something that takes
/// more than linear time (look-around, back references).
struct ReadPattern {
  std::unique_ptr<Pattern> pattern;
  diagnostics::Words problem;

  static ReadPattern from(std::string_view source);
};

}  // namespace catalog::schema
