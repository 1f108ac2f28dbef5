// catalog_runner CASE BIN SOURCE [SECONDS]: replays CASE/session.txt, a
// transcript such as
//
//     A catalog without items is fine. (Words before the first command.)
//     $ catalog --lang en check .
//     0 errors, 0 warnings
//     $ catalog --lang en check missing
//     catalog: cannot read `missing`: No such file or directory
//     [exit 3]
//
// in a copy of the folder CASE. Each command runs by /bin/sh in that copy; what
// it leaves there the next one finds. The environment is empty but for PATH
// (BIN first), LC_ALL, TZ, HOME, TERM, the sanitizers' options, CASE (the copy)
// and CATALOG_SOURCE (the repository): the last two are printed by their names
// where their paths occur. `$ # words` is a comment; a command goes on in the
// next line after a backslash.
// Control characters and bytes that are not UTF-8 are spelled `\x1b`.
//
// With CATALOG_UPDATE=1 session.txt is rewritten: read the diff like code.
// With CATALOG_KEEP=1 the copy stays, and its place is printed.

#include <fmt/format.h>
#include <stdlib.h>

#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>

#include "runner/command.h"
#include "runner/difference.h"
#include "runner/session.h"

namespace catalog::runner {
namespace {

namespace fs = std::filesystem;

bool is_set(const char* name) {
  const char* const value = getenv(name);
  return value != nullptr && std::string_view(value) == "1";
}

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

/// A copy of the case without its transcript, removed at the end.
class Copy {
 public:
  explicit Copy(const fs::path& original) {
    std::string name = fs::temp_directory_path() / "catalog-case-XXXXXX";
    if (mkdtemp(name.data()) == nullptr)
      throw std::runtime_error("cannot make " + name);
    root_ = fs::canonical(name);
    fs::create_directory(root_ / "tmp");
    fs::copy(original, folder(),
             fs::copy_options::recursive | fs::copy_options::copy_symlinks);
    fs::remove(folder() / "session.txt");
  }
  Copy(const Copy&) = delete;
  Copy& operator=(const Copy&) = delete;
  ~Copy() {
    if (is_set("CATALOG_KEEP")) {
      fmt::print("kept: {}\n", folder().string());
      return;
    }
    std::error_code ignored;
    fs::remove_all(root_, ignored);
  }

  fs::path folder() const { return root_ / "case"; }
  fs::path temporary() const { return root_ / "tmp"; }

 private:
  fs::path root_;
};

std::map<std::string, std::string> environment(const Copy& copy,
                                               const fs::path& bin,
                                               const fs::path& source) {
  std::map<std::string, std::string> out{
      {"PATH", bin.string() + ":/usr/local/bin:/usr/bin:/bin"},
      {"LC_ALL", "C.UTF-8"},
      {"TZ", "UTC"},
      {"HOME", "/nonexistent"},
      {"TERM", "dumb"},
      {"TMPDIR", copy.temporary()},
      {"CASE", copy.folder()},
      {"CATALOG_SOURCE", source}};
  for (const char* const name :
       {"ASAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS"})
    if (const char* const value = getenv(name)) out[name] = value;
  return out;
}

void replace_all(std::string& text, const std::string& from,
                 const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != text.npos;
       at += to.size())
    text.replace(at, from.size(), to);
}

bool replay_case(const fs::path& original, const fs::path& bin,
                 const fs::path& source, std::chrono::seconds limit) {
  const Copy copy(original);
  const Setting setting{copy.folder(), environment(copy, bin, source), limit};
  const std::string expected = bytes_of(original / "session.txt");
  const std::string actual = replay(expected, [&](const std::string& command) {
    Outcome outcome = run(command, setting);
    replace_all(outcome.output, setting.folder, "$CASE");
    replace_all(outcome.output, copy.temporary(), "$TMPDIR");
    replace_all(outcome.output, source, "$CATALOG_SOURCE");
    return outcome;
  });
  if (actual == expected) return true;
  if (is_set("CATALOG_UPDATE")) {
    std::ofstream file(original / "session.txt", std::ios::binary);
    file << actual;
    if (!file.flush()) throw std::runtime_error("cannot write session.txt");
    fmt::print("rewritten: {}\n", (original / "session.txt").string());
    return true;
  }
  fmt::print(
      "{} differs (- as written, + as it is now; CATALOG_UPDATE=1 rewrites "
      "it):\n{}",
      (original / "session.txt").string(), difference(expected, actual));
  return false;
}

}  // namespace
}  // namespace catalog::runner

int main(int count, char* arguments[]) try {
  if (count < 4) {
    fmt::print(stderr, "usage: catalog_runner CASE BIN SOURCE [SECONDS]\n");
    return 2;
  }
  const std::chrono::seconds limit(count > 4 ? std::stoi(arguments[4]) : 60);
  return catalog::runner::replay_case(arguments[1], arguments[2], arguments[3],
                                      limit)
             ? 0
             : 1;
} catch (const std::exception& problem) {
  fmt::print(stderr, "catalog_runner: {}\n", problem.what());
  return 3;
}
