#pragma once

#include <set>
#include <string>
#include <string_view>

namespace catalog::emit {

/// Names of sheets as Excel allows them: at most 31 UTF-16 units, without
/// `[ ] : * ? / \`, no apostrophe at either end, not `History`, and unlike
/// each other even without regard to case and width.
class SheetNames {
 public:
  /// The wished name, changed as little as it must be.
  std::string give(std::string_view wished);

 private:
  std::set<std::string> given_;
};

}  // namespace catalog::emit
