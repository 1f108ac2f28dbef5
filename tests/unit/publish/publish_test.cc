#include "publish/publish.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zip.h>

#include <csignal>
#include <set>

#include "../folder.h"
#include "publish/interrupt.h"
#include "source/failure.h"

namespace catalog::publish {
namespace {

namespace fs = std::filesystem;
using testing::Folder;
using Files = std::map<std::string, std::string>;

const Files two = {{"a.txt", "a"}, {"sub/b.txt", "b"}};

/// A folder with a catalog in `source`, to publish beside it into `out`.
struct Desk {
  Folder folder;

  Desk() { folder.write("source/catalog.yaml", "c"); }

  Outcome publish(const Files& files, const fs::path& out = "out",
                  bool discard_edits = false) const {
    Request request;
    request.out = folder / out;
    request.source = folder / "source";
    request.discard_edits = discard_edits;
    request.inputs = {{"catalog.yaml", "h"}};
    request.program = "catalog test";
    return publish::publish(request, [&](const emit::Sink& sink) {
      for (const auto& [path, bytes] : files) sink.put(path, bytes);
    });
  }
  /// What stands in the way; empty if nothing did.
  std::string failure(const Files& files, const fs::path& out = "out",
                      bool zh = false) const {
    try {
      publish(files, out);
    } catch (const source::Failure& failure) {
      const std::string text = zh ? failure.zh() : failure.what();
      return replaced(text);
    }
    return {};
  }
  /// A text with this desk's path as `…`.
  std::string replaced(std::string text) const {
    for (const std::string& path :
         {folder.path().native(), fs::canonical(folder.path()).native()})
      for (auto at = text.find(path); at != text.npos; at = text.find(path))
        text.replace(at, path.size(), "…");
    return text;
  }
  /// What lies beside the source, hidden names too.
  std::set<std::string> beside() const {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder.path()))
      if (entry.path().filename() != "source")
        names.insert(entry.path().filename());
    return names;
  }
  Files outputs() const {
    Files files;
    for (const auto& entry : fs::recursive_directory_iterator(folder / "out"))
      if (entry.is_regular_file() && entry.path().filename() != "build.json" &&
          entry.path().filename() != ".build-state") {
        const fs::path path = entry.path().lexically_relative(folder.path());
        files[entry.path().lexically_relative(folder / "out")] =
            folder.read(path);
      }
    return files;
  }
};

std::uint64_t inode(const fs::path& path) {
  struct stat status {};
  REQUIRE(::lstat(path.c_str(), &status) == 0);
  return status.st_ino;
}

using Names = std::vector<std::string>;

TEST_CASE("the first build makes the folder, and leaves nothing beside it") {
  const Desk desk;
  const Outcome outcome = desk.publish(two, "deep/er/out");
  CHECK_FALSE(outcome.unchanged);
  CHECK(outcome.written == Names{"a.txt", "sub/b.txt"});
  CHECK(outcome.notices.empty());
  CHECK(desk.folder.read("deep/er/out/sub/b.txt") == "b");
  CHECK(desk.beside() == std::set<std::string>{"deep"});
  CHECK(fs::exists(desk.folder / "deep/er/out/build.json"));
  CHECK_FALSE(fs::exists(desk.folder / "deep/er/.out.lock"));
}

TEST_CASE("an empty folder is taken") {
  const Desk desk;
  fs::create_directory(desk.folder / "out");
  desk.publish(two, "out/");
  CHECK(desk.outputs() == two);
}

TEST_CASE("a build that changes nothing does not touch the folder") {
  const Desk desk;
  desk.publish(two);
  const auto folder = inode(desk.folder / "out");
  const auto manifest = desk.folder.read("out/build.json");
  const Outcome outcome = desk.publish(two);
  CHECK(outcome.unchanged);
  CHECK(outcome.same == Names{"a.txt", "sub/b.txt"});
  CHECK(inode(desk.folder / "out") == folder);
  CHECK(desk.folder.read("out/build.json") == manifest);
  CHECK(desk.beside() == std::set<std::string>{"out"});
}

TEST_CASE("what is the same keeps its file, what is no more is gone") {
  const Desk desk;
  desk.publish({{"a.txt", "a"}, {"b.txt", "old"}, {"gone/c.txt", "c"}});
  const auto kept = inode(desk.folder / "out/a.txt");
  const Files now = {{"a.txt", "a"}, {"b.txt", "new"}, {"d.txt", "d"}};
  const Outcome outcome = desk.publish(now);
  CHECK(outcome.same == Names{"a.txt"});
  CHECK(outcome.written == Names{"b.txt", "d.txt"});
  CHECK(outcome.removed == Names{"gone/c.txt"});
  CHECK(outcome.old_kept_as.empty());
  CHECK(desk.outputs() == now);
  CHECK(inode(desk.folder / "out/a.txt") == kept);
  CHECK(desk.beside() == std::set<std::string>{"out"});
}

