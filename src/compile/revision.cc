#include "compile/revision.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <unordered_map>
#include <vector>

#include "diagnostics/diagnostics.h"
#include "source/process.h"
#include "source/tree.h"
#include "syntax/read.h"
#include "unicode/utf8.h"

namespace catalog::compile {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t max_list_bytes = 64u << 20;
constexpr std::uint64_t max_json_bytes = 256u << 20;
constexpr std::size_t longest_chain = 12;  // as compile/bases.cc has it

/// A file of a revision.
struct Blob {
  std::string path;  // from the repository's root
  std::string id;
  std::uint64_t size = 0;
  bool is_link = false;
};

/// Thrown and caught in this file only: says why there is no such revision.
struct Refused {
  NoRevision why;
};

[[noreturn]] void refuse(std::string en, std::string zh) {
  throw Refused{{std::move(en), std::move(zh)}};
}

std::string first_line(std::string_view text) {
  return std::string(text.substr(0, text.find('\n')));
}

/// git in one folder, which only looks things up.
class Git {
 public:
  explicit Git(const fs::path& folder) : folder_(folder) {}

  source::Outcome ask(std::vector<std::string> words,
                      std::string_view input = {},
                      std::uint64_t limit = max_list_bytes) const {
    std::vector<std::string> all{"git", "-C", folder_.string(), "--no-pager",
                                 "--literal-pathspecs"};
    all.insert(all.end(), words.begin(), words.end());
    source::Outcome outcome = source::run_program(all, input, limit);
    if (!outcome.is_there)
      refuse("a revision is read by git, and there is no git here",
             "读取版本需要 git，而本机没有安装 git");
    if (outcome.is_too_large)
      refuse("the revision has more than this program reads",
             "该版本的内容超出了本程序的读取上限");
    return outcome;
  }

  /// The way from the repository's root to the folder, with a `/` at its end.
  std::string prefix() const {
    const source::Outcome outcome = ask({"rev-parse", "--show-prefix"});
    if (outcome.exit_code != 0)
      refuse(fmt::format("`{}` is in no git repository: {}", folder_.string(),
                         first_line(outcome.errors)),
             fmt::format("`{}` 不在 git 仓库中：{}", folder_.string(),
                         first_line(outcome.errors)));
    return first_line(outcome.output);
  }

  std::string commit(const std::string& name) const {
    // What begins with a dash would be an option, and names no commit.
    const source::Outcome outcome =
        name.starts_with('-')
            ? source::Outcome()
            : ask({"rev-parse", "--verify", "--quiet", name + "^{commit}"});
    if (outcome.exit_code != 0)
      refuse(fmt::format("git knows no commit `{}`", name),
             fmt::format("git 中没有 `{}` 这个版本", name));
    return first_line(outcome.output);
  }

  std::vector<Blob> files(const std::string& commit,
                          const std::string& below) const;
  std::vector<std::string> contents(const std::vector<Blob>& blobs) const;

 private:
  fs::path folder_;
};

/// Every part is a name: nothing leads out of where it is written to.
bool is_tame(std::string_view path) {
  if (path.empty() || unicode::find_ill_formed(path) != path.npos) return false;
  while (true) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    const std::string_view part = path.substr(0, slash);
    if (part.empty() || part == "." || part == ".." || part == ".git")
      return false;
    if (slash == path.size()) return true;
    path.remove_prefix(slash + 1);
  }
}

