#pragma once

#include <string>

namespace catalog::publish {

/// Names the code that runs: this program and every library that is loaded
/// with it, each by its build id, else by its file's size and time. What one
/// code wrote another may write otherwise, even of the same version. The same
/// all through a run; to be asked first before an output loads more.
std::string name_of_program();

}  // namespace catalog::publish
