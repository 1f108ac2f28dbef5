#include "cli/command.h"

int main(int argc, char** argv) { return catalog::cli::run(argc, argv); }