/// A line of `git ls-tree -l -z`: mode, type, id, size, tab, path.
std::optional<Blob> blob_of(std::string_view line) {
  const std::size_t tab = line.find('\t');
  if (tab == line.npos) return std::nullopt;
  std::vector<std::string_view> words;
  for (std::string_view rest = line.substr(0, tab); !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    if (end > 0) words.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  if (words.size() != 4 || words[1] != "blob") return std::nullopt;
  Blob blob{std::string(line.substr(tab + 1)), std::string(words[2]), 0,
            words[0] == "120000"};
  std::from_chars(words[3].data(), words[3].data() + words[3].size(),
                  blob.size);
  return blob;
}

std::vector<Blob> Git::files(const std::string& commit,
                             const std::string& below) const {
  std::vector<std::string> words{"ls-tree", "-r",          "-l",
                                 "-z",      "--full-tree", commit};
  if (!below.empty()) {
    words.push_back("--");
    words.push_back(below);
  }
  const source::Outcome outcome = ask(words);
  if (outcome.exit_code != 0)
    refuse(fmt::format("git cannot list `{}`: {}", below,
                       first_line(outcome.errors)),
           fmt::format("git 无法列出 `{}`：{}", below,
                       first_line(outcome.errors)));
  std::vector<Blob> blobs;
  for (std::string_view rest = outcome.output; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\0'), rest.size());
    if (auto blob = blob_of(rest.substr(0, end)); blob && is_tame(blob->path))
      blobs.push_back(std::move(*blob));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return blobs;
}

std::vector<std::string> Git::contents(const std::vector<Blob>& blobs) const {
  std::string ids;
  std::uint64_t limit = 0;
  for (const Blob& blob : blobs) {
    (ids += blob.id) += '\n';
    limit += blob.size + 128;  // the line before it
  }
  const source::Outcome outcome = ask({"cat-file", "--batch"}, ids, limit);
  std::vector<std::string> all;
  std::string_view rest = outcome.output;
  for (const Blob& blob : blobs) {
    const std::size_t line = rest.find('\n');
    if (outcome.exit_code != 0 || line == rest.npos ||
        rest.size() < line + 1 + blob.size)
      refuse(fmt::format("git cannot read `{}`", blob.path),
             fmt::format("git 无法读取 `{}`", blob.path));
    all.emplace_back(rest.substr(line + 1, blob.size));
    rest.remove_prefix(std::min(line + blob.size + 2, rest.size()));
  }
  return all;
}

/// Files that a catalog may be made of.
bool is_wanted(std::string_view path) {
  for (const std::string_view end : {".yaml", ".yml", ".json", ".md"})
    if (path.ends_with(end)) return true;
  return false;
}

/// What `extends` says in a manifest; empty where it says nothing.
std::string extends_of(const std::string& manifest) {
  source::SourceTree tree;
  const source::FileId file = tree.add("catalog.yaml", manifest);
  diagnostics::Diagnostics found(diagnostics::Language::en);
  const syntax::Document document = syntax::read(tree, file, found);
  if (document.empty()) return {};
  for (const syntax::Entry section : document.root().entries()) {
    if (section.key.text() != "catalog") continue;
    for (const syntax::Entry entry : section.value.entries())
      if (entry.key.text() == "extends") return std::string(entry.value.text());
  }
  return {};
}

/// A path from the repository's root, without `.` and `..`; refused where it
/// leaves the repository.
std::string normal(const fs::path& path) {
  std::string text = path.lexically_normal().generic_string();
  while (text.ends_with('/')) text.pop_back();
  if (text == ".") text.clear();
  if (path.is_absolute() || text == ".." || text.starts_with("../"))
    refuse(fmt::format("`{}` lies outside of the repository",
                       path.generic_string()),
           fmt::format("`{}` 在仓库之外", path.generic_string()));
  return text;
}

class CheckOut {
 public:
  CheckOut(const Git& git, std::string commit,
           const source::TemporaryFolder& to)
      : git_(git), commit_(std::move(commit)), to_(to) {}

  /// One catalog, then the one that it extends, and so on.
  void take_chain(std::string path) {
    std::set<std::string> done;
    while (done.insert(path).second && done.size() <= longest_chain) {
      const std::string extends = take_catalog(path, done.size() == 1);
      // An installed one is known by its name, in every revision the same.
      if (extends.find('/') == extends.npos && extends != "." &&
          extends != "..")
        return;
      if (extends.starts_with('/'))
        refuse(fmt::format("`{}` extends `{}`, which is in no revision", path,
                           extends),
               fmt::format("`{}` 的上级目录 `{}` 不在版本库中", path, extends));
      path = normal(fs::path(path) / extends);
    }
  }

  /// A built catalog.json.
  void take_file(const Blob& blob) {
    if (blob.size > max_json_bytes)
      refuse(fmt::format("`{}` is too large", blob.path),
             fmt::format("`{}` 过大", blob.path));
    to_.write(blob.path, git_.contents({blob}).front());
  }

 private:
  std::string take_catalog(const std::string& path, bool is_first) {
    const std::string below = path.empty() ? "" : path + "/";
    std::vector<Blob> all = git_.files(commit_, path), wanted;
    std::unordered_map<std::string_view, const Blob*> by_path;
    for (const Blob& blob : all)
      if (!blob.is_link) by_path.try_emplace(blob.path, &blob);
    if (!by_path.contains(below + "catalog.yaml")) {
      if (is_first) refuse_folder(path);
      return {};
    }
    for (const Blob& blob : all) {
      if (!is_wanted(blob.path)) continue;
      if (!blob.is_link) {
        wanted.push_back(blob);
        continue;
      }
      const std::string target = git_.contents({blob}).front();
      const auto found =
          by_path.find((fs::path(blob.path).parent_path() / target)
                           .lexically_normal()
                           .generic_string());
      if (found == by_path.end()) continue;
      wanted.push_back(*found->second);
      wanted.back().path = blob.path;
    }
    check_sizes(wanted);
    const std::vector<std::string> contents = git_.contents(wanted);
    std::string extends;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      to_.write(wanted[i].path, contents[i]);
      if (wanted[i].path == below + "catalog.yaml")
        extends = extends_of(contents[i]);
    }
    return extends;
  }

  static void check_sizes(const std::vector<Blob>& blobs) {
    std::uint64_t total = 0;
    for (const Blob& blob : blobs) {
      total += blob.size;
      if (blob.size > source::max_file_bytes)
        refuse(fmt::format("`{}` is too large", blob.path),
               fmt::format("`{}` 过大", blob.path));
    }
    if (blobs.size() > source::max_files || total > source::max_tree_bytes)
      refuse("the revision has more than this program reads",
             "该版本的内容超出了本程序的读取上限");
  }

  [[noreturn]] void refuse_folder(const std::string& path) const {
    std::vector<std::string> folders;
    for (const Blob& blob : git_.files(commit_, ""))
      if (fs::path(blob.path).filename() == "catalog.yaml")
        folders.push_back(fs::path(blob.path).parent_path().generic_string());
    const std::string shown = path.empty() ? "." : path;
    const std::size_t most = std::min<std::size_t>(folders.size(), 5);
    const std::vector<std::string> some(
        folders.begin(), folders.begin() + static_cast<std::ptrdiff_t>(most));
    refuse(fmt::format("there was no catalog in `{}` at that revision{}", shown,
                       some.empty() ? ""
                                    : fmt::format("; there was in {}",
                                                  fmt::join(some, ", "))),
           fmt::format("该版本的 `{}` 中没有目录{}", shown,
                       some.empty() ? ""
                                    : fmt::format("；有目录的文件夹：{}",
                                                  fmt::join(some, "、"))));
  }

  const Git& git_;
  std::string commit_;
  const source::TemporaryFolder& to_;
};

/// From the repository's root: as git reads `HEAD:path` and `HEAD:./path`.
std::string path_in(const Git& git, const Revision& revision,
                    const fs::path& elsewhere) {
  if (revision.path.empty()) return normal(Git(elsewhere).prefix());
  const bool is_from_here = revision.path == "." || revision.path == ".." ||
                            revision.path.starts_with("./") ||
                            revision.path.starts_with("../");
  return normal(is_from_here ? fs::path(git.prefix()) / revision.path
                             : fs::path(revision.path));
}

}  // namespace

