#pragma once

#include <optional>
#include <string>

#include "publish/place.h"

namespace catalog::publish {

/// Keeps other builds off the same OUT while it lives. The lock is the
/// system's, on a file beside OUT: it ends with the process, however that
/// ends; the file is cleared away by whoever comes to hold it.
class Lock {
 public:
  /// Throws Failure if another build holds it.
  explicit Lock(const Place& place);
  ~Lock();
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;

  /// False on a file system without locks: then nothing keeps others off.
  bool is_held() const { return is_held_; }

 private:
  const Place& place_;
  source::Descriptor file_;
  bool is_held_ = false;
};

}  // namespace catalog::publish
