#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace catalog::source {

/// A place as people name it: both count from 1, columns in code points.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

/// Where the lines of a text begin. Made only when a message needs it.
class Lines {
 public:
  explicit Lines(std::string_view bytes);

  Position position(std::uint32_t offset) const;
  /// The text of a line (from 1), without its end.
  std::string_view line(std::uint32_t number) const;
  std::uint32_t count() const {
    return static_cast<std::uint32_t>(starts_.size());
  }
  /// The offset of a line's first byte.
  std::uint32_t start(std::uint32_t number) const {
    return starts_[number - 1];
  }

 private:
  std::string_view bytes_;
  std::vector<std::uint32_t> starts_;
  /// The column at every so many bytes: a line may be a megabyte long.
  std::vector<std::uint32_t> columns_;
};

}  // namespace catalog::source
