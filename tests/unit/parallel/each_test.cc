#include "parallel/each.h"

#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

namespace catalog::parallel {

TEST_CASE("each number is taken once, however many threads there are") {
  for (const unsigned threads : {0u, 1u, 2u, 7u, 64u})
    for (const std::size_t count : {0u, 1u, 5u, 1000u}) {
      CAPTURE(threads);
      CAPTURE(count);
      std::vector<std::atomic<int>> taken(count);
      each(count, threads, [&](std::size_t i) { ++taken[i]; });
      for (const auto& each : taken) CHECK(each == 1);
    }
}

TEST_CASE("the calling thread hears of progress, in order") {
  std::vector<std::size_t> heard;
  each(
      100, 1, [](std::size_t) {},
      [&](std::size_t begun) { heard.push_back(begun); });
  REQUIRE(heard.size() == 100);
  for (std::size_t i = 0; i < heard.size(); ++i) CHECK(heard[i] == i);
}

TEST_CASE("of several failures the one of the lowest number comes out") {
  for (int round = 0; round < 50; ++round) {
    std::string said;
    try {
      each(500, 4, [](std::size_t i) {
        if (i % 100 == 37) throw std::runtime_error(std::to_string(i));
      });
    } catch (const std::runtime_error& error) {
      said = error.what();
    }
    CHECK(said == "37");
  }
}

TEST_CASE("after a failure nothing further is begun") {
  std::atomic<int> begun = 0;
  CHECK_THROWS(each(1'000'000, 2, [&](std::size_t i) {
    ++begun;
    if (i == 10) throw std::runtime_error("stop");
  }));
  CHECK(begun < 1'000'000);
}

}  // namespace catalog::parallel
