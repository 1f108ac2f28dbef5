#include "compile/grounds.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <fstream>

#include "../folder.h"
#include "compile/bases.h"
#include "compile/compile.h"
#include "compile/fingerprint.h"
#include "compile/members.h"

namespace catalog::compile {
namespace {

namespace fs = std::filesystem;
using testing::Folder;

constexpr std::int64_t later = 4'000'000'000'000'000'000;  // in 2096

/// A base and a county on top of it, compiled.
struct Desk {
  Folder folder;

  Desk() {
    folder.write("base/catalog.yaml",
                 "catalog: {id: base, title: 目录, date: 2026-01-15}\n"
                 "domains: [{id: relief, name: 救灾}]\n"
                 "bodies: [{id: bureau, name: 局}]\n"
                 "channels: [{id: website, name: 政府网站}]\n");
    folder.write("base/items/one.yaml",
                 "items:\n"
                 "  - {id: relief/one, name: [一], content: [名单], timing: "
                 "实时, body: bureau, channels: [website]}\n");
    folder.write("county/catalog.yaml",
                 "catalog: {id: county, title: 目录, date: 2026-01-15, "
                 "extends: ../base}\n"
                 "documents: [{id: guide, title: 指南, file: guide.md}]\n");
    folder.write("county/guide.md", "# 指南\n");
  }

  publish::Grounds grounds(std::int64_t begun) const {
    const auto run = edition_in(folder / "county", {});
    REQUIRE_FALSE(run->found.has_errors());
    return grounds_of(*run, folder / "county", "order", begun);
  }
  bool hold(const publish::Grounds& grounds,
            bool trusts_nothing = false) const {
    return still_hold(grounds, folder / "county", trusts_nothing);
  }
};

TEST_CASE("grounds hold until a file of the chain has other bytes") {
  const Desk desk;
  for (const std::int64_t begun : {later, moment()}) {
    const publish::Grounds grounds = desk.grounds(begun);
    REQUIRE(grounds.roots.size() == 2);
    CHECK(grounds.roots[0].named == std::vector<std::string>{"guide.md"});
    CHECK(grounds.roots[1].way == "../base");
    CHECK(desk.hold(grounds));
    CHECK(desk.hold(grounds, true));
    for (const char* path : {"base/catalog.yaml", "base/items/one.yaml",
                             "county/catalog.yaml", "county/guide.md"}) {
      CAPTURE(path);
      const std::string bytes = desk.folder.read(path);
      desk.folder.write(path, bytes + "\n");
      CHECK_FALSE(desk.hold(grounds));
      desk.folder.write(path, bytes);  // at another time: told by its bytes
      CHECK(desk.hold(grounds));
      fs::rename(desk.folder / path, desk.folder / "away");
      CHECK_FALSE(desk.hold(grounds));
      fs::rename(desk.folder / "away", desk.folder / path);
      CHECK(desk.hold(grounds));
    }
  }
}

TEST_CASE("grounds do not hold when a file comes that would be read") {
  const Desk desk;
  const publish::Grounds grounds = desk.grounds(later);
  for (const char* path : {"county/new.yaml", "base/items/deep/new.yaml",
                           "base/new.yml", "base/\xff.yaml"}) {
    CAPTURE(path);
    desk.folder.write(path, "");
    CHECK_FALSE(desk.hold(grounds));
    fs::remove(desk.folder / path);
    CHECK(desk.hold(grounds));
  }
  for (const char* path : {"county/.hidden.yaml", "county/notes.txt",
                           "county/nested/catalog.yaml"}) {
    CAPTURE(path);
    desk.folder.write(path, "");
    CHECK(desk.hold(grounds));
  }
}

TEST_CASE("an old time put back does not hide other bytes") {
  const Desk desk;
  const publish::Grounds grounds = desk.grounds(later);
  const fs::path file = desk.folder / "base/items/one.yaml";
  struct stat status {};
  REQUIRE(::stat(file.c_str(), &status) == 0);
  std::string bytes = desk.folder.read("base/items/one.yaml");
  bytes.replace(bytes.find("名单"), 6, "标准");
  desk.folder.write("base/items/one.yaml", bytes);
  const struct timespec times[] = {status.st_atim, status.st_mtim};
  REQUIRE(::utimensat(AT_FDCWD, file.c_str(), times, 0) == 0);
  CHECK_FALSE(desk.hold(grounds));
}

TEST_CASE("a stamp as new as the build proves nothing, nor does one ahead") {
  const Desk desk;
  for (const bool is_ahead : {false, true}) {
    CAPTURE(is_ahead);
    publish::Grounds grounds = desk.grounds(is_ahead ? 1 : moment());
    publish::Input& input = grounds.roots[1].files.at("items/one.yaml");
    // As if it had changed within the tick: the same stamp, other bytes.
    input.hash = "other";
    CHECK_FALSE(desk.hold(grounds));
    grounds.begun = later;
    CHECK(desk.hold(grounds));
    CHECK_FALSE(desk.hold(grounds, true));
  }
}

TEST_CASE("another program trusts nothing") {
  const Desk desk;
  publish::Grounds grounds = desk.grounds(later);
  CHECK(desk.hold(grounds));
  grounds.program += "x";
  CHECK_FALSE(desk.hold(grounds));
}

TEST_CASE("the inputs of a build are all files that it was read from") {
  const Desk desk;
  const auto run = edition_in(desk.folder / "county", {});
  std::vector<std::string> paths;
  for (const auto& [path, hash] : inputs_of(*run)) paths.push_back(path);
  CHECK(paths == std::vector<std::string>{"base:catalog.yaml",
                                          "base:items/one.yaml", "catalog.yaml",
                                          "guide.md"});
}

TEST_CASE("every member of a struct is met") {
  CHECK(members<model::Text>() == 2);
  CHECK(members<model::ContentEntry>() == 10);
  CHECK(members<model::Manifest>() == 16);
  CHECK(members<model::Law>() == 19);
  CHECK(members<resolve::Citation>() == 12);
}

std::string print_of(const Desk& desk) {
  const auto run = edition_in(desk.folder / "county", {});
  REQUIRE_FALSE(run->found.has_errors());
  return Fingerprints(*run).of(run->edition).content;
}

TEST_CASE("a fingerprint is of what is said, not of where") {
  const Desk desk;
  const std::string before = print_of(desk);
  const std::string bytes = desk.folder.read("base/items/one.yaml");
  desk.folder.write("base/items/one.yaml", "# 说明\n\n" + bytes);
  CHECK(print_of(desk) == before);
  std::string other = bytes;
  other.replace(other.find("名单"), 6, "标准");
  desk.folder.write("base/items/one.yaml", other);
  CHECK(print_of(desk) != before);
  desk.folder.write("base/items/one.yaml", bytes);
  CHECK(print_of(desk) == before);
  desk.folder.write("county/guide.md", "# 通则\n");
  CHECK(print_of(desk) != before);
}

}  // namespace
}  // namespace catalog::compile
