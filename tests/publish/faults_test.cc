#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sched.h>
#include <spawn.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <random>
#include <set>
#include <thread>
#include <vector>

#include "../unit/folder.h"
#include "build.h"
#include "publish/files.h"

namespace catalog::testing {
namespace {

namespace fs = std::filesystem;

/// A fault to put into one run of the publisher.
struct Fault {
  std::string kind;  // none if empty
  int at = 0;
  std::string without;
};

struct Run {
  bool was_killed = false;
  int exit = 0;
  bool had_fault = false;
};

/// Version 1 in OUT, and the publisher to replace it by version 2.
struct Desk {
  Folder folder;
  fs::path out = folder / "all/out";
  int weight = 0;

  Desk() {
    folder.write("source/catalog.yaml", "c");
    fs::create_symlink(CATALOG_FAULTS, folder / "faults.so");
    publish_version(out, folder / "source", 1, 0);
    REQUIRE(version_in(out) == 1);
  }

  pid_t start(const Fault& fault, int version = 2) const {
    std::vector<std::string> words = {CATALOG_PUBLISHER, out, folder / "source",
                                      std::to_string(version),
                                      std::to_string(weight)};
    std::vector<std::string> settings = {
        // Before its sanitizer, if it has one; by a path without spaces, which
        // would end the name.
        "LD_PRELOAD=" + (folder / "faults.so").native(),
        "ASAN_OPTIONS=verify_asan_link_order=0:detect_leaks=0",
        "FAULT=" + fault.kind,
        "FAULT_AT=" + std::to_string(fault.at),
        "FAULT_MARK=" + (folder / "mark").native(),
        "FAULT_WITHOUT=" + fault.without};
    const auto pointers = [](std::vector<std::string>& texts) {
      std::vector<char*> result;
      for (std::string& text : texts) result.push_back(text.data());
      result.push_back(nullptr);
      return result;
    };
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    pid_t child = 0;
    REQUIRE(::posix_spawn(&child, CATALOG_PUBLISHER, &actions, nullptr,
                          pointers(words).data(),
                          pointers(settings).data()) == 0);
    posix_spawn_file_actions_destroy(&actions);
    return child;
  }

  Run end_of(pid_t child) const {
    int status = 0;
    while (::waitpid(child, &status, 0) < 0) REQUIRE(errno == EINTR);
    Run run;
    run.was_killed = WIFSIGNALED(status);
    run.exit = run.was_killed ? 0 : WEXITSTATUS(status);
    run.had_fault = fs::remove(folder / "mark");
    return run;
  }
  Run run(const Fault& fault, int version = 2) const {
    return end_of(start(fault, version));
  }

  std::set<std::string> beside() const {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(out.parent_path()))
      names.insert(entry.path().filename());
    return names;
  }
  /// The next build comes through and leaves nothing behind.
  void check_next(const std::string& without = {}) const {
    CHECK(run({{}, 0, without}).exit == 0);
    CHECK(version_in(out) == 2);
    CHECK(beside() == std::set<std::string>{"out"});
  }
};

/// Tries the fault at the first call, the second …, until it finds none; the
/// number of calls it met.
template <class Check>
int at_every_call(const std::string& kind, const std::string& without,
                  const Check& check) {
  for (int at = 1;; ++at) {
    CAPTURE(at);
    REQUIRE(at < 2000);
    const Desk desk;
    const Run run = desk.run({kind, at, without});
    check(desk, run);
    desk.check_next(without);
    if (!run.had_fault) return at - 1;
  }
}

TEST_CASE("killed at any call, the old build is there or the new, whole") {
  int old = 0, replaced = 0;
  const int calls =
      at_every_call("kill", "", [&](const Desk& desk, const Run& run) {
        CHECK(run.was_killed == run.had_fault);
        const auto version = version_in(desk.out);
        CHECK((version == 1 || version == 2));
        ++(version == 1 ? old : replaced);
      });
  CHECK(calls >= 20);
  CHECK(old >= 20);      // before the switch
  CHECK(replaced >= 5);  // after it, while the old one is removed
}

TEST_CASE("killed where folders cannot be exchanged, the next build recovers") {
  int missing = 0;
  const int calls = at_every_call("kill", "exchange,lock,link,syncfs",
                                  [&](const Desk& desk, const Run& run) {
                                    CHECK(run.was_killed == run.had_fault);
                                    const auto version = version_in(desk.out);
                                    const fs::path aside =
                                        desk.out.parent_path() / ".out.old";
                                    if (!version) {
                                      ++missing;
                                      CHECK_FALSE(fs::exists(desk.out));
                                      CHECK(version_in(aside) == 1);
                                    }
                                  });
  CHECK(calls >= 20);
  CHECK(missing == 1);  // between the two renames, and nowhere else
}

TEST_CASE("a first build killed at any call is not there or whole") {
  for (int at = 1;; ++at) {
    CAPTURE(at);
    const Desk desk;
    fs::remove_all(desk.out);
    const Run run = desk.run({"kill", at, ""});
    CHECK((!fs::exists(desk.out) || version_in(desk.out) == 2));
    desk.check_next();
    if (!run.had_fault) break;
  }
}

TEST_CASE("a call that fails leaves the old build, or does not matter") {
  for (const int error : {ENOSPC, EIO})
    for (const std::string without : {"", "exchange,link"}) {
      CAPTURE(error);
      CAPTURE(without);
      int failed = 0;
      at_every_call(std::to_string(error), without,
                    [&](const Desk& desk, const Run& run) {
                      CHECK_FALSE(run.was_killed);
                      CHECK((run.exit == 0 || run.exit == 3));
                      CHECK(version_in(desk.out) == (run.exit == 0 ? 2 : 1));
                      failed += run.exit == 3;
                    });
      CHECK(failed >= 20);
    }
}

TEST_CASE("signals and short counts change nothing") {
  const int interrupted =
      at_every_call("EINTR", "", [](const Desk& desk, const Run& run) {
        CHECK(run.exit == 0);
        CHECK(version_in(desk.out) == 2);
      });
  CHECK(interrupted >= 20);
  const Desk desk;
  const Run run = desk.run({"short", 1, ""});
  CHECK(run.had_fault);
  CHECK(run.exit == 0);
  CHECK(version_in(desk.out) == 2);
}

TEST_CASE("killed at random times, every reader finds a whole build") {
  std::mt19937 random(2);
  Desk desk;
  desk.weight = 150;
  const auto begin = std::chrono::steady_clock::now();
  REQUIRE(desk.run({}, 2).exit == 0);
  const auto span = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - begin);
  int killed = 0;
  for (int version = 3; version < 43; ++version) {
    const auto before = version_in(desk.out);
    const pid_t child = desk.start({}, version);
    std::this_thread::sleep_for(span * (random() % 1000) / 1000);
    ::kill(child, SIGKILL);
    killed += desk.end_of(child).was_killed;
    const auto after = version_in(desk.out);
    CAPTURE(version);
    CHECK((after == before || after == version));
  }
  CHECK(killed >= 20);
  CHECK(desk.run({}, 50).exit == 0);
  CHECK(version_in(desk.out) == 50);
  CHECK(desk.beside() == std::set<std::string>{"out"});
}

