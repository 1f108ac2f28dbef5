#pragma once

#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "emit/sink.h"
#include "publish/place.h"
#include "publish/survey.h"

namespace catalog::publish {

/// OUT as the last build left it, while a new one is made.
struct Old {
  source::Descriptor folder;  // not open where there is no OUT
  Manifest manifest;          // empty where OUT is empty
  Identity manifest_identity;
  Survey survey;

  bool exists() const { return static_cast<bool>(folder); }
};

/// The folder in which a build is made, beside OUT; cleared away unless it was
/// switched in. Its sink may be used by several threads at once, all else by
/// one.
class Stage {
 public:
  /// Makes the folder, with the permissions of the old one.
  Stage(const Place& place, const Old& old);
  ~Stage();
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;

  /// Takes the artifacts of a part. One that is as the last build had it
  /// becomes a hard link to that file; nothing is ever written through one.
  /// Throws Interrupted between artifacts.
  emit::Sink sink(const std::string& part = {});

  /// Takes all files of a part as the last build left them, unread: by hard
  /// link, else by copy. Whether it did; if not, nothing of the part is there.
  bool carry_part(const std::string& part);
  /// Takes a file of another build, if it still has the bytes it had there.
  bool take(const source::Descriptor& from, const std::string& path,
            const Output& output);

  const std::map<std::string, Output>& outputs() const { return outputs_; }
  /// Whether all is as the last build left it, and still lies there.
  bool is_as_old() const;

  /// Carries over what file managers left in folders that stay.
  void carry(const std::vector<std::string>& junk);
  /// Puts all on the disk, then the manifest: after this the folder is a
  /// whole build.
  void finish(const Manifest& manifest);
  /// It has become OUT: there is nothing to clear away.
  void release() { is_ours_ = false; }

 private:
  std::string path_of(std::string_view path) const;
  void claim(const std::string& path);
  std::string scratch_name_for(const std::string& name);
  bool link_old(const std::string& path, const std::string& hash,
                const Entry& to);
  bool copy_old(const std::string& path, const std::string& hash,
                const Entry& to);
  void forget(const std::string& path);
  void put(std::string_view path, std::string_view bytes,
           const std::string& part);
  void put_file(std::string_view path,
                const std::function<void(const std::filesystem::path&)>& write,
                const std::string& part);
  /// Knows a file from now on: as it lies there.
  void record(const std::string& path, const Entry& entry, std::string hash,
              const std::string& part);

  const Place& place_;
  const Old& old_;
  source::Descriptor folder_;
  std::map<std::string, std::vector<std::string>> old_parts_;  // to paths
  std::mutex lock_;             // of the next four
  source::Descriptor scratch_;  // once a library needed it
  std::size_t scratched_ = 0;   // how many files lay in it
  source::Descriptor list_;
  std::map<std::string, Output> outputs_;
  bool is_ours_ = true;
};

}  // namespace catalog::publish
