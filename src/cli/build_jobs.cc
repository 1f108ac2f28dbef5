#include "cli/build_jobs.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string>

namespace catalog::cli {
namespace {

namespace fs = std::filesystem;

/// The sibling `<folder>-out`: outputs may not lie inside their source.
fs::path default_out(const fs::path& folder, const std::string& suffix) {
  const fs::path whole = fs::weakly_canonical(folder);
  const fs::path out =
      whole.parent_path() / (whole.filename().string() + suffix + "-out");
  const fs::path near = out.lexically_proximate(fs::current_path());
  return near.empty() ? out : near;
}

bool holds_catalog(const fs::path& folder) {
  std::error_code error;
  return fs::exists(folder / "catalog.yaml", error);
}

/// The catalogs to build: those named, and for a folder of catalogs each of
/// those in it.
std::vector<fs::path> folders_of(const Arguments& arguments) {
  std::vector<fs::path> folders;
  for (const std::string& named : arguments.values("DIR")) {
    std::vector<fs::path> inside;
    std::error_code error;
    if (!holds_catalog(named))
      for (fs::directory_iterator at(named, error), end; !error && at != end;
           at.increment(error))
        if (holds_catalog(at->path())) inside.push_back(at->path());
    std::sort(inside.begin(), inside.end());
    if (inside.empty()) inside.emplace_back(named);
    folders.insert(folders.end(), inside.begin(), inside.end());
  }
  if (folders.empty()) folders.emplace_back(".");
  return folders;
}

/// What tells apart builds of a catalog that no `--out` tells apart.
std::string suffix_of(const Arguments& arguments, const publish::Shard& shard) {
  if (shard) return fmt::format("-shard-{}-of-{}", shard.number, shard.of);
  const auto code = arguments.value("--jurisdiction");
  return code && !arguments.has("--all") ? "-" + *code : std::string();
}

}  // namespace

std::optional<publish::Shard> shard_of(std::string_view text) {
  constexpr std::size_t most = 100'000;
  publish::Shard shard;
  const char* const end = text.data() + text.size();
  const auto number = std::from_chars(text.data(), end, shard.number);
  if (number.ec != std::errc() || number.ptr == end || *number.ptr != '/')
    return {};
  const auto of = std::from_chars(number.ptr + 1, end, shard.of);
  if (of.ec != std::errc() || of.ptr != end || shard.number == 0 ||
      shard.number > shard.of || shard.of > most)
    return {};
  return shard;
}

std::vector<BuildJob> jobs_of(const Arguments& arguments,
                              const publish::Shard& shard) {
  const std::vector<fs::path> folders = folders_of(arguments);
  const auto out = arguments.value("--out");
  std::vector<BuildJob> jobs;
  if (folders.size() == 1) {
    const std::string suffix = suffix_of(arguments, shard);
    jobs.push_back({folders[0],
                    out ? fs::path(*out) : default_out(folders[0], suffix),
                    shard});
    return jobs;
  }
  for (std::size_t i = 0; i < folders.size(); ++i) {
    if (shard && i % shard.of != shard.number - 1) continue;
    const fs::path name = fs::weakly_canonical(folders[i]).filename();
    jobs.push_back(
        {folders[i], out ? fs::path(*out) / name
                         : default_out(folders[i], suffix_of(arguments, {}))});
  }
  return jobs;
}

}  // namespace catalog::cli