TEST_CASE("an output that someone removed is written again") {
  const Desk desk;
  desk.publish(two);
  fs::remove_all(desk.folder / "out/sub");
  CHECK_FALSE(desk.publish(two).unchanged);
  CHECK(desk.outputs() == two);
}

TEST_CASE("a copied folder is known by its bytes") {
  const Desk desk;
  desk.publish(two);
  fs::rename(desk.folder / "out", desk.folder / "away");
  fs::copy(desk.folder / "away", desk.folder / "out",
           fs::copy_options::recursive);
  CHECK(desk.publish(two).unchanged);
}

TEST_CASE("an edited output stops the build until it is given up") {
  const Desk desk;
  desk.publish(two);
  desk.folder.write("out/a.txt", "A");  // of the same size
  CHECK(desk.failure(two) ==
        "`a.txt` was edited after the build: move it elsewhere to keep the "
        "edits, or drop them by `--discard-edits`");
  CHECK(desk.failure(two, "out", true) ==
        "`a.txt` 在生成之后被修改过：要保留修改，请先移到别处；要放弃修改，"
        "请加 `--discard-edits`");
  CHECK(desk.folder.read("out/a.txt") == "A");
  const Outcome outcome = desk.publish(two, "out", true);
  CHECK_FALSE(outcome.unchanged);
  CHECK(outcome.old_kept_as.empty());
  CHECK(desk.outputs() == two);
  CHECK(desk.beside() == std::set<std::string>{"out"});
}

TEST_CASE("files that are not ours stop the build, five of them named") {
  const Desk desk;
  desk.publish(two);
  for (const char* name : {"1", "2", "3", "4", "5", "6"})
    desk.folder.write("out/" + std::string(name), "mine");
  desk.folder.write("out/sub/mine/x", "mine");
  CHECK(desk.failure(two) ==
        "`…/out` holds what is not from a build: `1`, `2`, `3`, `4`, `5` and 2 "
        "more; move it elsewhere");
  CHECK(desk.failure(two, "out", true) ==
        "`…/out` 中有不是本程序生成的内容：`1`、`2`、`3`、`4`、`5` 等 7 "
        "项；请先移走");
  for (const char* name : {"1", "2", "3", "4", "5", "6"})
    fs::remove(desk.folder / "out" / name);
  CHECK(desk.failure(two) ==
        "`…/out` holds what is not from a build: `sub/mine/`; move it "
        "elsewhere");
  CHECK(desk.folder.read("out/sub/mine/x") == "mine");
}

TEST_CASE("an output replaced by a link is not ours") {
  const Desk desk;
  desk.publish(two);
  desk.folder.write("secret", "s");
  fs::remove(desk.folder / "out/a.txt");
  fs::create_symlink("../secret", desk.folder / "out/a.txt");
  fs::remove_all(desk.folder / "out/sub");
  fs::create_directory_symlink("../source", desk.folder / "out/sub");
  CHECK(desk.failure(two).starts_with(
      "`…/out` holds what is not from a build: `a.txt` and `sub`;"));
  CHECK(desk.folder.read("secret") == "s");
}

TEST_CASE("an open workbook stops the build") {
  for (const char* name : {"~$a.xlsx", ".~lock.a.xlsx#", ".~a.xlsx"}) {
    const Desk desk;
    desk.publish(two);
    desk.folder.write(std::string("out/") + name, "");
    CHECK(desk.failure(two) ==
          "outputs in `…/out` are open in a program: close them there (it left "
          "`" +
              std::string(name) + "`)");
    CHECK(desk.failure(two, "out", true) ==
          "`…/out` 中的文件正在其他程序中打开：请先关闭（留有 `" +
              std::string(name) + "`）");
  }
}

TEST_CASE("what file managers leave is carried along") {
  const Desk desk;
  desk.publish({{"a.txt", "a"}, {"sub/b.txt", "b"}, {"old/c.txt", "c"}});
  desk.folder.write("out/.DS_Store", "d");
  desk.folder.write("out/sub/Thumbs.db", "t");
  desk.folder.write("out/old/desktop.ini", "i");
  const Outcome outcome = desk.publish({{"a.txt", "A"}, {"sub/b.txt", "b"}});
  CHECK(outcome.old_kept_as.empty());
  CHECK(desk.outputs() == Files{{"a.txt", "A"},
                                {"sub/b.txt", "b"},
                                {".DS_Store", "d"},
                                {"sub/Thumbs.db", "t"}});
  CHECK(desk.beside() == std::set<std::string>{"out"});
}

