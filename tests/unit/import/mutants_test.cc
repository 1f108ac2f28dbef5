#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <random>

#include "diagnostics/diagnostics.h"
#include "import/import.h"
#include "source/tree.h"
#include "syntax/read.h"
#include "unicode/utf8.h"

namespace catalog::import {
namespace {

std::string bytes_of(const std::string& name) {
  std::ifstream file(
      CATALOG_SOURCE_DIR "/tests/cases/import/small-tables/" + name,
      std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// A few characters changed, taken out or said twice.
std::string mutant_of(const std::string& bytes, std::mt19937& random) {
  constexpr std::u32string_view spice = U"\"<>&;,\n\t1.《》（■口√同上";
  std::u32string text = unicode::to_utf32(bytes);
  for (std::size_t edits = 1 + random() % 6; edits > 0; --edits) {
    const std::size_t at = random() % text.size();
    const std::size_t size = 1 + random() % 12;
    switch (random() % 4) {
      case 0: text[at] = spice[random() % spice.size()]; break;
      case 1: text.erase(at, size); break;
      case 2: text.insert(at, text.substr(at / 2, size)); break;
      default: text.insert(at, spice.substr(random() % spice.size(), size));
    }
    if (text.empty()) text = U"x";
  }
  return unicode::to_utf8(text);
}

TEST_CASE("whatever a table holds, what is written can be read") {
  std::mt19937 random(7);
  std::size_t imported = 0;
  for (const std::string name : {"教育.csv", "旅游.html"}) {
    const std::string bytes = bytes_of(name);
    REQUIRE(!bytes.empty());
    for (int i = 0; i < 150; ++i) {
      const std::string mutant = mutant_of(bytes, random);
      CAPTURE(mutant);
      const auto outcome = catalog_in(
          {{{name, mutant}}, "2026-01-15", {}, diagnostics::Language::en});
      const auto* result = std::get_if<Result>(&outcome);
      if (result == nullptr || result->items == 0) continue;
      ++imported;
      source::SourceTree tree;
      diagnostics::Diagnostics found(diagnostics::Language::en);
      for (const WrittenFile& each : result->files)
        syntax::read(tree, tree.add(each.path, each.bytes), found);
      CHECK_FALSE(found.has_errors());
    }
  }
  CHECK(imported > 150);
}

}  // namespace
}  // namespace catalog::import
