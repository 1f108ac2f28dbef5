#pragma once

#include "resolve/catalog.h"

namespace catalog::check {

/// Whether the content is nothing but titles in 《》 while the basis names no
/// text: what is wrong with either is that the two were exchanged.
bool are_swapped(const resolve::Item& item);

}  // namespace catalog::check
