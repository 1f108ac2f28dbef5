#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "workbook/fault.h"

struct zip;

namespace catalog::workbook {

/// The most bytes that a workbook may have, packed; one of its parts, unpacked;
/// and all parts read, together.
inline constexpr std::uint64_t max_file_bytes = 64u << 20;
inline constexpr std::uint64_t max_part_bytes = 128u << 20;
inline constexpr std::uint64_t max_unpacked_bytes = 384u << 20;
/// A part of more than `small_part_bytes` may be at most so many times as
/// large as packed. Tables that repeat one row reach about 60.
inline constexpr std::uint64_t small_part_bytes = 4u << 20;
inline constexpr std::uint64_t max_ratio = 200;
inline constexpr std::int64_t max_parts = 10'000;

/// The parts of a workbook: a zip archive in memory, never unpacked to disk.
/// Names of parts are looked up and never become paths.
class Archive {
 public:
  static std::variant<Archive, Refused> open(std::string bytes);
  Archive(Archive&& other) noexcept;
  Archive& operator=(Archive&& other) noexcept;
  ~Archive();

  bool has(const std::string& part) const;
  /// The bytes of a part that is there.
  std::variant<std::string, Refused> read(const std::string& part);

 private:
  Archive() = default;

  std::unique_ptr<std::string> bytes_;  // the archive reads from them
  ::zip* zip_ = nullptr;
  std::uint64_t unpacked_ = 0;
};

}  // namespace catalog::workbook
