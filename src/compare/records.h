#pragma once

#include "compare/changes.h"

namespace catalog::compare {

/// Ties the changes of items to the records of 动态调整 that the new side has
/// and the old side has not, and names those records that are about nothing.
void tie_records(const resolve::Edition& before, const resolve::Edition& now,
                 Changes& changes);

}  // namespace catalog::compare
