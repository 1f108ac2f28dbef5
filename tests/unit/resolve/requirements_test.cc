#include <doctest/doctest.h>
#include <re2/re2.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>

namespace catalog::resolve {
namespace {

namespace fs = std::filesystem;

const fs::path root = CATALOG_SOURCE_DIR;

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The requirements that src/resolve/README.md states, and the cases that it
/// names for each.
std::map<std::string, std::set<std::string>> requirements() {
  std::map<std::string, std::set<std::string>> all;
  const std::string text = text_of(root / "src/resolve/README.md");
  re2::StringPiece rest(text);
  std::string id, cases, name;
  while (re2::RE2::FindAndConsume(
      &rest, R"(\n\| \*\*(R\d+)\*\* \|[^\n]*\| ([^|\n]*) \|)", &id, &cases)) {
    re2::StringPiece names(cases);
    auto& of_it = all[id];
    while (re2::RE2::FindAndConsume(&names, R"(([a-z-]+))", &name))
      of_it.insert(name);
  }
  return all;
}

/// The requirement that each case names in its first line.
std::map<std::string, std::string> cases() {
  std::map<std::string, std::string> all;
  for (const auto& entry :
       fs::directory_iterator(root / "tests/cases/overlay")) {
    std::string id;
    re2::RE2::PartialMatch(text_of(entry.path() / "session.txt"), R"(^(R\d+):)",
                           &id);
    all[entry.path().filename()] = id;
  }
  return all;
}

TEST_CASE("every requirement on overlays has a case, and every case one") {
  const auto required = requirements();
  REQUIRE(required.size() >= 16);
  const auto known = cases();
  for (const auto& [requirement, names] : required) {
    const auto& id = requirement;  // clang 14 captures no bindings
    CAPTURE(id);
    CHECK(!names.empty());
    for (const std::string& name : names) {
      CAPTURE(name);
      REQUIRE(known.contains(name));
      CHECK(known.at(name) == id);
    }
  }
  for (const auto& [folder, id] : known) {
    const auto& name = folder;
    CAPTURE(name);
    REQUIRE(required.contains(id));
    CHECK(required.at(id).contains(name));
  }
}

}  // namespace
}  // namespace catalog::resolve
