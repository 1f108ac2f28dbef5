#pragma once

#include <cstdint>
#include <vector>

#include "days/calendar.h"
#include "phrase/timing.h"
#include "resolve/edition.h"

namespace catalog::view {

/// Something that falls due in a year because its timing recurs.
struct Due {
  days::Date day;  // the last day on which it may be published
  resolve::ItemId item{};
  std::optional<model::Level> level;       // where levels differ
  std::vector<resolve::BodyId> bodies;     // who must publish it
  const phrase::Clause* clause = nullptr;  // in the model
  std::uint32_t number = 0;  // of the clause in its timing, from 0
};

/// What a year's calendar cannot show.
struct Undated {
  resolve::ItemId item{};
  const phrase::Clause* clause = nullptr;
};

/// The recurring duties of a year, by day, then in catalog order. A period
/// without a fixed day ends on its last day; a deadline that begins with the
/// end of a period is counted (Civil Code art. 200-203).
struct Agenda {
  int year = 0;
  std::vector<Due> due;
  std::vector<Undated> daily;     // at least once a day: no dates
  std::vector<Undated> unknown;   // the calendar is not known that far
  std::vector<Undated> unphased;  // every two years: in which is not said
};

Agenda agenda_of(const resolve::Edition& edition, int year,
                 const days::Calendar& calendar);

}  // namespace catalog::view