TEST_CASE("a folder that is not from a build is refused") {
  const Desk desk;
  desk.folder.write("out/mine", "m");
  const std::string refusal =
      "`…/out` is not empty and not from a build: choose a new or empty folder "
      "with `-o`";
  CHECK(desk.failure(two) == refusal);
  CHECK(desk.failure(two, "out", true) ==
        "`…/out` 不是空文件夹，也不是本程序生成的：请用 `-o` "
        "指定新的或空的文件夹");
  fs::remove(desk.folder / "out/mine");
  desk.folder.write("out/build.json", "{\"scripts\": {}}");
  CHECK(desk.failure(two) == refusal);
  fs::remove(desk.folder / "out/build.json");
  desk.folder.write("out/.DS_Store", "d");
  CHECK(desk.failure(two).empty());
}

TEST_CASE("a manifest that was tampered with removes nothing") {
  const Desk desk;
  desk.folder.write("victim", "v");
  const std::string output =
      R"({"size": 1, "time": 0, "inode": 1, "hash": "x"})";
  for (
      const std::string& manifest :
      {std::string(R"({"catalog-build": 1})"),
       std::string(R"({"catalog-build": 1, "program)"),
       R"({"catalog-build": 1, "program": "", "inputs": {}, "outputs": {"../victim": )" +
           output + "}}",
       R"({"catalog-build": 1, "program": "", "inputs": {}, "outputs": {"/etc/x": )" +
           output + "}}",
       R"({"catalog-build": 1, "program": "", "inputs": {}, "outputs": {"a//b": )" +
           output + "}}",
       std::string(
           R"({"catalog-build": 2, "program": "", "inputs": {}, "outputs": {}})"),
       std::string(
           R"({"catalog-build": 1, "program": "", "inputs": {}, "outputs": {"a": 1}})"),
       std::string(
           R"({"catalog-build": 1, "program": "", "inputs": {}, "outputs": {"a": {"size": -1, "time": 0, "inode": 1, "hash": "x"}}})")}) {
    CAPTURE(manifest);
    desk.folder.write("out/build.json", manifest);
    CHECK(desk.failure(two) ==
          "`…/out/build.json` was changed or cannot be read, so it does not "
          "say what may be replaced: move `…/out` elsewhere and build again");
    CHECK(desk.failure(two, "out", true) ==
          "`…/out/build.json` 被改动或无法读取，无从判断哪些文件可以替换：请将 "
          "`…/out` 移走后重新生成");
    CHECK(desk.folder.read("victim") == "v");
  }
}

TEST_CASE("the folder must be one that can be switched") {
  const Desk desk;
  CHECK(desk.failure(two, "source/out") ==
        "the output folder `…/source/out` lies in the catalog's own folder: "
        "choose one outside with `-o`");
  CHECK(desk.failure(two, "source", true) ==
        "输出文件夹 `…/source` 位于目录源文件夹之内：请用 `-o` 指定其他位置");
  CHECK(desk.failure(two, "") ==
        "the output folder `…/` holds the catalog itself: choose another with "
        "`-o`");
  CHECK(desk.failure(two, "/", true) ==
        "输出文件夹 `/` 包含目录源文件夹：请用 `-o` 指定其他位置");
  fs::create_symlink("source", desk.folder / "alias");
  CHECK(desk.failure(two, "alias/out")
            .ends_with("lies in the catalog's own folder: choose one outside "
                       "with `-o`"));
  CHECK(desk.failure(two, "none/../source/out")
            .ends_with("lies in the catalog's own folder: choose one outside "
                       "with `-o`"));
  fs::create_directory(desk.folder / "real");
  fs::create_symlink("real", desk.folder / "link");
  CHECK(desk.failure(two, "link") ==
        "the output folder `…/link` is a symbolic link: give the folder it "
        "leads to");
  CHECK(desk.failure(two, "link", true) ==
        "输出文件夹 `…/link` 是符号链接：请给出它所指向的文件夹");
  desk.folder.write("file", "f");
  CHECK(desk.failure(two, "file") ==
        "`…/file` is a file, where a folder for the outputs is wanted: choose "
        "another with `-o`");
  CHECK(desk.failure(two, "file", true) ==
        "`…/file` 是文件，不能作为输出文件夹：请用 `-o` 另行指定");
  CHECK(desk.failure(two, "/proc")
            .starts_with("the output folder `/proc` is a mount point"));
  CHECK(desk.failure(two, "/proc", true) ==
        "输出文件夹 `/proc` 是挂载点，无法整体切换：请给出其中的一个文件夹");
  CHECK(desk.failure(two, "a\nb\xff/o\x1b").empty());
  CHECK_FALSE(fs::exists(desk.folder / "source/out"));
}

