#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "publish/publish.h"

namespace catalog::testing {

/// Publishes version `version` of a small set of outputs into `out`: some are
/// the same in every version, some differ, one is only in odd ones, and one is
/// a workbook. `weight` adds as many files of 4 KB. Throws as `publish`.
publish::Outcome publish_version(const std::filesystem::path& out,
                                 const std::filesystem::path& source,
                                 int version, int weight);

/// The version that lies whole in `out`: every output of its manifest with its
/// bytes, no other, and all of one version. Nothing if it is no whole build.
std::optional<int> version_in(const std::filesystem::path& out);

}  // namespace catalog::testing
