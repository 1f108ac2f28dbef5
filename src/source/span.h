#pragma once

#include <compare>
#include <cstdint>

namespace catalog::source {

/// Names one file of a SourceTree.
enum class FileId : std::uint32_t {};

/// A half-open range of bytes in one file: where something is written.
struct Span {
  FileId file{};
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

/// Whether every byte of `inner` is in `outer`; an empty span is inside where
/// it touches.
constexpr bool contains(const Span& outer, const Span& inner) {
  return outer.file == inner.file && outer.begin <= inner.begin &&
         inner.end <= outer.end;
}

}  // namespace catalog::source