TEST_CASE("another build keeps this one off") {
  const Desk desk;
  const int lock = ::open((desk.folder / ".out.lock").c_str(),
                          O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  REQUIRE(::flock(lock, LOCK_EX) == 0);
  CHECK(desk.failure(two) ==
        "another build is writing `…/out`: wait until it is done");
  CHECK(desk.failure(two, "out", true) ==
        "另一次生成正在写入 `…/out`：请等待其完成");
  ::close(lock);  // the file itself, left by a killed build, is in nobody's way
  CHECK(desk.failure(two).empty());
  CHECK(desk.beside() == std::set<std::string>{"out"});
}

TEST_CASE("whatever is thrown while producing leaves the old build") {
  const Desk desk;
  desk.publish(two);
  Request request;
  request.out = desk.folder / "out";
  request.source = desk.folder / "source";
  const auto produce = [](const emit::Sink& sink) {
    sink.put("a.txt", "half");
    sink.put_file("c.txt", [](const fs::path& path) {
      std::ofstream(path.parent_path() / "temporary") << "x";
      throw std::runtime_error("no");
    });
  };
  CHECK_THROWS_AS(publish::publish(request, produce), std::runtime_error);
  CHECK(desk.outputs() == two);
  CHECK(desk.beside() == std::set<std::string>{"out"});
}

TEST_CASE("a signal stops between artifacts and leaves the old build") {
  const Desk desk;
  desk.publish(two);
  watch_signals();
  Request request;
  request.out = desk.folder / "out";
  request.source = desk.folder / "source";
  // In a process of its own, since the signal stays noted.
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    try {
      publish::publish(request, [](const emit::Sink& sink) {
        sink.put("a.txt", "half");
        std::raise(SIGTERM);
        sink.put("sub/b.txt", "never");
      });
    } catch (const Interrupted& interrupted) {
      ::_exit(128 + interrupted.signal());
    } catch (...) {
    }
    ::_exit(1);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(WEXITSTATUS(status) == 143);
  CHECK(desk.outputs() == two);
  CHECK(desk.beside() == std::set<std::string>{"out"});
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
}

TEST_CASE("what comes into the old folder during the build stops it") {
  const Desk desk;
  desk.publish(two);
  Request request;
  request.out = desk.folder / "out";
  request.source = desk.folder / "source";
  const auto during = [&](const std::function<void()>& act) {
    std::string message;
    try {
      publish::publish(request, [&](const emit::Sink& sink) {
        sink.put("a.txt", "new");
        act();
      });
    } catch (const source::Failure& failure) {
      message = desk.replaced(failure.what());
    }
    return message;
  };
  CHECK(during([&] {
          desk.folder.write("out/mine", "m");
        }).starts_with("`…/out` holds what is not from a build: `mine`"));
  fs::remove(desk.folder / "out/mine");
  CHECK(during([&] {
          desk.folder.write("out/sub/b.txt", "edited");
        }).starts_with("`sub/b.txt` was edited after the build"));
  desk.folder.write("out/sub/b.txt", "b");
  CHECK(during([&] {
          fs::rename(desk.folder / "out", desk.folder / "gone");
        }).starts_with("`…/out` was replaced while the new build was made"));
  fs::rename(desk.folder / "gone", desk.folder / "out");
  CHECK(desk.outputs() == two);
  CHECK(desk.beside() == std::set<std::string>{"out"});
}

TEST_CASE("what a killed build left behind is cleared away, and only that") {
  const Desk desk;
  desk.publish(two);
  desk.folder.write(".out.new/.staged",
                    "a.txt\nsub/b.txt\n../source/catalog.yaml\n");
  desk.folder.write(".out.new/sub/b.txt", "half");
  desk.folder.write(".out.new/.scratch/tmp", "half");
  CHECK(desk.publish(two).unchanged);
  CHECK(desk.beside() == std::set<std::string>{"out"});
  CHECK(fs::exists(desk.folder / "source/catalog.yaml"));

  desk.folder.write(".out.new/.staged", "a.txt\n");
  desk.folder.write(".out.new/mine/x", "m");
  const Outcome outcome = desk.publish(two);
  REQUIRE(outcome.notices.size() == 1);
  CHECK(desk.replaced(outcome.notices[0].en) ==
        "what is not from a build was kept in `…/out.old-1`: `mine/x`");
  CHECK(desk.replaced(outcome.notices[0].zh) ==
        "不是本程序生成的内容保留在 `…/out.old-1`：`mine/x`");
  CHECK(desk.folder.read("out.old-1/mine/x") == "m");

  desk.folder.write(".out.new/mine", "m");
  CHECK(desk.failure(two) ==
        "`…/.out.new` is in the way and not from a build: move it elsewhere");
  CHECK(desk.failure(two, "out", true) ==
        "`…/.out.new` 占用了生成所需的位置，且不是本程序生成的：请先移走");
  CHECK(desk.folder.read(".out.new/mine") == "m");
}

TEST_CASE("an old build that was cut off is brought back or removed") {
  const Desk desk;
  desk.publish(two);
  fs::rename(desk.folder / "out", desk.folder / ".out.old");
  CHECK(desk.publish(two).unchanged);
  CHECK(desk.outputs() == two);
  // The old one still there, and edited just before the switch.
  fs::copy(desk.folder / "out", desk.folder / ".out.old",
           fs::copy_options::recursive);
  desk.folder.write(".out.old/a.txt", "work of an afternoon");
  CHECK(desk.publish(two).notices.size() == 1);
  CHECK(desk.folder.read("out.old-1/a.txt") == "work of an afternoon");
  CHECK(desk.beside() == std::set<std::string>{"out", "out.old-1"});
}

/// A zip archive of parts, as bytes on disk.
void zip(const fs::path& path, const Files& parts) {
  int error = 0;
  zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error);
  REQUIRE(archive != nullptr);
  for (const auto& [name, bytes] : parts) {
    zip_source_t* part =
        zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    const auto index = zip_file_add(archive, name.c_str(), part, 0);
    zip_set_file_compression(archive, static_cast<zip_uint64_t>(index),
                             ZIP_CM_STORE, 0);
  }
  REQUIRE(zip_close(archive) == 0);
}

