#pragma once

#include <string>

#include "publish/place.h"

namespace catalog::publish {

/// Puts the staging folder in the place of OUT and returns the name, beside
/// OUT, that the old one has now; empty where there was none. Readers see one
/// or the other, whole: the two are exchanged in one step. Where the file
/// system cannot do that (network shares), OUT is moved aside first; killed in
/// between, `recover_switch` brings it back. Throws Failure, and OUT is as it
/// was.
std::string switch_in(const Place& place, bool has_old);

/// Undoes a switch that was cut off between its two renames.
void recover_switch(const Place& place);

}  // namespace catalog::publish
