#pragma once

#include <filesystem>
#include <set>
#include <string_view>

namespace catalog::cli {

/// A folder with files in it that is made whole or not at all: written under a
/// hidden name beside it, then renamed. An empty folder that is there, such as
/// the one the user stands in, gets them at once. What was not put in place is
/// gone with this, also where a signal asks the program to stop.
class NewFolder {
 public:
  /// Throws Failure where `folder` is there and not empty, or cannot be made.
  explicit NewFolder(const std::filesystem::path& folder);
  NewFolder(const NewFolder&) = delete;
  NewFolder& operator=(const NewFolder&) = delete;
  ~NewFolder();

  /// Where its files are until it is put in place: as near to everything else
  /// as `folder` itself.
  const std::filesystem::path& staged() const { return staged_; }

  /// Writes a file by its path in the folder. Throws Failure where it cannot.
  void write(const std::filesystem::path& below, std::string_view bytes);

  /// Takes away what was written so far.
  void clear();

  void put_in_place();

 private:
  std::filesystem::path folder_;
  std::filesystem::path staged_;
  std::set<std::filesystem::path> written_;  // the first part of each path
  bool is_new_ = true;
  bool is_in_place_ = false;
};

/// Refuses a folder that is there and not empty, by a Failure.
void refuse_unless_new(const std::filesystem::path& folder);

}  // namespace catalog::cli
