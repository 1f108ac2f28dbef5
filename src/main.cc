#include <mutex>

#include "cli/command.h"

namespace {

/// glibc opens libgcc_s when the first exception passes through it, as one does
/// that leaves a std::call_once; RE2 has many. Out of memory that would fail
/// and end the program, so it is done while there is some.
void prepare_to_unwind() {
  std::once_flag once;
  try {
    std::call_once(once, [] { throw 0; });
  } catch (int) {
  }
}

}  // namespace

int main(int argc, char** argv) {
  prepare_to_unwind();
  return catalog::cli::run(argc, argv);
}
