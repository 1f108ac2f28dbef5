#pragma once

#include <compare>
#include <cstdint>

namespace catalog::source {

/// Names one file of a SourceTree, and of those that it stands on: the layer
/// in the upper bits, the file's place in that layer below.
enum class FileId : std::uint32_t {};

/// How many bits name the file: more than `max_files`.
inline constexpr std::uint32_t bits_of_file = 20;

/// The number of the tree that a file is in.
constexpr std::uint32_t layer_of(FileId id) {
  return static_cast<std::uint32_t>(id) >> bits_of_file;
}

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
