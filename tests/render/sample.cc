// Writes the workbook of the unit tests' sample: `catalog_sample FILE`.

#include "../unit/emit/sample.h"

#include <cstdio>

#include "emit/emitters.h"
#include "source/failure.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: catalog_sample FILE\n", stderr);
    return 2;
  }
  catalog::emit::Sink sink;
  sink.put_file = [&](std::string_view, const auto& write) { write(argv[1]); };
  try {
    catalog::emit::xlsx(catalog::emit::sample()->publication, sink);
  } catch (const catalog::source::Failure& failure) {
    std::fprintf(stderr, "%s\n", failure.what());
    return 3;
  }
  return 0;
}
