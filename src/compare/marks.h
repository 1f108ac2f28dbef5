#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compare/changes.h"

namespace catalog::compare {

/// A part of a changed text: kept, gone, or new.
struct Part {
  enum class Kind : std::uint8_t { kept, gone, fresh };
  Kind kind = Kind::kept;
  std::string text;
};

/// What became of a text, word by word: a Chinese character is a word, and so
/// are digits or Latin letters in a row. Very long texts are taken whole.
std::vector<Part> marked(std::string_view before, std::string_view now);

/// An entry of a field that changed: reworded, gone (no `now`), or new (no
/// `before`).
struct LineChange {
  std::string before;
  std::string now;

  bool is_reworded() const { return !before.empty() && !now.empty(); }
};

/// The entries of a field that differ; like ones are put side by side. Empty
/// where only their order changed.
std::vector<LineChange> lines_of(const FieldChange& field);

}  // namespace catalog::compare
