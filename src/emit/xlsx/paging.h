#pragma once

#include <cstdint>
#include <vector>

#include "view/table.h"

namespace catalog::emit {

/// A table cut into the pages it prints on, so that every page can be read by
/// itself and no line of text lies across two.
struct Paged {
  view::Table table;
  /// Rows that begin a page; the first of all is not among them.
  std::vector<std::uint32_t> breaks;
};

/// How high, in points, a page is that a sheet's rows go onto, when it is as
/// wide as the table. Screens and printers may have room for a little more.
double page_height(const view::Table& table);

/// Cuts a measured table. `head` is what stands above its header on the first
/// page, in points. A merged cell that goes over several pages becomes one a
/// page, each with the text; a row too high for a page becomes several, the
/// long text going on from one to the next.
Paged paged(view::Table table, double head);

}  // namespace catalog::emit
