#pragma once

#include "diagnostics/message.h"
#include "resolve/edition.h"

/// What rules about citations have in common.
namespace catalog::check {

/// Over the part of a law's entry that a finding rests on.
inline constexpr diagnostics::Message<> says_so{"the registry says so here",
                                                "登记册写在这里"};

/// Calls `visit(item, citation, law)` for every law that an item cites.
template <class Visit>
void for_each_cited(const resolve::Edition& edition, Visit visit) {
  for (const resolve::ItemId id : edition.items)
    for (const resolve::Citation& citation : edition[id].basis)
      if (citation.law) visit(edition[id], citation, edition[*citation.law]);
}

/// Where in the entry a citation stands, or a part of it.
source::Span place_of(const resolve::Citation& citation);
source::Span place_of(const resolve::Citation& citation, phrase::Range range);

}  // namespace catalog::check
