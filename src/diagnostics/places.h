#pragma once

#include <map>
#include <string>
#include <string_view>

#include "source/lines.h"
#include "source/tree.h"

namespace catalog::diagnostics {

/// Finds lines and columns in the files of a tree; looks at each file once.
class Places {
 public:
  explicit Places(const source::SourceTree& tree) : tree_(tree) {}

  const source::Lines& lines(source::FileId file) {
    const auto found = lines_.find(file);
    if (found != lines_.end()) return found->second;
    return lines_.emplace(file, source::Lines(tree_[file].bytes)).first->second;
  }
  source::Position begin(const source::Span& span) {
    return lines(span.file).position(span.begin);
  }
  source::Position end(const source::Span& span) {
    return lines(span.file).position(span.end);
  }
  /// The part of a line before a place, in UTF-16 code units, counted from 1.
  std::uint32_t utf16_column(source::FileId file, std::uint32_t offset);

 private:
  const source::SourceTree& tree_;
  std::map<source::FileId, source::Lines> lines_;
};

}  // namespace catalog::diagnostics