std::optional<Revision> revision_of(std::string_view spec) {
  int braces = 0;
  for (std::size_t i = 0; i < spec.size(); ++i) {
    if (spec[i] == '{') ++braces;
    if (spec[i] == '}') --braces;
    if (spec[i] == ':' && braces == 0 && i > 0)
      return Revision{std::string(spec.substr(0, i)),
                      std::string(spec.substr(i + 1))};
  }
  return std::nullopt;
}

std::variant<CheckedOut, NoRevision> checked_out(const Revision& revision,
                                                 const fs::path& inside,
                                                 const fs::path& elsewhere) {
  try {
    const Git git(inside);
    git.prefix();  // says where there is no repository
    const std::string commit = git.commit(revision.commit);
    const std::string path = path_in(git, revision, elsewhere);
    CheckedOut out;
    CheckOut work(git, commit, out.folder);
    out.place = out.folder.path() / path;
    if (path.ends_with(".json")) {
      const auto files = git.files(commit, path);
      if (files.size() != 1 || files.front().path != path ||
          files.front().is_link)
        refuse(fmt::format("there was no file `{}` at that revision", path),
               fmt::format("该版本中没有文件 `{}`", path));
      work.take_file(files.front());
    } else {
      work.take_chain(path);
    }
    return out;
  } catch (const Refused& refused) {
    return refused.why;
  }
}

}  // namespace catalog::compile
