#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace catalog::publish {

/// Reads a workbook back as a zip archive: every part opens, is not empty and
/// has the bytes of its checksum. The library that writes them reports no
/// error where the disk was full. What is wrong with it, or nothing.
std::optional<std::string> fault_of_workbook(const std::filesystem::path& file);

}  // namespace catalog::publish
