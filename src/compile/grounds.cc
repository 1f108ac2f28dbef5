#include "compile/grounds.h"

#include <fmt/format.h>

#include <ctime>
#include <optional>
#include <set>
#include <variant>

#include "compile/bases.h"
#include "compile/theme.h"
#include "publish/program.h"
#include "source/failure.h"
#include "source/hash.h"
#include "source/inventory.h"

namespace catalog::compile {
namespace {

namespace fs = std::filesystem;
using publish::Input;
using publish::Root;

/// The files of a catalog besides the YAML that is found in its folder: those
/// that its manifest and its `documents:` name, and its theme's.
std::set<std::string> named_files(const Compilation& run) {
  std::set<std::string> named;
  for (const model::Text& schema : run.catalog.manifest.schemas)
    named.emplace(schema.text);
  for (const model::Guide& guide : run.catalog.guides)
    if (source::layer_of(guide.file.span.file) == run.tree.layer())
      named.emplace(guide.file.text);
  for (std::size_t i = run.files; i < run.tree.size(); ++i)
    if (const std::string_view path = run.tree[run.tree.id(i)].path;
        path.starts_with(theme_folder))
      named.emplace(path);
  return named;
}

/// Calls `use(file, named)` for every file that a catalog was read from.
template <class Use>
void for_each_input(const Compilation& run, Use use) {
  const std::set<std::string> named = named_files(run);
  for (std::size_t i = 0; i < run.tree.size(); ++i) {
    const source::File& file = run.tree[run.tree.id(i)];
    if (i < run.files)
      use(file, false);
    else if (named.contains(file.path))
      use(file, true);
  }
}

Root root_of(const Compilation& run, const fs::path& folder) {
  Root root;
  std::map<std::string, source::Stamp> stamps;
  for (source::Listed& each : source::inventory(folder))
    stamps.emplace(std::move(each.path), each.stamp);
  for_each_input(run, [&](const source::File& file, bool is_named) {
    Input& input = root.files[file.path];
    input.hash = source::hash(file.bytes);
    if (is_named) {
      root.named.push_back(file.path);
      input.stamp = source::stamp_of(folder / file.path);
    } else if (const auto at = stamps.find(file.path); at != stamps.end()) {
      input.stamp = at->second;
    }
  });
  return root;
}

bool has_bytes_of(const Input& input, const fs::path& folder,
                  const std::string& path) {
  const auto bytes = source::read_below(folder, path);
  const auto* const text = std::get_if<std::string>(&bytes);
  return text != nullptr && source::hash(*text) == input.hash;
}

bool still_holds(const Root& root, const fs::path& folder, std::int64_t begun,
                 bool trusts_nothing) {
  std::vector<source::Listed> now = source::inventory(folder);
  for (const std::string& path : root.named)
    now.push_back({path, source::stamp_of(folder / path)});
  for (const std::string& path : theme_files(folder))
    if (!root.files.contains(path)) return false;
  if (now.size() != root.files.size()) return false;
  for (const source::Listed& each : now) {
    const auto before = root.files.find(each.path);
    if (before == root.files.end()) return false;
    const source::Stamp& stamp = before->second.stamp;
    const bool is_trusted =
        !trusts_nothing && each.stamp == stamp && stamp.is_settled(begun);
    if (!is_trusted && !has_bytes_of(before->second, folder, each.path))
      return false;
  }
  return true;
}

}  // namespace

std::int64_t moment() {
  struct timespec now {};
  ::clock_gettime(CLOCK_REALTIME, &now);
  return std::int64_t{now.tv_sec} * 1'000'000'000 + now.tv_nsec;
}

publish::Grounds grounds_of(const Compilation& run, const fs::path& folder,
                            std::string order, std::int64_t begun) {
  publish::Grounds grounds;
  grounds.order = std::move(order);
  grounds.begun = begun;
  grounds.warnings = run.found.count(diagnostics::Severity::warning);
  std::optional<fs::path> at = folder;
  std::string way;
  for (const Compilation* layer = &run; layer != nullptr; layer = layer->base) {
    // A base that went meanwhile: nothing is to be trusted.
    if (!at) return grounds;
    grounds.roots.push_back(root_of(*layer, *at));
    grounds.roots.back().way = way;
    way = layer->catalog.manifest.extends.text;
    at = base_folder(*at, way);
  }
  grounds.program = publish::name_of_program();
  return grounds;
}

bool still_hold(const publish::Grounds& grounds, const fs::path& folder,
                bool trusts_nothing) {
  if (grounds.program != publish::name_of_program()) return false;
  std::optional<fs::path> at;
  try {
    for (const Root& root : grounds.roots) {
      at = at ? base_folder(*at, root.way) : folder;
      if (!at || !still_holds(root, *at, grounds.begun, trusts_nothing))
        return false;
    }
  } catch (const source::Failure&) {
    return false;  // whoever reads it all will say so
  }
  return !grounds.roots.empty();
}

std::map<std::string, std::string> inputs_of(const Compilation& run) {
  std::map<std::string, std::string> inputs;
  for (const Compilation* layer = &run; layer != nullptr; layer = layer->base)
    for_each_input(*layer, [&](const source::File& file, bool) {
      inputs.emplace(layer == &run
                         ? file.path
                         : fmt::format("{}:{}", layer->catalog.manifest.id.text,
                                       file.path),
                     source::hash(file.bytes));
    });
  return inputs;
}

}  // namespace catalog::compile
