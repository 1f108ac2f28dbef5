// Any bytes as a 公开依据: what is read lies in the cell, in order, and a
// citation that was read without a slip reads the same from its printed form.

#include "phrase/citation.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "fuzz/sound.h"

namespace phrase = catalog::phrase;
using catalog::fuzz::is_well_formed;
using catalog::fuzz::require;

namespace {

void require_inside(phrase::Range range, phrase::Range whole) {
  require(range.begin <= range.end);
  if (range.begin == range.end) return;
  require(whole.begin <= range.begin && range.end <= whole.end);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const phrase::Basis basis = phrase::basis(bytes);
  const phrase::Range whole{0, size};
  for (const phrase::Citation& each : basis.citations) {
    require_inside(each.range, whole);
    require_inside(each.title_range, whole);
    require_inside(each.number_range, whole);
    require_inside(each.provisions_range, whole);
    require_inside(each.note_range, whole);
    for (const phrase::Provision& provision : each.provisions)
      require_inside(provision.range, whole);
    for (const phrase::TextEvent& event : each.events)
      require_inside(event.range, whole);
    require(!each.title.empty() || !each.number.empty());

    const std::string printed = phrase::canonical(each);
    require(is_well_formed(printed) || !is_well_formed(bytes));
    const std::string provisions = phrase::canonical(each.provisions);
    if (provisions.empty()) continue;
    const auto again = phrase::provisions(provisions);
    require(again.has_value());
    require(phrase::canonical(*again) == provisions);
  }
  for (const phrase::BasisSlip& slip : basis.slips)
    require_inside(slip.range, whole);
  if (const auto number = phrase::document_number(bytes)) {
    require(!number->empty() && !number->text.empty());
    if (number->fault == phrase::DocumentNumber::Fault::none) {
      const auto again = phrase::document_number(number->text);
      require(again && phrase::may_be_same(*number, *again));
    }
  }
  return 0;
}
