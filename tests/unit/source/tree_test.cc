#include "source/tree.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <cerrno>
#include <map>

#include "../folder.h"
#include "source/failure.h"
#include "source/hash.h"
#include "source/name.h"

namespace catalog::source {
namespace {

namespace fs = std::filesystem;
using testing::Folder;

/// Path to bytes, or to the number of the refusal.
std::map<std::string, std::string> loaded(const Folder& folder) {
  const Loaded all = load(folder.path());
  std::map<std::string, std::string> result;
  for (std::size_t i = 0; i < all.tree.size(); ++i)
    result[all.tree[all.tree.id(i)].path] = all.tree[all.tree.id(i)].bytes;
  for (const Refused& refused : all.refused) {
    CHECK(all.tree[refused.file].bytes.empty());
    result[all.tree[refused.file].path] =
        "refused " + std::to_string(static_cast<int>(refused.why));
  }
  return result;
}

std::string refused(Refusal why) {
  return "refused " + std::to_string(static_cast<int>(why));
}

std::string failure_of(const fs::path& folder, bool zh = false) {
  try {
    load(folder);
  } catch (const Failure& failure) {
    return zh ? failure.zh() : failure.what();
  }
  return {};
}

TEST_CASE(
    "every yaml file below the folder is loaded, by the bytes of its path") {
  const Folder folder;
  folder.write("catalog.yaml", "c");
  folder.write("items/b.yaml", "b");
  folder.write("items-a.yaml", "a");
  folder.write("notes.txt", "no");
  const Loaded all = load(folder.path());
  REQUIRE(all.tree.size() == 3);
  CHECK(all.refused.empty());
  CHECK(all.tree[all.tree.id(0)].path == "catalog.yaml");
  CHECK(all.tree[all.tree.id(1)].path == "items-a.yaml");
  CHECK(all.tree[all.tree.id(2)].path == "items/b.yaml");
  CHECK(all.tree.text({all.tree.id(2), 0, 1}) == "b");
}

TEST_CASE("hidden things, outputs and nested catalogs are left out") {
  const Folder folder;
  folder.write("catalog.yaml", "c");
  folder.write(".hidden.yaml", "x");
  folder.write(".git/x.yaml", "x");
  folder.write("out/build.json", "{\n  \"catalog-build\": 1\n}\n");
  folder.write("out/x.yaml", "x");
  folder.write("town/catalog.yaml", "x");
  folder.write("town/items.yaml", "x");
  folder.write("web/build.json", "{\"scripts\": {}}");
  folder.write("web/mine.yaml", "m");
  CHECK(loaded(folder) == std::map<std::string, std::string>{
                              {"catalog.yaml", "c"}, {"web/mine.yaml", "m"}});
}

TEST_CASE(
    "a link is followed inside the tree, and refused where it leaves it") {
  const Folder folder, other;
  other.write("x.yaml", "x");
  other.write("nested/catalog.yaml", "x");
  folder.write("catalog.yaml", "c");
  folder.write(".shared/laws.yaml", "laws");
  fs::create_symlink(".shared/laws.yaml", folder / "laws.yaml");
  fs::create_symlink(folder / ".shared/laws.yaml", folder / "absolute.yaml");
  fs::create_symlink(other / "x.yaml", folder / "outside.yaml");
  fs::create_symlink("circle.yaml", folder / "circle.yaml");
  fs::create_symlink("nowhere", folder / "dangling.yaml");
  fs::create_symlink(".", folder / "again");
  fs::create_symlink(".shared", folder / "below");
  fs::create_symlink(other.path(), folder / "away");
  fs::create_symlink(other / "nested", folder / "base");
  CHECK(loaded(folder) == std::map<std::string, std::string>{
                              {"catalog.yaml", "c"},
                              {"laws.yaml", "laws"},
                              {"absolute.yaml", "laws"},
                              {"outside.yaml", refused(Refusal::link_outside)},
                              {"circle.yaml", refused(Refusal::link_outside)},
                              {"dangling.yaml", refused(Refusal::link_outside)},
                              {"below", refused(Refusal::link_outside)},
                              {"away", refused(Refusal::link_outside)}});
}

TEST_CASE("what is no plain file is never opened") {
  const Folder folder;
  folder.write("catalog.yaml", "c");
  REQUIRE(::mkfifo((folder / "pipe.yaml").c_str(), 0600) == 0);
  fs::create_symlink("pipe.yaml", folder / "linked.yaml");
  fs::create_directory(folder / "folder.yaml");
  CHECK(loaded(folder) == std::map<std::string, std::string>{
                              {"catalog.yaml", "c"},
                              {"pipe.yaml", refused(Refusal::not_a_file)},
                              {"linked.yaml", refused(Refusal::not_a_file)},
                              {"folder.yaml", refused(Refusal::not_a_file)}});
}

TEST_CASE("odd names and endings are refused, and shown harmless") {
  const Folder folder;
  folder.write("catalog.yaml", "c");
  folder.write("a\xff.yaml", "x");
  folder.write("red\x1b[31m.yaml", "x");
  folder.write("gpj.\u202eyaml.yaml", "x");
  folder.write("old.yml", "x");
  folder.write("LOUD.YAML", "x");
  folder.write("Case.yaml", "first");
  folder.write("case.yaml", "second");
  folder.write("教育.yaml", "fine");
  CHECK(loaded(folder) ==
        std::map<std::string, std::string>{
            {"catalog.yaml", "c"},
            {"a\\xff.yaml", refused(Refusal::odd_name)},
            {"red\\x1b[31m.yaml", refused(Refusal::odd_name)},
            {"gpj.\\xe2\\x80\\xaeyaml.yaml", refused(Refusal::odd_name)},
            {"old.yml", refused(Refusal::other_ending)},
            {"LOUD.YAML", refused(Refusal::other_ending)},
            {"Case.yaml", "first"},
            {"case.yaml", refused(Refusal::same_when_folded)},
            {"教育.yaml", "fine"}});
}

TEST_CASE("sizes and depths have an end") {
  const Folder folder;
  folder.write("catalog.yaml", "c");
  folder.write("large.yaml", "");
  fs::resize_file(folder / "large.yaml", max_file_bytes + 1);
  folder.write("full.yaml", "");
  fs::resize_file(folder / "full.yaml", max_file_bytes);
  fs::path deep;
  for (std::size_t i = 0; i <= max_folder_depth; ++i) deep /= "d";
  folder.write(deep / "x.yaml", "x");
  const auto all = loaded(folder);
  CHECK(all.at("large.yaml") == refused(Refusal::too_large));
  CHECK(all.at("full.yaml").size() == max_file_bytes);
  CHECK(all.at(deep.native()) == refused(Refusal::too_deep));
  CHECK(all.size() == 4);
}

TEST_CASE("more files than a catalog can have are not read") {
  const Folder folder;
  folder.write("catalog.yaml", "c");
  for (std::size_t i = 0; i < max_files + 5; ++i)
    folder.write("many/" + std::to_string(i) + ".yaml", "");
  const Loaded all = load(folder.path());
  REQUIRE(all.refused.size() == 1);
  CHECK(all.refused[0].why == Refusal::too_many);
  CHECK(all.tree.size() == max_files + 1);
}

TEST_CASE("where there is no catalog, the message says what to do") {
  const Folder folder;
  const std::string path = folder.path();
  CHECK(failure_of(folder.path()) ==
        "`" + path + "` has no `catalog.yaml`: `catalog init " + path +
            "` begins a catalog there");
  CHECK(failure_of(folder.path(), true) ==
        "`" + path + "` 中没有 `catalog.yaml`：可用 `catalog init " + path +
            "` 新建");
  CHECK(failure_of(folder / "none") == "there is no folder `" + path +
                                           "/none`: `catalog init " + path +
                                           "/none` begins a catalog there");
  folder.write("mine/catalog.yaml", "c");
  const std::string near = fs::canonical(folder / "mine");
  CHECK(failure_of(folder.path()) == "`" + path +
                                         "` has no `catalog.yaml`: the catalog "
                                         "nearby is `" +
                                         near + "`");
  CHECK(failure_of(folder / "mine/catalog.yaml") ==
        "`" + path +
            "/mine/catalog.yaml` is not a folder: give the folder that holds "
            "`catalog.yaml`");
}

TEST_CASE("one more file is read by its path, if it stays in the tree") {
  const Folder folder, other;
  other.write("x", "secret");
  folder.write("catalog.yaml", "c");
  folder.write("schemas/own.schema.yaml", "own");
  fs::create_symlink(other / "x", folder / "schemas/out");
  fs::create_symlink(other.path(), folder / "away");
  fs::create_symlink("own.schema.yaml", folder / "schemas/link");
  fs::create_symlink("nowhere", folder / "schemas/dangling");
  const auto read = [&](std::string_view path) {
    const auto answer = read_below(folder.path(), path);
    const auto* why = std::get_if<Refusal>(&answer);
    return why ? refused(*why) : std::get<std::string>(answer);
  };
  CHECK(read("schemas/own.schema.yaml") == "own");
  CHECK(read("./schemas/link") == "own");
  CHECK(read("schemas/out") == refused(Refusal::link_outside));
  CHECK(read("away/x") == refused(Refusal::link_outside));
  CHECK(read("schemas/dangling") == refused(Refusal::link_outside));
  CHECK(read("schemas/none") == refused(Refusal::missing));
  CHECK(read("schemas") == refused(Refusal::not_a_file));
  CHECK(read("catalog.yaml/x") == refused(Refusal::missing));
  CHECK(read("") == refused(Refusal::not_below));
  CHECK(read((folder / "catalog.yaml").native()) ==
        refused(Refusal::not_below));
  CHECK(read("schemas/../catalog.yaml") == refused(Refusal::not_below));
}

TEST_CASE("a failure names the path and the reason in both languages") {
  errno = ENOSPC;
  try {
    fail_errno("write", "写入", "a\nb");
  } catch (const Failure& failure) {
    CHECK(failure.what() ==
          std::string("cannot write `a\\x0ab`: the disk is full"));
    CHECK(failure.zh() == "无法写入 `a\\x0ab`：磁盘已满");
  }
}

TEST_CASE("a hash is the same whole and in pieces") {
  Hasher pieces;
  pieces.add("cata");
  pieces.add("log");
  CHECK(pieces.hex() == hash("catalog"));
  CHECK(hash("") == "99aa06d3014798d86001c324468d497f");
  CHECK(hash("a") != hash("b"));
}

}  // namespace
}  // namespace catalog::source