TEST_CASE("a damaged workbook is found before it is published") {
  const Desk desk;
  const auto publish_book =
      [&](const std::function<void(const fs::path&)>& write,
          bool zh = false) -> std::string {
    Request request;
    request.out = desk.folder / "out";
    request.source = desk.folder / "source";
    try {
      publish::publish(request, [&](const emit::Sink& sink) {
        sink.put_file("books/a.xlsx", write);
      });
    } catch (const source::Failure& failure) {
      return zh ? failure.zh() : failure.what();
    }
    return {};
  };
  const Files parts = {{"[Content_Types].xml", "<Types/>"},
                       {"xl/workbook.xml", "<workbook>aaaaaaaa</workbook>"}};
  const auto damaged = [&](const fs::path& path) {
    zip(path, parts);
    std::ostringstream all;
    all << std::ifstream(path, std::ios::binary).rdbuf();
    std::string bytes = all.str();
    bytes.replace(bytes.find("aaaaaaaa"), 8, "abababab");
    std::ofstream(path, std::ios::binary) << bytes;
  };
  CHECK(publish_book(damaged) ==
        "the workbook `books/a.xlsx` came out damaged, at xl/workbook.xml: "
        "look whether the disk is full");
  CHECK(publish_book(damaged, true) ==
        "工作簿 `books/a.xlsx` "
        "写出后已损坏（xl/workbook.xml）：请检查磁盘是否已满");
  CHECK(publish_book([&](const fs::path& path) {
          auto with_empty = parts;
          with_empty["xl/sheet.xml"] = "";
          zip(path, with_empty);
        }).find("at xl/sheet.xml:") != std::string::npos);
  CHECK(publish_book([&](const fs::path& path) {
          zip(path, parts);
          fs::resize_file(path, fs::file_size(path) - 30);
        }).find("at the archive:") != std::string::npos);
  CHECK(publish_book([](const fs::path&) {}).starts_with("cannot read `"));
  CHECK(desk.beside() == std::set<std::string>{});
  CHECK(publish_book([&](const fs::path& path) { zip(path, parts); }).empty());
  const auto kept = inode(desk.folder / "out/books/a.xlsx");
  CHECK(publish_book([&](const fs::path& path) {
          fs::copy_file(desk.folder / "out/books/a.xlsx", path);
        }).empty());
  CHECK(inode(desk.folder / "out/books/a.xlsx") == kept);
}

TEST_CASE("the folder keeps its permissions") {
  const Desk desk;
  desk.publish(two);
  fs::permissions(desk.folder / "out", fs::perms(02770));
  desk.publish({{"a.txt", "other"}});
  CHECK(fs::status(desk.folder / "out").permissions() == fs::perms(02770));
}

}  // namespace
}  // namespace catalog::publish
