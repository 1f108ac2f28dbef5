#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "model/level.h"
#include "phrase/timing.h"

namespace catalog::view {

/// What kind of time limit an item has, for counting and for choosing by.
enum class TimingClass : std::uint8_t {
  at_once,     // 实时
  statutory,   // 20个工作日内
  within,      // another number of days, before or after an event
  periodic,    // every quarter, by a fixed day
  notice,      // shown for so long
  standing,    // for good, or as long as it holds
  with_other,  // together with something else
  promptly,    // 及时, or left to the office
  other        // not understood
};
inline constexpr TimingClass all_timing_classes[] = {
    TimingClass::at_once,    TimingClass::statutory, TimingClass::within,
    TimingClass::periodic,   TimingClass::notice,    TimingClass::standing,
    TimingClass::with_other, TimingClass::promptly,  TimingClass::other};

std::string_view chinese(TimingClass timing);
std::string_view english(TimingClass timing);

/// The classes of all that a phrase says, each once, in the order above.
std::vector<TimingClass> classes_of(std::string_view phrase);
/// The same of a phrase that was read already.
std::vector<TimingClass> classes_of(std::span<const phrase::Clause> clauses);

}  // namespace catalog::view
