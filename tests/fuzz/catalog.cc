// Any bytes as a file of a catalog, beside the others of the smallest example
// or, where they have a manifest, in the place of its own: validated, read,
// resolved and checked. What is found lies in its file, and what is sound can
// be written as pages and data, for its own place and one below.

#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "compile/compile.h"
#include "compile/editions.h"
#include "emit/emitters.h"
#include "fuzz/sound.h"
#include "source/failure.h"

using namespace catalog;
using fuzz::require;

namespace {

constexpr char example[] = "examples/minimal";

void require_in_files(const compile::Compilation& run) {
  for (const diagnostics::Diagnostic& each : run.found.sorted()) {
    const std::string_view file = run.tree[each.span.file].bytes;
    require(each.span.begin <= each.span.end && each.span.end <= file.size());
    require(!each.message.empty());
    // What is cited of a file that is no UTF-8 is no better.
    require(fuzz::is_well_formed(each.message) || !fuzz::is_well_formed(file));
  }
}

void require_writable(const view::Publication& publication) {
  const emit::Sink sink{
      [](std::string_view path, std::string_view bytes) {
        require(fuzz::is_well_formed(path) && fuzz::is_well_formed(bytes));
        if (path == "catalog.json") require(nlohmann::json::accept(bytes));
      },
      [](std::string_view, const auto&) {}};
  for (const emit::Emitter& each : emit::emitters) each.emit(publication, sink);
}

}  // namespace

/// Without the example, which lies in the repository, nothing would be tried.
extern "C" int LLVMFuzzerInitialize(int*, char***) {
  require(!compile::edition_in(example, {})->found.has_errors());
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const bool has_manifest =
      bytes.starts_with("catalog:") || bytes.find("\ncatalog:") != bytes.npos;
  try {
    const auto run = compile::edition_in(
        example, {}, {{has_manifest ? "catalog.yaml" : "fuzz.yaml", bytes}});
    require_in_files(*run);
    if (run->found.has_errors()) return 0;
    require_writable(compile::publication_of(*run, run->edition));
    const auto places = compile::places_of(*run);
    if (!places.empty())
      require_writable(compile::publication_of(
          *run, compile::edition_of(*run, places.back())));
  } catch (const source::Failure&) {
    // A base that it names is not there.
  }
  return 0;
}
