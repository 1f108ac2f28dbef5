#include <malloc.h>

#include "cli/command.h"

int main(int argc, char** argv) {
  // The trees of files and outputs are large blocks that live shortly. Left to
  // itself, malloc soon keeps room for such blocks instead of giving it back:
  // three megabytes more at the peak of a check of 20,000 items.
  mallopt(M_MMAP_THRESHOLD, 256 * 1024);
  return catalog::cli::run(argc, argv);
}
