#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "emit/sink.h"

namespace catalog::publish {

/// What is to become of OUT.
struct Request {
  std::filesystem::path out;
  std::filesystem::path source;  // the catalog's folder
  bool discard_edits = false;    // drop what was edited in OUT since
  std::map<std::string, std::string> inputs;  // path to hash, for the manifest
  std::string program;                        // name and version, likewise
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

/// Replaces OUT by what `produce` puts into the sink: all of it or none. Killed
/// at any point, readers see the old build or the new one. Throws Failure, and
/// OUT is as it was, if the machine does not take it, if OUT is not ours to
/// replace or was edited, if another build is at it, or (Interrupted) if the
/// program was asked to stop.
Outcome publish(const Request& request,
                const std::function<void(const emit::Sink&)>& produce);

}  // namespace catalog::publish
