// Any bytes as a 公开时限: what is read lies in the phrase, and its canonical
// form reads the same again.

#include "phrase/timing.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "fuzz/sound.h"

namespace phrase = catalog::phrase;
using catalog::fuzz::is_well_formed;
using catalog::fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const phrase::Timing timing = phrase::timing(bytes);
  require(!timing.clauses.empty() || !timing.slips.empty());
  const auto require_inside = [&](phrase::Range range) {
    require(range.begin <= range.end && range.end <= size);
  };
  for (const phrase::Clause& clause : timing.clauses)
    require_inside(clause.range);
  for (const phrase::Slip& slip : timing.slips) require_inside(slip.range);

  const std::string printed = phrase::canonical(timing);
  require(is_well_formed(printed));
  if (timing.clauses.empty()) return 0;
  const phrase::Timing again = phrase::timing(printed);
  require(again.is_read() && again.clauses == timing.clauses);
  require(phrase::canonical(again) == printed);
  require(phrase::timing(again.clauses).clauses == again.clauses);
  return 0;
}
