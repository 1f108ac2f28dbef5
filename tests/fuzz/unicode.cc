// Any bytes at all: what they are read as is well-formed and stays so.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "fuzz/sound.h"
#include "unicode/gb18030.h"
#include "unicode/normal.h"
#include "unicode/utf8.h"
#include "unicode/width.h"

namespace unicode = catalog::unicode;
using catalog::fuzz::is_well_formed;
using catalog::fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);

  std::size_t covered = 0;
  const unicode::CodePoints points(bytes);
  for (auto at = points.begin(); at != points.end(); ++at) covered += at.size();
  require(covered == size);
  require(unicode::prefix(bytes, unicode::count(bytes)) == bytes);
  require(unicode::width(bytes) <= 2 * unicode::count(bytes));

  const std::string read = unicode::to_utf8(unicode::to_utf32(bytes));
  require(is_well_formed(read));
  if (is_well_formed(bytes)) {
    require(read == bytes);
    const std::string normal = unicode::nfkc(bytes);
    require(is_well_formed(normal) && unicode::nfkc(normal) == normal);
  }
  if (const auto text = unicode::decode_gb18030(bytes))
    require(is_well_formed(*text));
  return 0;
}
