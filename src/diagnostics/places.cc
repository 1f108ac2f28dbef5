#include "diagnostics/places.h"

#include "unicode/utf8.h"

namespace catalog::diagnostics {

std::uint32_t Places::utf16_column(source::FileId file, std::uint32_t offset) {
  const source::Lines& all = lines(file);
  const std::uint32_t start = all.start(all.position(offset).line);
  const std::string_view bytes = tree_[file].bytes;
  std::uint32_t column = 1;
  for (std::size_t at = start; at < offset && at < bytes.size();) {
    const unicode::CodePoint point = unicode::decode(bytes, at);
    column += point.value > 0xFFFF ? 2 : 1;
    at += point.size;
  }
  return column;
}

}  // namespace catalog::diagnostics
