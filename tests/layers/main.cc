// catalog_layers TABLE SRC: whether the sources below SRC keep to the table of
// layers. Prints each line that crosses; exit 1 when there is one.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace catalog::layers {
namespace {

namespace fs = std::filesystem;

using Names = std::set<std::string>;

/// What a folder may include; and of some headers, which folders may.
struct Table {
  std::map<std::string, Names> folders;
  std::map<std::string, Names> headers;  // by how their include begins

  bool allows(const std::string& from, const std::string& to) const {
    const auto found = folders.find(from);
    return from == to || (found != folders.end() && found->second.contains(to));
  }
};

std::vector<std::string> lines_of(const fs::path& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

/// "and what those may": adds them until nothing is added.
void close(std::map<std::string, Names>& folders) {
  for (bool was_added = true; was_added;) {
    was_added = false;
    for (auto& [folder, allowed] : folders)
      for (const std::string& next : Names(allowed))
        for (const std::string& further : folders.at(next))
          was_added |= allowed.insert(further).second;
  }
}

Table table_of(const fs::path& path) {
  Table table;
  for (const std::string& line : lines_of(path)) {
    std::istringstream words(line);
    std::string name;
    if (!(words >> name) || name.starts_with('#')) continue;
    Names& allowed =
        name.starts_with('<') ? table.headers[name] : table.folders[name];
    for (std::string word; words >> word;) allowed.insert(word);
  }
  Names all;
  for (const auto& [folder, allowed] : table.folders) all.insert(folder);
  for (auto& [folder, allowed] : table.folders) {
    if (allowed.erase("*") > 0) allowed = all;
    for (const std::string& each : allowed)
      if (!all.contains(each))
        throw std::runtime_error("the table has no folder " + each);
  }
  close(table.folders);
  for (const auto& [folder, allowed] : table.folders)
    if (allowed.contains(folder) && allowed != all)
      throw std::runtime_error("the table goes in a circle at " + folder);
  return table;
}

/// One source file, and where complaints about it go.
struct Source {
  std::string path;    // relative to SRC
  std::string folder;  // its first part; empty: directly in SRC
  std::vector<std::string> lines;
};

void complain(const Source& source, std::size_t line, std::string_view what,
              int& complaints) {
  fmt::print("{}:{}: {}\n", source.path, line, what);
  ++complaints;
}

/// `#include "folder/…"` or `<…`: what stands between the signs, with `<`.
std::string included(const std::string& line) {
  std::istringstream words(line);
  std::string word;
  if (!(words >> word)) return {};
  if (word == "#") words >> word;
  if (!word.ends_with("include") || !(words >> word)) return {};
  return word.starts_with('"') ? word.substr(1, word.find('"', 1) - 1) : word;
}

void check_include(const Source& source, std::size_t line,
                   const std::string& target, const Table& table,
                   int& complaints) {
  if (target.starts_with('<')) {
    for (const auto& [header, users] : table.headers)
      if (target.starts_with(header) && !users.contains(source.folder))
        complain(source, line,
                 fmt::format("`{}` may not include {}", source.folder, target),
                 complaints);
    return;
  }
  const std::string folder = target.substr(0, target.find('/'));
  if (folder == target)
    complain(source, line, fmt::format("\"{}\" is not named from src/", target),
             complaints);
  else if (!source.folder.empty() && !table.allows(source.folder, folder))
    complain(source, line,
             fmt::format("`{}` may not include `{}`", source.folder, folder),
             complaints);
}

/// Whether the line opens a namespace with a name; an alias does not.
bool opens_namespace(const std::string& line) {
  return line.starts_with("namespace ") && !line.starts_with("namespace {") &&
         line.find('=') == line.npos;
}

/// `namespace catalog::…` must begin with the file's own folder.
void check_namespaces(const Source& source, int& complaints) {
  const std::string own = "namespace catalog::" + source.folder;
  bool has_own = false;
  for (std::size_t i = 0; i < source.lines.size(); ++i) {
    const std::string& line = source.lines[i];
    if (!opens_namespace(line)) continue;
    const bool is_own = line.starts_with(own) &&
                        (line.size() == own.size() || line[own.size()] == ' ' ||
                         line[own.size()] == ':');
    has_own |= is_own;
    if (!is_own)
      complain(source, i + 1, "opens another namespace than its folder's",
               complaints);
  }
  if (!has_own) complain(source, 1, "has no `" + own + "`", complaints);
}

void check_source(const Source& source, const Table& table, int& complaints) {
  for (std::size_t i = 0; i < source.lines.size(); ++i)
    if (const std::string target = included(source.lines[i]); !target.empty())
      check_include(source, i + 1, target, table, complaints);
  if (source.folder.empty()) return;
  check_namespaces(source, complaints);
  if (source.path.ends_with(".h") &&
      std::find(source.lines.begin(), source.lines.end(), "#pragma once") ==
          source.lines.end())
    complain(source, 1, "has no `#pragma once`", complaints);
}

/// Names that say nothing: whatever needs a home ends up in them.
constexpr std::array vague = {"util", "utils",   "common",  "core",
                              "misc", "manager", "context", "helpers"};

void check_folder(const fs::path& path, const std::string& shown,
                  const Table& table, int& complaints) {
  const std::string name = path.filename();
  const Source source{shown, name, {}};
  if (std::find(vague.begin(), vague.end(), name) != vague.end())
    complain(source, 1, "a folder is named for what it holds", complaints);
  else if (shown == name && !table.folders.contains(name))
    complain(source, 1, "a folder that the table does not have", complaints);
}

int check_tree(const Table& table, const fs::path& root) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(root))
    paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  int complaints = 0;
  for (const fs::path& path : paths) {
    const fs::path shown = path.lexically_relative(root);
    if (fs::is_directory(path))
      check_folder(path, shown, table, complaints);
    else if (path.extension() == ".h" || path.extension() == ".cc")
      check_source(
          {shown, shown.has_parent_path() ? shown.begin()->string() : "",
           lines_of(path)},
          table, complaints);
  }
  return complaints;
}

}  // namespace
}  // namespace catalog::layers

int main(int count, char* arguments[]) try {
  if (count != 3) {
    fmt::print(stderr, "usage: catalog_layers TABLE SRC\n");
    return 2;
  }
  const auto table = catalog::layers::table_of(arguments[1]);
  return catalog::layers::check_tree(table, arguments[2]) == 0 ? 0 : 1;
} catch (const std::exception& problem) {
  fmt::print(stderr, "catalog_layers: {}\n", problem.what());
  return 3;
}
