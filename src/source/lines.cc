#include "source/lines.h"

#include <algorithm>

namespace catalog::source {

namespace {

constexpr std::size_t kStride = 1024;

bool is_first_byte(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0u) != 0x80;
}

}  // namespace

Lines::Lines(std::string_view bytes) : bytes_(bytes), starts_{0} {
  std::uint32_t column = 1;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i % kStride == 0) columns_.push_back(column);
    column += is_first_byte(bytes[i]);
    if (bytes[i] == '\n' ||
        (bytes[i] == '\r' && (i + 1 == bytes.size() || bytes[i + 1] != '\n'))) {
      starts_.push_back(static_cast<std::uint32_t>(i + 1));
      column = 1;
    }
  }
}

Position Lines::position(std::uint32_t offset) const {
  offset = std::min(offset, static_cast<std::uint32_t>(bytes_.size()));
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  Position place;
  place.line = static_cast<std::uint32_t>(after - starts_.begin());
  std::uint32_t at = *(after - 1);
  const std::size_t stride = offset / kStride;
  if (stride < columns_.size() && stride * kStride > at) {
    at = static_cast<std::uint32_t>(stride * kStride);
    place.column = columns_[stride];
  }
  for (; at < offset; ++at) place.column += is_first_byte(bytes_[at]);
  return place;
}

std::string_view Lines::line(std::uint32_t number) const {
  const std::uint32_t begin = starts_[number - 1];
  const std::size_t end =
      number < starts_.size() ? starts_[number] : bytes_.size();
  std::string_view text = bytes_.substr(begin, end - begin);
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r'))
    text.remove_suffix(1);
  return text;
}

}  // namespace catalog::source
