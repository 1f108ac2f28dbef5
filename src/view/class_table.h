#pragma once

#include "resolve/edition.h"
#include "view/table.h"

namespace catalog::view {

/// How the items spread over levels, modes, kinds of timing and the terms of
/// each taxonomy, beside the base's in a catalog that stands on one: a heading
/// a way of sorting, a row a class.
Table class_table(const resolve::Edition& edition);

}  // namespace catalog::view