TEST_CASE("while builds follow one another, OUT is never missing") {
  const Desk desk;
  std::atomic<bool> is_done = false;
  std::atomic<int> seen = 0, missed = 0;
  std::thread reader([&] {
    while (!is_done) {
      const auto folder =
          source::open_at(AT_FDCWD, desk.out.c_str(), O_RDONLY | O_DIRECTORY);
      ++(folder ? seen : missed);
    }
  });
  for (int version = 2; version < 60; ++version)
    publish_version(desk.out, desk.folder / "source", version, 0);
  is_done = true;
  reader.join();
  CHECK(missed == 0);
  CHECK(seen > 0);
}

/// Runs the builds of one full disk in a process that has its own mounts: what
/// went wrong, or nothing. The codes are checked by the parent.
enum Verdict {
  fine,
  cannot_mount,
  not_whole,
  wrong_exit,
  left_behind,
  too_big
};

Verdict build_on_disk_of(int kilobytes, const Desk& desk) {
  const fs::path disk = desk.folder / "disk";
  fs::create_directory(disk);
  const std::string size = "size=" + std::to_string(kilobytes) + "k";
  if (::unshare(CLONE_NEWNS) != 0 ||
      ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
      ::mount("none", disk.c_str(), "tmpfs", 0, size.c_str()) != 0)
    return cannot_mount;
  Desk full;
  full.out = disk / "out";
  publish_version(full.out, full.folder / "source", 1, 0);
  full.weight = 100;  // 400 KB
  const Run run = full.run({});
  if (version_in(full.out) != (run.exit == 0 ? 2 : 1)) return not_whole;
  if (run.exit != 3) return run.exit == 0 ? too_big : wrong_exit;
  if (full.beside() != std::set<std::string>{"out"}) return left_behind;
  full.weight = 0;
  if (full.run({}).exit != 0 || version_in(full.out) != 2) return wrong_exit;
  return fine;
}

TEST_CASE("a full disk leaves the old build, and room for the next") {
  int sizes = 0;
  for (int kilobytes = 100; kilobytes <= 420; kilobytes += 20) {
    CAPTURE(kilobytes);
    const Desk desk;
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      int verdict = wrong_exit;
      try {
        verdict = build_on_disk_of(kilobytes, desk);
      } catch (...) {
      }
      ::_exit(verdict);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    if (WEXITSTATUS(status) == cannot_mount) {
      MESSAGE("left out: only root can mount the small disks this needs");
      return;
    }
    CHECK(WEXITSTATUS(status) == fine);
    ++sizes;
  }
  CHECK(sizes >= 10);
}

}  // namespace
}  // namespace catalog::testing

int main(int count, char** arguments) {
  // Memory, where there is some: what is tested is the order of calls, not how
  // long a disk takes.
  if (::access("/dev/shm", W_OK) == 0) ::setenv("TMPDIR", "/dev/shm", 0);
  doctest::Context context(count, arguments);
  return context.run();
}
