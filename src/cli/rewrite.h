#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace catalog::cli {

/// Puts new bytes in place of a file's, or makes the file: written beside it,
/// with its mode, then renamed over it, so that a reader sees the old file or
/// the new one, whole. Of a link, the file that it leads to is replaced; a
/// pipe or device is written to. Throws Failure where the machine says no;
/// then the file is as it was. A signal that asks the program to stop is
/// heeded when the file is whole.
void rewrite(const std::filesystem::path& file, std::string_view bytes);

/// A file's bytes; nothing where there is none. Throws Failure where it cannot
/// be read.
std::optional<std::string> bytes_now(const std::filesystem::path& path);

struct Rewriting {
  std::filesystem::path file;
  std::string bytes;
};

/// The same for several files, all or none: where one cannot be written, those
/// before it get their old bytes back, or are taken away again.
void rewrite_all(const std::vector<Rewriting>& files);

}  // namespace catalog::cli
