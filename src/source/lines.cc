#include "source/lines.h"

#include <algorithm>

namespace catalog::source {

Lines::Lines(std::string_view bytes) : bytes_(bytes), starts_{0} {
  for (std::size_t i = 0; i < bytes.size(); ++i)
    if (bytes[i] == '\n' ||
        (bytes[i] == '\r' && (i + 1 == bytes.size() || bytes[i + 1] != '\n')))
      starts_.push_back(static_cast<std::uint32_t>(i + 1));
}

Position Lines::position(std::uint32_t offset) const {
  offset = std::min(offset, static_cast<std::uint32_t>(bytes_.size()));
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const std::uint32_t start = *(after - 1);
  Position place;
  place.line = static_cast<std::uint32_t>(after - starts_.begin());
  for (std::uint32_t i = start; i < offset; ++i)
    if ((static_cast<unsigned char>(bytes_[i]) & 0xC0u) != 0x80) ++place.column;
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
