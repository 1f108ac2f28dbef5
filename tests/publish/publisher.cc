// The program that is killed, and whose system calls fail:
//
//   catalog_publisher OUT SOURCE VERSION WEIGHT
//
// It exits as `catalog` does: 0, or 3 with the failure.

#include <cstdio>
#include <cstdlib>

#include "build.h"
#include "source/failure.h"

int main(int count, char** arguments) {
  if (count != 5) return 2;
  try {
    catalog::testing::publish_version(arguments[1], arguments[2],
                                      std::atoi(arguments[3]),
                                      std::atoi(arguments[4]));
  } catch (const catalog::source::Failure& failure) {
    std::fprintf(stderr, "%s\n", failure.what());
    return 3;
  }
  return 0;
}
