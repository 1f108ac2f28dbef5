#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "phrase/timing.h"

namespace catalog::phrase {
namespace {

/// timings.tsv: a phrase as offices write it, a tab, its canonical reading;
/// `-` where it is rightly reported instead. Each reading was judged by eye.
TEST_CASE("phrases as offices write them are read as they were judged") {
  std::ifstream file(std::filesystem::path(CATALOG_SOURCE_DIR) /
                     "tests/unit/phrase/timings.tsv");
  REQUIRE(file);
  int count = 0;
  for (std::string line; std::getline(file, line); ++count) {
    const auto tab = line.find('\t');
    REQUIRE(tab != line.npos);
    const std::string phrase = line.substr(0, tab);
    CAPTURE(phrase);
    const Timing read = timing(phrase);
    CHECK((read.is_read() ? canonical(read) : "-") == line.substr(tab + 1));
    if (!read.is_read()) continue;
    const Timing again = timing(canonical(read));
    CHECK(again.is_read());
    CHECK(again.clauses == read.clauses);
  }
  CHECK(count > 600);
}

}  // namespace
}  // namespace catalog::phrase
