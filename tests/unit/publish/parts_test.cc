#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <fstream>

#include "../folder.h"
#include "publish/publish.h"
#include "publish/state.h"
#include "source/failure.h"

namespace catalog::publish {
namespace {

namespace fs = std::filesystem;
using testing::Folder;

/// A part and what it holds: one file.
struct Made {
  std::string name, key, path, bytes;
};

struct Desk {
  Folder folder;
  std::vector<std::string> made;  // the parts that were, by the last build

  Desk() { folder.write("source/catalog.yaml", "c"); }

  Outcome publish(const std::vector<Made>& parts, bool verifies = false,
                  bool discard_edits = false) {
    Request request;
    request.out = folder / "out";
    request.source = folder / "source";
    request.program = "catalog test";
    request.verifies = verifies;
    request.discard_edits = discard_edits;
    request.grounds.program = "p";
    request.grounds.order = "o";
    made.clear();
    return publish_parts(request, [&](Parts& all) {
      for (const Made& part : parts)
        all.add(part.name, part.key, [&](const emit::Sink& sink) {
          made.push_back(part.name);
          sink.put(part.path, part.bytes);
        });
    });
  }
  bool stands(bool trusts_nothing = false) const {
    return standing_build(folder / "out", trusts_nothing).has_value();
  }
  /// Writes over a file and puts its time back, as if nobody had been there.
  void forge(const std::string& path, const std::string& bytes) const {
    struct stat status {};
    REQUIRE(::stat((folder / path).c_str(), &status) == 0);
    std::ofstream(folder / path) << bytes;
    const struct timespec times[] = {status.st_atim, status.st_mtim};
    REQUIRE(::utimensat(AT_FDCWD, (folder / path).c_str(), times, 0) == 0);
  }
  /// Outputs that are older than `build.json` by more than a tick.
  void age() const {
    for (const char* path : {"out/a.txt", "out/b/c.txt"}) {
      const struct timespec times[] = {{1'000'000'000, 0}, {1'000'000'000, 0}};
      REQUIRE(::utimensat(AT_FDCWD, (folder / path).c_str(), times, 0) == 0);
    }
  }
};

const Made a{"a", "1", "a.txt", "a"};
const Made c{"c", "1", "b/c.txt", "c"};
using Names = std::vector<std::string>;

TEST_CASE("a part of the same key is carried over, not made") {
  Desk desk;
  desk.publish({a, c});
  CHECK(desk.made == Names{"a", "c"});
  CHECK(desk.publish({a, c}).unchanged);
  CHECK(desk.made.empty());
  const Outcome outcome = desk.publish({a, {"c", "2", "b/c.txt", "C"}});
  CHECK(desk.made == Names{"c"});
  CHECK(outcome.same == Names{"a.txt"});
  CHECK(outcome.written == Names{"b/c.txt"});
  CHECK(desk.folder.read("out/a.txt") == "a");
  CHECK(desk.folder.read("out/b/c.txt") == "C");
}

TEST_CASE("a part without a key is always made") {
  Desk desk;
  desk.publish({{"a", "", "a.txt", "a"}});
  CHECK(desk.publish({{"a", "", "a.txt", "a"}}).unchanged);
  CHECK(desk.made == Names{"a"});
}

TEST_CASE("a key belongs to its part") {
  Desk desk;
  desk.publish({a, c});
  desk.publish({{"c", "1", "b/c.txt", "c"}, {"d", "1", "a.txt", "d"}});
  CHECK(desk.made == Names{"d"});
  CHECK(desk.folder.read("out/a.txt") == "d");
}

TEST_CASE("a part that lost a file is made again") {
  Desk desk;
  desk.publish({a, c});
  fs::remove_all(desk.folder / "out/b");
  CHECK_FALSE(desk.stands());
  desk.publish({a, c});
  CHECK(desk.made == Names{"c"});
  CHECK(desk.folder.read("out/b/c.txt") == "c");
}

TEST_CASE("a part that was edited stops the build, or is made again") {
  Desk desk;
  desk.publish({a, c});
  desk.folder.write("out/a.txt", "A");
  CHECK_FALSE(desk.stands());
  CHECK_THROWS_AS(desk.publish({a, c}), source::Failure);
  desk.publish({a, c}, false, true);
  CHECK(desk.made == Names{"a"});
  CHECK(desk.folder.read("out/a.txt") == "a");
}

TEST_CASE("a forged time is believed, unless all is verified") {
  Desk desk;
  desk.publish({a, c});
  desk.age();
  fs::remove(desk.folder / "out/.build-state");
  desk.publish({a, c});  // which notes the times
  CHECK(desk.publish({a, c}).unchanged);
  desk.forge("out/a.txt", "A");
  CHECK(desk.stands());
  CHECK_FALSE(desk.stands(true));
  CHECK_THROWS_AS(desk.publish({a, c}, true), source::Failure);
}

TEST_CASE("an edit in the same tick as the build is seen") {
  Desk desk;
  desk.publish({a, c});
  // As new as `build.json`, so that its time proves nothing.
  const struct timespec late[] = {{4'000'000'000, 0}, {4'000'000'000, 0}};
  REQUIRE(::utimensat(AT_FDCWD, (desk.folder / "out/a.txt").c_str(), late, 0) ==
          0);
  fs::remove(desk.folder / "out/.build-state");
  desk.publish({a, c});
  desk.forge("out/a.txt", "A");
  CHECK_FALSE(desk.stands());
}

TEST_CASE("a build stands until anything comes to it, or waits beside it") {
  Desk desk;
  CHECK_FALSE(desk.stands());
  desk.publish({a, c});
  CHECK(desk.stands());
  CHECK(desk.stands(true));
  desk.folder.write("out/.DS_Store", "");
  CHECK(desk.stands());
  desk.folder.write("out/mine", "m");
  CHECK_FALSE(desk.stands());
  fs::remove(desk.folder / "out/mine");
  desk.folder.write("out/~$a.txt", "");
  CHECK_FALSE(desk.stands());
  fs::remove(desk.folder / "out/~$a.txt");
  fs::create_directory(desk.folder / ".out.new");
  CHECK_FALSE(desk.stands());
  fs::remove(desk.folder / ".out.new");
  CHECK(desk.stands());
}

TEST_CASE("a state that was cut short or altered is none") {
  Desk desk;
  desk.publish({a, c});
  const std::string state = desk.folder.read("out/.build-state");
  for (const std::size_t size :
       {std::size_t{0}, state.size() / 2, state.size() - 1}) {
    desk.folder.write("out/.build-state", state.substr(0, size));
    CHECK_FALSE(desk.stands());
  }
  std::string altered = state;
  altered[state.find("part 1") + 5] = '2';
  desk.folder.write("out/.build-state", altered);
  CHECK_FALSE(desk.stands());
  desk.folder.write("out/.build-state", state);
  CHECK(desk.stands());
  // That of another build.
  desk.folder.write("out/build.json", desk.folder.read("out/build.json") + " ");
  CHECK_FALSE(desk.stands());
  desk.publish({a, c});
  CHECK(desk.made == Names{"a", "c"});
}

TEST_CASE("a state says what was put into it, of its manifest only") {
  Manifest manifest;
  manifest.program = "catalog test";
  manifest.outputs["a b.txt"] = {{1, 2, 3}, "h", "part one"};
  manifest.parts["part one"] = "k";
  manifest.grounds = {"p", "o", 7, 2, {{"../base", {}, {"x"}}}};
  manifest.grounds.roots[0].files["x"] = {"i", {4, 5, 6, 7}};
  const std::string bytes = state_of(manifest, "hash");
  Manifest read;
  read.outputs["a b.txt"] = {{1, 0, 0}, "h"};
  REQUIRE(read_state(bytes, "hash"));
  add_state(read_state(bytes, "hash"), read);
  CHECK(read.outputs["a b.txt"].identity == Identity{1, 2, 3});
  CHECK(read.outputs["a b.txt"].part == "part one");
  CHECK(read.parts == manifest.parts);
  CHECK(read.grounds.begun == 7);
  CHECK(read.grounds.warnings == 2);
  REQUIRE(read.grounds.roots.size() == 1);
  CHECK(read.grounds.roots[0].way == "../base");
  CHECK(read.grounds.roots[0].named == Names{"x"});
  CHECK(read.grounds.roots[0].files.at("x").stamp == source::Stamp{4, 5, 6, 7});
  CHECK_FALSE(read_state(bytes, "other"));
}

}  // namespace
}  // namespace catalog::publish
