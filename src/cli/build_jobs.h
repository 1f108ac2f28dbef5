#pragma once

#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "publish/publish.h"

namespace catalog::cli {

/// A catalog to build, and where to.
struct BuildJob {
  std::filesystem::path folder;
  std::filesystem::path out;
  publish::Shard shard = {};
};

/// The shard that `2/8` names.
std::optional<publish::Shard> shard_of(std::string_view text);

/// Where each catalog goes: to OUT, of several to a folder each in it. Of
/// several catalogs a shard has every n-th; of one it has a part of the
/// editions.
std::vector<BuildJob> jobs_of(const Arguments& arguments,
                              const publish::Shard& shard);

}  // namespace catalog::cli
