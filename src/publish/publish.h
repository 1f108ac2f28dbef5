#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "emit/sink.h"
#include "publish/manifest.h"

namespace catalog::publish {

/// What is to become of OUT.
struct Request {
  std::filesystem::path out;
  std::filesystem::path source;  // the catalog's folder
  bool discard_edits = false;    // drop what was edited in OUT since
  bool verifies = false;         // hash every output of the last build
  std::map<std::string, std::string> inputs;  // path to hash, for the manifest
  std::string program;                        // name and version, likewise
  Shard shard = {};                           // likewise
  Grounds grounds = {};                       // for the next build to trust
};

/// Something a person should know although all went well.
struct Notice {
  std::string en;
  std::string zh;
};

/// What became of it. Paths are below OUT, sorted.
struct Outcome {
  bool unchanged = false;                 // OUT was not touched
  std::vector<std::string> written;       // new, or with new bytes
  std::vector<std::string> same;          // as the last build had them
  std::vector<std::string> removed;       // the last build had them
  std::vector<std::string> kept_foreign;  // came into the old OUT meanwhile,
  std::string old_kept_as;                // and lie here now, beside OUT
  std::vector<Notice> notices;
};

class Stage;

/// What a build is made of: parts, each of which is made anew or carried over
/// from the last build as a whole. May be used by several threads at once.
class Parts {
 public:
  Parts(Stage& stage, const Manifest& old) : stage_(stage), old_(old) {}

  /// Has `make` put the files of a part into the sink; not, where the last
  /// build has a part of that name and key whose files are as it left them.
  /// The same key must always mean the same files. True if it was carried
  /// over. Names differ; an empty key is never the same.
  bool add(const std::string& name, const std::string& key,
           const std::function<void(const emit::Sink&)>& make);

  /// Takes a file over from another build, whose folder is `from`. Whether it
  /// has the bytes that it had there.
  bool take(const source::Descriptor& from, const std::string& path,
            const Output& output, const std::string& key);

  std::map<std::string, std::string> keys() const { return keys_; }

 private:
  Stage& stage_;
  const Manifest& old_;
  std::mutex lock_;  // of the keys
  std::map<std::string, std::string> keys_;
};

/// Replaces OUT by what `produce` puts into the sink: all of it or none. Killed
/// at any point, readers see the old build or the new one. Throws Failure, and
/// OUT is as it was, if the machine does not take it, if OUT is not ours to
/// replace or was edited, if another build is at it, or (Interrupted) if the
/// program was asked to stop.
Outcome publish(const Request& request,
                const std::function<void(const emit::Sink&)>& produce);
Outcome publish_parts(const Request& request,
                      const std::function<void(Parts&)>& produce);

/// The last build in `out`, if it stands there as it was left and nothing else
/// with it, and no build that was cut off waits to be cleared away. Every file
/// is hashed if nothing is to be trusted. Told by its state alone, see
/// `state_in`. Never throws for what a build would refuse: that build says so.
std::optional<Manifest> standing_build(const std::filesystem::path& out,
                                       bool trusts_nothing);

}  // namespace catalog::publish
