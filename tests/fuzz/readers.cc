// Any bytes through both readers of YAML: the same tree and findings, but for
// the known departures of yaml-cpp; from a sound reading, comments and signs
// are all there is between the nodes.

#include "unit/syntax/readers.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "fuzz/sound.h"

using catalog::fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  // yaml-cpp is slow, and what is long is but more of the same.
  if (size > 4096) return 0;
  const catalog::syntax::Readings readings(
      std::string_view(reinterpret_cast<const char*>(data), size));
  catalog::fuzz::require_sound(readings.strict, readings.strict_found);
  require(difference(readings).empty() || is_departure(readings));
  return 0;
}
